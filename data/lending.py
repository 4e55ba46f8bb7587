"""Lending: one open file and its cursors, closed and opened again while nobody uses it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.damage import fatal, missing
from data.mistakes import AuthorMistake, NotReady

Connect = Callable[[Path], duckdb.DuckDBPyConnection]


class Lender:
    """Lends cursors of one open file, one a use; many may be lent at once.

    After a fatal error, and when another file or none stands at the path, the file is opened again
    for the next who asks, so that the dashboard goes on as soon as the file is well. `spoilt` may
    be set by whoever knows that it must be.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, connect: Connect) -> None:
        self.path, self._connect = path, connect
        self.openings = 1
        self._connection: duckdb.DuckDBPyConnection | None = connection
        self._which = which(path)
        self.spoilt = self._shut = self._ended = False
        self._lent = 0
        self._turn = threading.Condition()
        self._mine = threading.local()

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one use. Raises NotReady while the file cannot be used."""
        with self._turn:
            connection = self._begin()
            self._lent += 1
        self._mine.depth = self._depth + 1
        try:
            with connection.cursor() as cursor:
                yield cursor
        except duckdb.Error as error:
            self.spoilt = self.spoilt or fatal(error)
            raise
        finally:
            self._mine.depth -= 1
            with self._turn:
                self._lent -= 1
                self._turn.notify_all()

    @property
    def held(self) -> bool:
        """Whether this thread holds a cursor."""
        return self._depth > 0

    @property
    def _depth(self) -> int:
        """How many cursors this thread holds; one that holds any cannot wait for all to be back."""
        return int(getattr(self._mine, "depth", 0))

    def _begin(self) -> duckdb.DuckDBPyConnection:
        if self._depth == 0:
            self._turn.wait_for(lambda: not self._shut)
            if self._ended:
                raise NotReady("The database was closed. Start the dashboard again.")
            if self._connection is None or self.spoilt or which(self.path) != self._which:
                self._wait_for_all()
                self._open_again()
        if self._connection is None:
            raise NotReady(missing(self.path))
        return self._connection

    def _wait_for_all(self) -> None:
        """With the turn held: keep others out until every cursor is back."""
        self._shut = True
        self._turn.wait_for(lambda: self._lent == 0)
        self._shut = False

    def _open_again(self) -> None:
        """With the turn held and nothing lent: close what is open and open what is there."""
        self._drop()
        try:
            self._connection = self._connect(self.path)
        finally:
            self._turn.notify_all()
        self.spoilt, self._which = False, which(self.path)
        self.openings += 1

    def _drop(self) -> None:
        if self._connection is not None:
            with suppress(duckdb.Error):  # a spoilt file cannot be put in order any more
                self._connection.close()
        self._connection = None

    @contextmanager
    def closed(self) -> Iterator[Path]:
        """The file while it is closed and nobody uses it; whatever happens it is opened again after."""
        if self._depth:
            raise AuthorMistake("whoever holds a cursor cannot wait until all are given back")
        with self._turn:
            self._turn.wait_for(lambda: not self._shut)
            self._wait_for_all()
            self._drop()
            try:
                yield self.path
            finally:
                with suppress(NotReady):  # whoever asks next tries again, and is told
                    self._open_again()

    def end(self) -> None:
        """Close the file for good, once every cursor is back or held by this very thread."""
        with self._turn:
            self._turn.wait_for(lambda: self._lent <= self._depth)
            self._ended = True
            self._drop()


def which(path: Path) -> int | None:
    """Which file stands at the path: another one has another number; None where there is none."""
    return path.stat().st_ino if path.exists() else None
