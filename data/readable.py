"""A database while it is open to be read: one SELECT at a time, or one state of it for many."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data.behind import Alone, Behind
from data.damage import noticing
from data.lending import Connect, Lender
from data.mistakes import AuthorMistake
from data.transaction import Table, Writer, table_of, version_of

NEWEST = (
    "select max(happened_at) from (select happened_at from sent.event "
    "union all select happened_at from sent.change)"
)


class Readable:
    """An open database as it is read: what others committed behind its file is taken in first."""

    def __init__(
        self, path: Path, connection: duckdb.DuckDBPyConnection, connect: Connect,
        behind: Behind | None = None,
    ) -> None:  # fmt: skip
        self.path = path
        self.behind: Behind = behind or Alone()
        self._lender = Lender(path, connection, connect)
        self._seen = (0, "")
        self._kept: dict[str, Table] = {}

    @property
    def version(self) -> str:
        """Which state of the data answers are worked out from."""
        self._catch_up()
        if self._seen[0] != self._lender.openings:  # the file was opened again: it may be another
            with self._lender.cursor() as cursor:
                self._note(cursor)
        return self._seen[1]

    @property
    def openings(self) -> int:
        """How often the file was opened: another number, and it may be another file."""
        return self._lender.openings

    def _catch_up(self) -> None:
        """Take in what others committed, unless this thread is looking at one state of the data."""
        if not self._lender.held:
            self.behind.catch_up(self)

    def _note(self, cursor: duckdb.DuckDBPyConnection) -> None:
        openings = self._lender.openings
        self._seen, self._kept = (openings, f"{openings} {version_of(cursor)}"), {}

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Table:
        """The rows of one SELECT, with the names of its columns. A cursor of its own each time.

        Raises AuthorMistake for any other statement, because reading changes nothing, and
        NotReady when the file cannot be used or turns out to be damaged.
        """
        if [each.type for each in duckdb.extract_statements(sql)] != [duckdb.StatementType.SELECT]:
            raise AuthorMistake(f"only one SELECT can be read with, not: {sql}")
        self._catch_up()
        with noticing(self.path):
            with suppress(duckdb.FatalException), self._lender.cursor() as cursor:
                return table_of(cursor.execute(sql, parameters or None))
            # A write that failed spoils the open file for all; opened again, it can be read.
            with self._lender.cursor() as cursor:
                return table_of(cursor.execute(sql, parameters or None))

    def read_once(self, sql: str) -> Table:
        """The rows of one SELECT without parameters, kept until anything is written."""
        self._catch_up()
        kept = self._kept
        if sql not in kept:
            kept[sql] = self.read(sql)
        return kept[sql]

    @contextmanager
    def as_it_is(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on what the file holds, whatever is behind it."""
        with self._lender.cursor() as cursor:
            cursor.begin()
            yield cursor

    @contextmanager
    def reading(self) -> Iterator[Writer]:
        """One state of the data for as many reads as are wanted, while others write; nothing is kept."""
        self._catch_up()
        with noticing(self.path), self._lender.cursor() as cursor:
            cursor.begin()
            yield Writer(cursor)

    def setting(self, name: str) -> str | None:
        """A setting kept with the data, or None."""
        rows = self.read("select value from sent.setting where name = $name", {"name": name}).rows
        return rows[0][0] if rows else None

    @property
    def is_example(self) -> bool:
        """Whether the database was made for the made-up council, and may hold no real return."""
        return self.setting("example") == "yes"

    def newest_event(self) -> datetime | None:
        """When anything was last sent, taken back or changed; None before the first upload."""
        return self.read_once(NEWEST).rows[0][0]
