"""The database while it is open: read it, write to it one transaction at a time, close it."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data.damage import damaged, shows_damage
from data.mistakes import AuthorMistake, NotReady


class Writer:
    """A transaction under way: its cursor, and a way to leave nothing behind."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.cursor = cursor
        self.abandoned = False

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> "Table":
        """The rows of one SELECT as this transaction sees them."""
        return _table(self.cursor.execute(sql, parameters or None))

    def abandon(self) -> None:
        """Roll everything back at the end instead of committing it."""
        self.abandoned = True


class Database:
    """An open database: ask it, write to it one transaction at a time, close it.

    `version` changes with every act that could change an answer; caches are keyed by it.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self.version = ""
        self._connection = connection
        self._writing = threading.RLock()
        self._kept: dict[str, Table] = {}

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> "Table":
        """The rows of one SELECT, with the names of its columns. A cursor of its own each time.

        Raises AuthorMistake for any other statement, because reading changes nothing, and
        NotReady when the file turns out to be damaged.
        """
        if [each.type for each in duckdb.extract_statements(sql)] != [duckdb.StatementType.SELECT]:
            raise AuthorMistake(f"only one SELECT can be read with, not: {sql}")
        with self._connection.cursor() as cursor, self._noticing_damage():
            return _table(cursor.execute(sql, parameters or None))

    def read_once(self, sql: str) -> "Table":
        """The rows of one SELECT without parameters, kept until anything is written."""
        kept = self._kept
        if sql not in kept:
            kept[sql] = self.read(sql)
        return kept[sql]

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            if shows_damage(error):
                raise NotReady(damaged(self.path)) from None
            raise

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction, kept whole at the end or, after an error or `abandon`, not at all."""
        with self._writing, self._connection.cursor() as cursor, self._noticing_damage():
            writer = Writer(cursor)
            cursor.begin()
            try:
                yield writer
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            if writer.abandoned:
                cursor.rollback()
                return
            cursor.commit()
            self.version, self._kept = _version(cursor), {}

    def setting(self, name: str) -> str | None:
        """A setting kept with the data, or None."""
        rows = self.read("select value from sent.setting where name = $name", {"name": name}).rows
        return rows[0][0] if rows else None

    @property
    def is_example(self) -> bool:
        """Whether the database was made for the made-up council, and may hold no real return."""
        return self.setting("example") == "yes"

    def newest_event(self) -> datetime | None:
        """When anything was last sent, withdrawn or restored; None before the first upload."""
        rows = self.read_once("select max(happened_at) from sent.event").rows
        return rows[0][0]

    def checkpoint(self) -> None:
        """Take what was committed out of the log beside the file and into the file."""
        with self._writing, self._connection.cursor() as cursor, self._noticing_damage():
            cursor.execute("checkpoint")

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards."""
        self._connection.close()


class Table:
    """Rows as the database gave them, and the names of their columns."""

    def __init__(self, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        self.names = names
        self.rows = rows


def _table(cursor: duckdb.DuckDBPyConnection) -> Table:
    return Table(tuple(column[0] for column in cursor.description), cursor.fetchall())


def put_setting(cursor: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Keep a setting with the data, in place of the one before."""
    # All is fetched: a result left half read keeps a transaction open, and nothing is checkpointed.
    if cursor.execute("from sent.setting where name = ? and value = ?", [name, value]).fetchall():
        return
    cursor.execute("delete from sent.setting where name = ?", [name])
    cursor.execute("insert into sent.setting values (?, ?)", [name, value])


def _version(cursor: duckdb.DuckDBPyConnection) -> str:
    row = cursor.execute(
        "select coalesce(max(event_id), 0)::varchar || ' ' || coalesce((select string_agg(value, ' ' "
        "order by name) from sent.setting), '') from sent.event"
    ).fetchone()
    return str(row[0]) if row else ""
