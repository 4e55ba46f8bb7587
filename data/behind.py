"""What stands behind a database's file: nothing, or a lake that many machines share.

This is the one seam between the two. All that is read and written is read and written in the file
with the same SQL; whatever stands behind it takes in what others committed, and keeps what was
written before anybody is told that it is kept.
"""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Protocol

import duckdb

from data.settings import database_path, lake_address
from data.transaction import commit


class Behind(Protocol):
    """What a database asks of whatever stands behind its file."""

    def turn(self) -> AbstractContextManager[None]:
        """While this goes on nobody else writes, on any machine. Raises NotReady where that cannot be."""

    def begin(self, database: Any) -> None:
        """A file was opened: see that it and what is behind it are one."""

    def catch_up(self, database: Any) -> None:
        """Take in what others committed since. Raises NotReady where that cannot be known."""

    def noting(self, cursor: duckdb.DuckDBPyConnection) -> Any:
        """The cursor, or one that notes which tables are written to."""

    def keep(self, cursor: Any, committed: duckdb.DuckDBPyConnection) -> Exception | None:
        """Keep the cursor's transaction; the error where it could not be said that it is kept.

        `committed` is another cursor, which sees what was committed before.
        """

    def write_anew(self, database: Any) -> None:
        """Keep nothing of what was deleted, behind the file."""

    def replace(self, file: Path) -> None:
        """Let what this closed file holds be what is kept, in place of all that was."""

    def end(self) -> None:
        """Let go of what is behind the file."""


class Alone:
    """Nothing stands behind the file: it is all there is, and one process has it."""

    def turn(self) -> AbstractContextManager[None]:
        """Whoever has the file is alone with it."""
        return nullcontext()

    def begin(self, database: Any) -> None:
        """See that the file can be written to."""
        with database.writing():
            pass

    def catch_up(self, database: Any) -> None:
        """Nobody else commits."""

    def noting(self, cursor: duckdb.DuckDBPyConnection) -> Any:
        """The cursor as it is."""
        return cursor

    def keep(self, cursor: Any, committed: duckdb.DuckDBPyConnection) -> Exception | None:
        """Commit it."""
        return commit(cursor)

    def write_anew(self, database: Any) -> None:
        """There is nothing."""

    def replace(self, file: Path) -> None:
        """There is nothing to be replaced."""

    def end(self) -> None:
        """There is nothing to let go of."""


def behind(path: Path) -> Behind:
    """What stands behind the database file at `path`: a lake where the settings name one for it."""
    address = lake_address()
    if address is None or path != database_path():
        return Alone()
    from data.lake.shared import (
        Shared,  # its packages are there only where a lake is wanted
    )

    return Shared(path, address)


def is_there(path: Path) -> bool:
    """Whether there is a database at `path` to be opened, in the file or behind it."""
    if path.exists() or lake_address() is None or path != database_path():
        return path.exists()
    from data.lake.named import holds_something

    return holds_something()
