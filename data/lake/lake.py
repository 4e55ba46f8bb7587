"""The lake, open: one transaction at a time, from a state that is known."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.again import Overtaken
from data.lake.attached import attached
from data.lake.catalogue import Catalogue
from data.lake.words import not_opened
from data.mistakes import NotReady

NUMBER = "select id from lake.current_snapshot()"
NOTE = "call lake.set_commit_message('coproduction', ?, extra_info => ?)"
OLD = (
    "call ducklake_expire_snapshots('lake', older_than => now())",
    "call ducklake_cleanup_old_files('lake', cleanup_all => true)",
    "call ducklake_delete_orphaned_files('lake', cleanup_all => true)",
)


class Lake:
    """Opened when it is first asked, and anew after anything went wrong."""

    def __init__(self, address: str, data: Path | None, catalogue: Catalogue) -> None:
        self._address, self._data, self._catalogue = address, data, catalogue
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._mine = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
        """One state of the lake, and which it is."""
        with self._mine, self._told():
            connection, number = self._begun()
            yield connection, self._catalogue.stamp(number)
            connection.rollback()

    @contextmanager
    def writing(self, known: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction on the state `known`.

        Raises Overtaken where another state is the newest by now, and where it could not be kept.
        """
        with self._mine, self._told(Overtaken):
            connection, number = self._begun()
            if known and self._catalogue.stamp(number) != known:
                raise Overtaken
            yield connection

    def keep(self, connection: duckdb.DuckDBPyConnection, what: str, note: str) -> str:
        """Commit what was begun; which state the lake is then in."""
        number = connection.execute(NUMBER).fetchall()[0][0]
        connection.execute(NOTE, [what, note])
        self._catalogue.still_has_turn()
        connection.commit()
        return self._catalogue.stamp(number + 1)

    def let_go(self) -> None:
        """Remove every earlier state, and every file that only they need."""
        with self._mine, self._told():
            connection, _ = self._begun()
            connection.rollback()
            for old in OLD:
                connection.execute(old)

    def _begun(self) -> tuple[duckdb.DuckDBPyConnection, int]:
        """A transaction begun; over a new connection where the one before had ended meanwhile."""
        for last in (False, True):
            connection = self._connection = self._connection or attached(self._address, self._data)
            try:
                connection.begin()
                return connection, connection.execute(NUMBER).fetchall()[0][0]
            except duckdb.Error:
                self.close()
                if last:
                    raise
        raise AssertionError

    @contextmanager
    def _told(self, told: Callable[[str], NotReady] = not_opened) -> Iterator[None]:
        """Roll back whatever was not kept; say in a sentence what the lake could not do."""
        try:
            yield
        except duckdb.Error as error:
            self.close()
            self._catalogue.newest()  # where PostgreSQL is gone, it is that
            raise told(_shortly(error)) from None
        except BaseException:
            with suppress(duckdb.Error):
                if self._connection:
                    self._connection.rollback()
            raise

    def close(self) -> None:
        """Close it; it is opened again when it is next asked."""
        if self._connection is not None:
            with suppress(duckdb.Error):
                self._connection.close()
        self._connection = None


def _shortly(error: duckdb.Error) -> str:
    """The kind of fault: what DuckDB says of it may hold how PostgreSQL is reached."""
    return type(error).__name__
