"""The database while it is open: read it, write to it one transaction at a time, close it."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data.damage import noticing
from data.lending import Connect, Lender
from data.loss import Loss, Outside
from data.mistakes import AuthorMistake
from data.transaction import Table, Writer, commit, mark_of, table_of, version_of

NEWEST = (
    "select max(happened_at) from (select happened_at from sent.event "
    "union all select happened_at from sent.change)"
)


class Database:
    """An open database: ask it, write to it one transaction at a time, close it.

    `version` changes with every act that could change an answer; caches are keyed by it. Each
    of `on_commit` is told of the database after every commit, before anybody else writes.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, connect: Connect) -> None:
        self.path = path
        self.on_commit: list[Callable[[Database], None]] = []
        self.ledger: Outside | None = None
        self._lender = Lender(path, connection, connect)
        self._writing = threading.RLock()
        self._seen = (0, "")
        self._kept: dict[str, Table] = {}

    @property
    def version(self) -> str:
        """Which state of the data answers are worked out from."""
        if self._seen[0] != self._lender.openings:  # the file was opened again: it may be another
            with self._lender.cursor() as cursor:
                self._note(cursor)
        return self._seen[1]

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
        with noticing(self.path):
            with suppress(duckdb.FatalException), self._lender.cursor() as cursor:
                return table_of(cursor.execute(sql, parameters or None))
            # A write that failed spoils the open file for all; opened again, it can be read.
            with self._lender.cursor() as cursor:
                return table_of(cursor.execute(sql, parameters or None))

    def read_once(self, sql: str) -> Table:
        """The rows of one SELECT without parameters, kept until anything is written."""
        kept = self._kept
        if sql not in kept:
            kept[sql] = self.read(sql)
        return kept[sql]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile."""
        with self._writing:
            yield

    @contextmanager
    def closed_meanwhile(self) -> Iterator[Path]:
        """Nobody reads or writes, and the file is closed; it is opened again after, whatever happens."""
        with self._writing, self._lender.closed() as path:
            yield path

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction, kept whole at the end or, after an error or `abandon`, not at all."""
        with self._writing, noticing(self.path):
            with self._lender.cursor() as cursor:
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
                wanted, failed = mark_of(cursor), commit(cursor)
                self._lender.spoilt |= failed is not None
            self._settle(wanted, failed)

    def _settle(self, wanted: tuple[Any, ...], failed: duckdb.Error | None) -> None:
        """After a commit, tell who waits for it; of one that failed, the file opened again decides."""
        with self._lender.cursor() as cursor:
            if failed and mark_of(cursor) != wanted:
                raise failed
            self._note(cursor)
        for tell in self.on_commit:
            tell(self)

    @contextmanager
    def reading(self) -> Iterator[Writer]:
        """One state of the data for as many reads as are wanted, while others write; nothing is kept."""
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

    @property
    def loss(self) -> Loss | None:
        """What was acknowledged and this file has no more, by its ledger; None when all is there."""
        return self.ledger.loss(self, self._lender.openings) if self.ledger else None

    def newest_event(self) -> datetime | None:
        """When anything was last sent, taken back or changed; None before the first upload."""
        return self.read_once(NEWEST).rows[0][0]

    def checkpoint(self) -> None:
        """Take what was committed out of the log beside the file and into the file."""
        with self._writing, noticing(self.path), self._lender.cursor() as cursor:
            cursor.execute("checkpoint")

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards."""
        self._lender.end()
