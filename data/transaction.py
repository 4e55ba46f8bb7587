"""A transaction under way: what it reads, what it writes, and what is left of it at its end."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import duckdb

# What is true of one file only, not of the data in it: that the shared definitions are laid over it,
# and which state of a lake it is a working copy of.
LOCAL = ("views", "lake state")
LAKE_STATE = LOCAL[1]


class Table:
    """Rows as the database gave them, and the names of their columns."""

    def __init__(self, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        self.names = names
        self.rows = rows


class Writer:
    """A transaction under way: its cursor, and a way to leave nothing behind."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.cursor = cursor
        self.abandoned = False
        self.mark: tuple[Any, ...] = ()
        self.failed: Exception | None = None

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Table:
        """The rows of one SELECT as this transaction sees them."""
        return table_of(self.cursor.execute(sql, parameters or None))

    def abandon(self) -> None:
        """Roll everything back at the end instead of committing it."""
        self.abandoned = True


def table_of(cursor: duckdb.DuckDBPyConnection) -> Table:
    """All the rows of what the cursor was last asked."""
    return Table(tuple(column[0] for column in cursor.description), cursor.fetchall())


def put_setting(cursor: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Keep a setting with the data, in place of the one before."""
    # All is fetched: a result left half read keeps a transaction open, and nothing is checkpointed.
    if cursor.execute("from sent.setting where name = ? and value = ?", [name, value]).fetchall():
        return
    cursor.execute("delete from sent.setting where name = ?", [name])
    cursor.execute("insert into sent.setting values (?, ?)", [name, value])


def version_of(cursor: duckdb.DuckDBPyConnection) -> str:
    """What differs after every act or setting that could change an answer."""
    row = cursor.execute(
        "select coalesce(max(event_id), 0)::varchar || ' ' || (select coalesce(max(change_id), 0) from "
        "sent.change)::varchar || ' ' || coalesce((select string_agg(value, ' ' order by name) from "
        "sent.setting where name <> 'lake state'), '') from sent.event"
    ).fetchone()
    return str(row[0]) if row else ""


def mark_of(cursor: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    """What differs after every transaction that writes an act, a setting or an audit line."""
    newest = cursor.execute("select max(number), arg_max(hash, number) from audit.line").fetchone()
    return (version_of(cursor), newest)


def commit(cursor: duckdb.DuckDBPyConnection) -> duckdb.Error | None:
    """Keep the transaction; the error when the database could not say that it did."""
    try:
        cursor.commit()
    except duckdb.Error as error:
        return error
    return None


@contextmanager
def whole(
    bare: duckdb.DuckDBPyConnection, cursor: Any, keep: Callable[[Any], Exception | None]
) -> Iterator[Writer]:
    """One transaction on a cursor, kept at the end or rolled back; `cursor` is what is written with.

    The writer then says what the data is marked by, and the error where keeping it failed.
    """
    writer = Writer(cursor)
    bare.begin()
    try:
        yield writer
        if writer.abandoned:
            bare.rollback()
        else:
            writer.mark, writer.failed = mark_of(bare), keep(cursor)
    except BaseException:
        with suppress(duckdb.Error):
            bare.rollback()
        raise
