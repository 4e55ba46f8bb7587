"""The database while it is open: read it, write to it one transaction at a time, close it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from data.behind import Behind
from data.damage import noticing
from data.lending import Connect
from data.loss import Loss, Outside
from data.readable import Readable
from data.transaction import Writer, commit, mark_of, whole

Keep = Callable[[Any, duckdb.DuckDBPyConnection], Exception | None]


class Database(Readable):
    """An open database: ask it, write to it one transaction at a time, close it.

    `version` changes with every act that could change an answer; caches are keyed by it. Each
    of `on_commit` is told of the database after every commit, before anybody else writes.
    """

    def __init__(
        self, path: Path, connection: duckdb.DuckDBPyConnection, connect: Connect,
        behind: Behind | None = None,
    ) -> None:  # fmt: skip
        super().__init__(path, connection, connect, behind)
        self.on_commit: list[Callable[[Database], None]] = []
        self.ledger: Outside | None = None
        self._writing = threading.RLock()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile, here or on another machine."""
        with self._writing, self.behind.turn():
            yield

    @contextmanager
    def here_alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile to this file."""
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
        with self.alone():
            self._catch_up()
            with self._whole(self.behind.noting, self.behind.keep) as writer:
                yield writer
            if not writer.abandoned:
                self.tell()

    @contextmanager
    def from_elsewhere(self) -> Iterator[Writer]:
        """One transaction that takes in what is kept behind the file already."""
        with self._writing, self._whole(lambda cursor: cursor, lambda cursor, _: commit(cursor)) as writer:
            yield writer

    @contextmanager
    def _whole(self, noting: Callable[[Any], Any], keep: Keep) -> Iterator[Writer]:
        with noticing(self.path):
            with self._lender.cursor() as bare, self._lender.cursor() as committed:
                with whole(bare, noting(bare), lambda cursor: keep(cursor, committed)) as writer:
                    yield writer
                self._lender.spoilt |= writer.failed is not None
            if not writer.abandoned:
                self._settle(writer)

    def _settle(self, writer: Writer) -> None:
        """After a commit; of one that failed, the file opened again decides."""
        if writer.failed:
            self._catch_up()
        with self._lender.cursor() as cursor:
            if writer.failed and mark_of(cursor) != writer.mark:
                raise writer.failed
            self._note(cursor)

    def tell(self) -> None:
        """Tell whoever waits for it that something was committed."""
        for tell in self.on_commit:
            tell(self)

    @property
    def loss(self) -> Loss | None:
        """What was acknowledged and this file has no more, by its ledger; None when all is there."""
        return self.ledger.loss(self, self._lender.openings) if self.ledger else None

    def checkpoint(self) -> None:
        """Take what was committed out of the log beside the file and into the file."""
        with self._writing, noticing(self.path), self._lender.cursor() as cursor:
            cursor.execute("checkpoint")

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards."""
        self._lender.end()
        self.behind.end()
