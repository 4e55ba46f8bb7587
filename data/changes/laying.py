"""Laying: the reference lists as they were installed, with the changes in force laid over them.

What was installed is kept apart, so that a change is taken back by laying the lists again without it.
"""

import json

import duckdb

from data.changes.days import lay_days
from data.changes.population import NAME as POPULATION
from data.changes.population import replaced
from data.intake.cells import Entries
from data.intake.check import check
from data.mistakes import Problem, WrongUse
from data.reading import Sheet
from data.schema import Schema, list_schemas, return_schemas

# The lists are laid before the shared definitions are, which read them.
ROWS = (
    "select kind, subject, value from sent.change where kind in ('list row', 'population') and undoes is null "
    "and change_id not in (select undoes from sent.change where undoes is not null) order by change_id"
)
Rows = list[dict[str, str]]


def keep_originals(cursor: duckdb.DuckDBPyConnection) -> None:
    """Keep the lists as they stand in `reference` as those that were installed."""
    lay_days(cursor)
    for name in list_schemas():
        cursor.execute(f"create or replace table installed.{name} as from reference.{name}")


def lay_lists(cursor: duckdb.DuckDBPyConnection) -> None:
    """Make the reference lists anew from what was installed and the changes in force.

    Raises WrongUse, with a sentence, where a list would be wrong or something that was sent would name
    an entry that is no longer there; the transaction is then to be rolled back.
    """
    _begin(cursor)
    named = _unknown(cursor)
    changes = list_changes(cursor)
    entries = Entries(cursor)
    for name, schema in list_schemas().items():
        rows = rows_laid(cursor, "installed", schema)
        for kind, subject, value in changes:
            if kind == "list row":
                _lay(rows, schema, subject, json.loads(value))
            elif name == POPULATION:
                rows = replaced(rows, subject, value)
        _refuse(schema, install(cursor, sheet_of(schema, rows), schema, entries))
    lay_days(cursor)
    if lost := sorted(_unknown(cursor) - named):
        raise WrongUse(f"“{lost[0][1]}” stands in returns that were sent, so it must stay in {lost[0][0]}.")


def list_changes(cursor: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """The changes to lists that are in force now, oldest first: kind, subject, value."""
    return cursor.execute(ROWS).fetchall()


def _begin(cursor: duckdb.DuckDBPyConnection) -> None:
    """In a file from before there were changes, the lists that stand there are those installed."""
    found = cursor.execute("select table_name from duckdb_tables() where schema_name = 'installed'").fetchall()
    if not found:
        keep_originals(cursor)


def rows_laid(cursor: duckdb.DuckDBPyConnection, place: str, schema: Schema) -> Rows:
    """The rows of a list as texts, from `installed` or `reference`, in their order."""
    columns = ", ".join(f"coalesce(\"{name}\"::varchar, '')" for name in schema.field_names)
    rows = cursor.execute(f"select {columns} from {place}.{schema.name}").fetchall()
    return [dict(zip(schema.field_names, row, strict=True)) for row in rows]


def _lay(rows: Rows, schema: Schema, subject: str, said: dict[str, str]) -> None:
    """Change one row, or add it at the end."""
    name, _, code = subject.partition("/")
    if name != schema.name:
        return
    here = [row for row in rows if row["code"] == code]
    if not here:
        here = [dict.fromkeys(schema.field_names, "") | {"code": code}]
        rows.extend(here)
    here[0].update(said)


def sheet_of(schema: Schema, rows: Rows) -> Sheet:
    """Rows as a sheet, so that they are checked like a file."""
    records = tuple(
        (line, line, tuple(row[name] for name in schema.field_names)) for line, row in enumerate(rows, 2)
    )
    return Sheet(f"{schema.name}.csv", b"", schema.field_names, records, ())


def install(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema, entries: Entries,
    places: dict[str, int] | None = None,
) -> list[Problem]:
    """Put a checked sheet in the place of a list; what is wrong with it is returned."""
    if places is None:
        places = {name: place for place, name in enumerate(schema.field_names)}
    problems = check(cursor, sheet, schema, places, entries)
    names = ", ".join(f'"{name}"' for name in schema.field_names)
    cursor.execute(f"create or replace table reference.{schema.name} ({schema.columns()})")
    cursor.execute(f"insert into reference.{schema.name} select {names} from incoming order by line")
    return problems


def _refuse(schema: Schema, problems: list[Problem]) -> None:
    wrong = [each for each in problems if each.severity == "must_fix"]
    if wrong:
        first = wrong[0]
        named = f"{first.column} “{first.value or ''}”" if first.column else "a row"
        raise WrongUse(f"The list “{schema.title}” would be wrong: {named} {first.message}")


def _unknown(cursor: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """What returns name that no list has: the list and the code."""
    found: set[tuple[str, str]] = set()
    for schema in return_schemas().values():
        for key in schema.foreign_keys:
            if key.resource in list_schemas() and len(key.fields) == 1:
                rows = cursor.execute(
                    f'select distinct "{key.fields[0]}" from sent.{schema.name} '
                    f'where "{key.fields[0]}" not in (select "{key.reference[0]}" from reference.{key.resource})'
                ).fetchall()
                found |= {(key.resource, str(code)) for (code,) in rows}
    return found
