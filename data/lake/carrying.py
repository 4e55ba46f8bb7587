"""Carrying: rows from one database to another, what a transaction changed found, both sides compared."""

from dataclasses import dataclass

import duckdb

from data.copying import SETTINGS, TABLES, Figures, figures
from data.lake.noting import Noting
from data.lake.words import not_the_same
from data.schema import return_schemas

AT_ONCE = 64
KEYS = {"audit.line": "number", "access.block": "number", "sent.event": "event_id",
        "sent.change": "change_id", "sent.upload": "upload_id", "protected.participation": "upload_id",
        "protected.maturity": "upload_id"}  # fmt: skip
WITH_FILES = "sent.upload"
Connection = duckdb.DuckDBPyConnection


def key_of(table: str) -> str | None:
    """The number by which a table grows; None for one that is small and is kept as a whole."""
    schema, _, name = table.partition(".")
    return "upload_id" if schema == "sent" and name in return_schemas() else KEYS.get(table)


@dataclass(frozen=True)
class Changed:
    """What a transaction changed: tables that grew, each beyond a number, and tables to be kept anew."""

    grown: dict[str, int]
    anew: list[str]


def changed(noting: Noting, committed: Connection) -> Changed:
    """What the transaction of a noting cursor changed, `committed` being what was there before."""
    grown: dict[str, int] = {}
    anew = []
    for table in sorted(noting.added | noting.changed):
        key = key_of(table)
        if key is None:
            anew += [table] if _differs(table, noting.cursor, committed) else []
            continue
        top = committed.execute(f"select coalesce(max({key}), 0) from {table}").fetchall()[0][0]
        summed = ", sum(hash(held)::hugeint)" if table in noting.changed else ""
        before = f"select count(*){summed} from {table} as held where {key} <= {top}"
        if noting.cursor.execute(before).fetchall() != committed.execute(before).fetchall():
            anew.append(table)
        elif noting.cursor.execute(f"select 1 from {table} where {key} > {top} limit 1").fetchall():
            grown[table] = top
    return Changed(grown, anew)


def _differs(table: str, cursor: Connection, committed: Connection) -> bool:
    """Whether a small table holds other rows now."""
    if table not in definitions(committed):
        return True
    summed = f"select count(*), sum(hash(held)::hugeint) from {_rows(table)} as held"
    return cursor.execute(summed).fetchall() != committed.execute(summed).fetchall()


def definitions(connection: Connection) -> dict[str, str]:
    """Every table with the statement that makes it."""
    return {f"{schema}.{name}": sql for schema, name, sql in connection.execute(TABLES).fetchall()}


def carry(source: Connection, target: Connection, table: str, beyond: int | None = None) -> None:
    """Add a table's rows, those beyond a number where one is given, to the table of its name elsewhere."""
    where = "true" if beyond is None else f"{key_of(table)} > {beyond}"
    for part in _parts(source, table, where):
        arriving = source.execute(f"select * from {_rows(table)} as held where {part}").to_arrow_reader()
        target.register("arriving_rows", arriving)
        target.execute(f"insert into {_named(table)} by name from arriving_rows")
        target.unregister("arriving_rows")


def _parts(source: Connection, table: str, where: str) -> list[str]:
    """Conditions that take the rows apart: files of many uploads at once would need much memory."""
    if table != WITH_FILES:
        return [where]
    ends = f"select coalesce(min(upload_id), 0), coalesce(max(upload_id), -1) from sent.upload where {where}"
    ((first, last),) = source.execute(ends).fetchall()
    return [
        f"{where} and upload_id between {low} and {low + AT_ONCE - 1}"
        for low in range(first, last + 1, AT_ONCE)
    ]


def lay(source: Connection, target: Connection, table: str, definition: str) -> None:
    """Make a table as it is in the source, with all its rows."""
    target.execute(f"create schema if not exists {table.partition('.')[0]}")
    # Spelt by its kind: a definition begins in the same way wherever it comes from.
    target.execute(f"create or replace table{definition[len('create table'):]}")
    carry(source, target, table)


def lay_all(source: Connection, target: Connection) -> Figures:
    """Make every table as it is in the source. Raises NotReady where the two are not the same then."""
    for table, definition in definitions(source).items():
        lay(source, target, table, definition)
    return compared(source, target)


def compared(source: Connection, target: Connection) -> Figures:
    """The figures of both, which are the same. Raises NotReady naming the tables where they are not."""
    ours, theirs = figures(source), figures(target)
    wrong = [each for each in sorted({*ours, *theirs}) if ours.get(each, [])[1:] != theirs.get(each, [])[1:]]
    if wrong:
        raise not_the_same(wrong)
    return ours


def _rows(table: str) -> str:
    """A table's rows, but for the settings that are true of one file only."""
    return SETTINGS if table == "sent.setting" else _named(table)


def _named(table: str) -> str:
    schema, _, name = table.partition(".")
    return f'{schema}."{name}"'
