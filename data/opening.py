"""The one place that opens the database file, locked down, and makes it ready."""

import hashlib
from pathlib import Path

import duckdb

from data.damage import InUse, damaged, newer, why_not_open
from data.database import Database, put_setting
from data.mistakes import AuthorMistake, NotReady
from data.schema import STORED_AS, return_schemas
from data.settings import TABLES, VIEWS

FORMAT = 2
LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "python_scan_all_frames": "false",
    "memory_limit": "2GB",
    "threads": "2",
    "lock_configuration": "true",
}


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if path.exists() and path.stat().st_size == 0:
        raise NotReady(damaged(path))
    which = _which(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path), config=LOCKED)
    except duckdb.Error as error:
        raise why_not_open(path, error) from None
    except OSError as error:
        raise NotReady(
            f"The database {path} cannot be made: {error.strerror}. Set COPRODUCTION_DATABASE to a "
            "file in a folder that you may write to."
        ) from None
    if which is not None and which != _which(path):  # written anew by an erasing, meanwhile
        connection.close()
        raise InUse(path)
    return connection


def _which(path: Path) -> int | None:
    """Which file stands at the path: another one has another number."""
    return path.stat().st_ino if path.exists() else None


def _make_ready(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    tables = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() "
        "union all select schema_name || '.' || view_name from duckdb_views() where not internal"
    ).fetchall()
    if tables and ("sent.setting",) not in tables:
        raise NotReady(damaged(path))
    held = None
    if tables:
        held = connection.execute("select value from sent.setting where name = 'format'").fetchone()
        if held and int(held[0]) > FORMAT:
            raise NotReady(newer(path))
    connection.execute(TABLES.read_text(encoding="utf-8"))
    for schema in return_schemas().values():
        connection.execute(
            f"create table if not exists sent.{schema.name} "
            f"(upload_id integer not null, line integer, {schema.columns()})"
        )
    if tables and held and int(held[0]) < FORMAT:
        _bring_up_to_date(connection)
    put_setting(connection, "format", str(FORMAT))


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the columns that an older file's tables lack; what it holds stays as it is."""
    connection.execute("alter table sent.upload add column if not exists rows_left_out integer")
    connection.execute("alter table sent.upload add column if not exists columns_left_out varchar")
    for schema in return_schemas().values():
        for field in schema.fields:
            connection.execute(
                f"alter table sent.{schema.name} add column if not exists "
                f'"{field.name}" {STORED_AS[field.type]}'
            )


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


def open_database(path: Path) -> Database:
    """The database in the file at `path`, made if it is not there, locked down.

    The caller closes it. Raises NotReady with the way out when the file is damaged, newer,
    something else, or open elsewhere; the file is then left as it was.
    """
    connection = _connect(path)
    try:
        _make_ready(path, connection)
        database = Database(path, connection)
        with database.writing():
            pass
    except duckdb.Error as error:
        connection.close()
        raise why_not_open(path, error) from None
    except NotReady:
        connection.close()
        raise
    return database
