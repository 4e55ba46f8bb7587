"""The one place that opens, lends and closes the database."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data.mistakes import NotReady
from data.schema import return_schemas
from data.settings import TABLES, VIEWS

FORMAT = 1
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


class Writer:
    """A transaction under way: its cursor, and a way to leave nothing behind."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.cursor = cursor
        self.abandoned = False

    def read(self, sql: str) -> "Table":
        """The rows of one SELECT as this transaction sees them."""
        return _table(self.cursor.execute(sql))

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

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> "Table":
        """The rows of one SELECT, with the names of its columns. A cursor of its own each time."""
        with self._connection.cursor() as cursor:
            return _table(cursor.execute(sql, parameters or None))

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction, kept whole at the end or, after an error or `abandon`, not at all."""
        with self._writing, self._connection.cursor() as cursor:
            writer = Writer(cursor)
            cursor.begin()
            try:
                yield writer
            except BaseException:
                cursor.rollback()
                raise
            if writer.abandoned:
                cursor.rollback()
                return
            cursor.commit()
            self.version = _version(cursor)

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
        rows = self.read("select max(happened_at) from sent.event").rows
        return rows[0][0]

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
    if cursor.execute("from sent.setting where name = ? and value = ?", [name, value]).fetchone():
        return
    cursor.execute("delete from sent.setting where name = ?", [name])
    cursor.execute("insert into sent.setting values (?, ?)", [name, value])


def _version(cursor: duckdb.DuckDBPyConnection) -> str:
    row = cursor.execute(
        "select coalesce(max(event_id), 0)::varchar || ' ' || coalesce((select string_agg(value, ' ' "
        "order by name) from sent.setting), '') from sent.event"
    ).fetchone()
    return str(row[0]) if row else ""


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if path.exists() and path.stat().st_size == 0:
        raise NotReady(_damaged(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(str(path), config=LOCKED)
    except duckdb.Error as error:
        raise NotReady(_sentence(path, str(error))) from None
    except OSError as error:
        raise NotReady(
            f"The database {path} cannot be made: {error.strerror}. Set COPRODUCTION_DATABASE to a "
            "file in a folder that you may write to."
        ) from None


def _damaged(path: Path) -> str:
    return (
        f"The file {path} is damaged or is not the dashboard's database; it was left as it is. Move "
        "it aside and put back your newest backup, or set COPRODUCTION_DATABASE to another file."
    )


def _sentence(path: Path, said: str) -> str:
    if "lock" in said.lower():
        return (
            f"The database {path} is open in another program. Stop the dashboard or the command "
            "that has it open, then try again."
        )
    if "newer version" in said or "storage version" in said or "version number" in said:
        return _newer(path)
    return _damaged(path)


def _newer(path: Path) -> str:
    return (
        f"The database {path} was made by a newer version than this one; it was left as it is. "
        "Update the dashboard, or set COPRODUCTION_DATABASE to another file."
    )


def _make_ready(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    tables = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables()"
    ).fetchall()
    if tables and ("sent.setting",) not in tables:
        raise NotReady(_damaged(path))
    if tables:
        held = connection.execute("select value from sent.setting where name = 'format'").fetchone()
        if held and int(held[0]) > FORMAT:
            raise NotReady(_newer(path))
    connection.execute(TABLES.read_text(encoding="utf-8"))
    for schema in return_schemas().values():
        connection.execute(
            f"create table if not exists sent.{schema.name} "
            f"(upload_id integer not null, line integer, {schema.columns()})"
        )
    put_setting(connection, "format", str(FORMAT))


def define_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay the shared definitions over the tables, in the order of their file names."""
    for view in sorted(VIEWS.glob("*.sql")):
        connection.execute(view.read_text(encoding="utf-8"))


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
        raise NotReady(_sentence(path, str(error))) from None
    except NotReady:
        connection.close()
        raise
    return database
