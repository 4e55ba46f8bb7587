"""Copying: what a database holds, table by table, in a fresh file; and whether two hold the same.

Never a copy of the file itself: of a file in use that misses what its log still holds.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.damage import no_room
from data.locked import LOCKED

TABLES = (
    "select schema_name, table_name, replace(sql, ' DEFAULT(NULL)', '') from duckdb_tables() "
    "where database_name = current_database() and not internal and not temporary order by all"
)
AT_ONCE = 16
# The shared definitions are not copied, nor the settings that are true of one file only.
SETTINGS = "(from sent.setting where name not in ('views', 'lake state'))"
Figures = dict[str, list[str]]


def copy_into(file: Path, cursor: duckdb.DuckDBPyConnection) -> None:
    """A fresh database in `file` that holds what the cursor's transaction sees, closed again.

    The shared definitions are laid over it when it is next opened. Raises OSError where the disk did
    not take all of it.
    """
    with _told_of_no_room(file), duckdb.connect(str(file), config=LOCKED) as fresh:
        for schema, table, sql in cursor.execute(TABLES).fetchall():
            fresh.execute(f"create schema if not exists {schema}")
            fresh.execute(sql)
            _copy_rows(cursor, fresh, f'{schema}."{table}"')
        fresh.execute("delete from sent.setting where name = 'views'")
        fresh.execute("checkpoint")
    # A file that could not be closed in order leaves a log, and lacks what that holds.
    if file.with_name(f"{file.name}.wal").exists():
        raise OSError(f"not all of {file.name} could be written; its disk may be full")


@contextmanager
def _told_of_no_room(file: Path) -> Iterator[None]:
    """A fresh file without room is the disk's fault, and says nothing of the database that is copied."""
    try:
        yield
    except duckdb.Error as error:
        if no_room(error):
            raise OSError(f"the disk of {file.parent} has no room or cannot be written to") from None
        raise


def _copy_rows(old: duckdb.DuckDBPyConnection, fresh: duckdb.DuckDBPyConnection, table: str) -> None:
    old.execute(f"from {table}")
    types = [column[1] for column in old.description]
    if "BINARY" in map(str, types) or "BLOB" in map(str, types):
        marks = ", ".join("?" * len(types))
        while rows := old.fetchmany(AT_ONCE):
            fresh.executemany(f"insert into {table} values ({marks})", rows)
        return
    arriving = old.to_arrow_reader()
    fresh.register("arriving_rows", arriving)
    fresh.execute(f"insert into {table} from arriving_rows")
    fresh.unregister("arriving_rows")


def figures(cursor: duckdb.DuckDBPyConnection) -> Figures:
    """Of each table: its definition, its count of rows, and a sum that any other cell would change."""
    found: Figures = {}
    for schema, table, sql in cursor.execute(TABLES).fetchall():
        rows = SETTINGS if table == "setting" else f'{schema}."{table}"'
        summed = f"select count(*), coalesce(sum(hash(held)::hugeint), 0) from {rows} as held"
        count, total = cursor.execute(summed).fetchall()[0]
        found[f"{schema}.{table}"] = [sql, str(count), str(total)]
    return found


def figures_in(file: Path) -> Figures:
    """The figures of a database file that nobody has open; it is left as it is."""
    with duckdb.connect(str(file), read_only=True, config=LOCKED) as connection:
        return figures(connection)


def keep_for_good(path: Path) -> None:
    """See that a file, or what a folder lists, is on the disk and outlives a power cut."""
    if os.name == "nt" and path.is_dir():  # Windows keeps folders by itself, and cannot be asked
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
