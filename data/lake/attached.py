"""The one place that attaches a lake: extensions from their packages, its folder allowed, all else locked."""

from importlib.resources import files
from pathlib import Path

import duckdb

from data.lake.words import Unreachable, no_folder, not_installed, not_opened
from data.locked import LOCKED
from data.mistakes import NotReady

# The catalogue's own key then lets one of two through that began from the same state, and no retry
# lets the other follow unseen.
ONE_OF_TWO = "set ducklake_max_retry_count = 0"


def attached(address: str, data: Path | None) -> duckdb.DuckDBPyConnection:
    """A connection that has the lake as its database and can reach nothing else.

    Raises NotReady with one sentence where a package, the folder or PostgreSQL is missing.
    """
    if data is None or not data.is_dir():
        raise no_folder()
    connection = duckdb.connect(":memory:")
    try:
        for extension in _extensions():
            connection.execute(f"load '{_quoted(str(extension))}'")
        # Small additions go into files as large ones do, so that what is erased lies in one place only.
        connection.execute(
            f"attach 'ducklake:postgres:{_quoted(address)}' as lake "
            f"(data_path '{_quoted(str(data))}/', data_inlining_row_limit 0)"
        )
        _lock(connection, data)
    except duckdb.Error as error:
        connection.close()
        raise _why(error) from None
    return connection


def _extensions() -> list[Path]:
    """The files of the extensions, as their packages brought them: nothing is copied or fetched."""
    try:
        import duckdb_extension_ducklake as ducklake
        import duckdb_extension_postgres_scanner as postgres
    except ImportError:
        raise not_installed() from None
    version = f"v{duckdb.__version__}"
    return [
        Path(str(files(package))) / "extensions" / version / f"{name}.duckdb_extension"
        for package, name in ((ducklake, "ducklake"), (postgres, "postgres_scanner"))
    ]


def _lock(connection: duckdb.DuckDBPyConnection, data: Path) -> None:
    """Allow the lake's folder, then lock the connection as a file's is locked."""
    connection.execute(ONE_OF_TWO)
    connection.execute(f"set allowed_directories = ['{_quoted(str(data))}/']")
    for name, value in LOCKED.items():
        connection.execute(f"set {name} = '{value}'")
    connection.execute("use lake")


def _why(error: duckdb.Error) -> NotReady:
    said = str(error)
    if "Unable to connect" in said or "connection to server" in said:
        return Unreachable()
    known = "data path" in said.lower() or "DATA_PATH" in said
    return not_opened("its files lie in another folder" if known else type(error).__name__)


def _quoted(text: str) -> str:
    return text.replace("'", "''")
