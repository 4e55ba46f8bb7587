"""The one place that opens the database file, locked down, and makes it ready."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.behind import behind
from data.damage import InUse, damaged, missing, not_made, why_not_open
from data.database import Database
from data.lending import which
from data.locked import LOCKED
from data.mistakes import AuthorMistake, NotReady
from data.settings import VIEWS
from data.transaction import put_setting
from data.upgrading import make_ready


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if path.exists() and path.stat().st_size == 0:
        raise NotReady(damaged(path))
    before = which(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path), config=LOCKED)
    except duckdb.Error as error:
        raise why_not_open(path, error) from None
    except OSError as error:
        raise NotReady(not_made(path, error)) from None
    if before is not None and before != which(path):  # written anew by an erasing, meanwhile
        connection.close()
        raise InUse(path)
    with suppress(OSError):  # another user's file is theirs to close
        path.chmod(0o600)  # it holds counts as they were sent
    return connection


def define_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay the shared definitions over the tables, in the order of their file names.

    Where they are there already nothing is written, so a start leaves the file as it was.
    """
    views = {view.name: view.read_text(encoding="utf-8") for view in sorted(VIEWS.glob("*.sql"))}
    digest = hashlib.sha256("\n".join(views.values()).encode()).hexdigest()
    if connection.execute("from sent.setting where value = ?", [digest]).fetchone():
        return
    for name, view in views.items():
        try:
            connection.execute(view)
        except (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException) as error:
            raise AuthorMistake(f"the definition {name} does not run: {error}") from None
    put_setting(connection, "views", digest)


@contextmanager
def _closed_where_unfit(path: Path, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Close the file again, and say why, where it turns out that it cannot be used."""
    try:
        yield
    except duckdb.Error as error:
        connection.close()
        raise why_not_open(path, error) from None
    except NotReady:
        connection.close()
        raise


def _connect_again(path: Path) -> duckdb.DuckDBPyConnection:
    """The file opened once more while the dashboard runs; never made anew."""
    if not path.exists():
        raise NotReady(missing(path))
    connection = _connect(path)
    with _closed_where_unfit(path, connection):
        make_ready(path, connection)
        define_views(connection)
    return connection


def open_database(path: Path, keep_before: bool = True) -> Database:
    """The database in the file at `path`, made if it is not there, locked down.

    An older file is brought up to date, after a backup of it unless not `keep_before`.

    The caller closes it. Raises NotReady with the way out when the file is damaged, newer,
    something else, or open elsewhere; the file is then left as it was.
    """
    standing = behind(path)
    connection = _connect(path)
    try:
        with _closed_where_unfit(path, connection):
            make_ready(path, connection, keep_before)
            database = Database(path, connection, _connect_again, standing)
            standing.begin(database)
    except BaseException:
        standing.end()
        raise
    return database
