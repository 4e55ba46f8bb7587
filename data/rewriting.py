"""Rewriting: the database file written anew, so that it holds nothing of what was deleted.

A database file keeps freed places as they were until something else is written there, and a
checkpoint alone leaves deleted text in it. Only a new file holds no trace.
"""

import os
import shutil
import tempfile
from pathlib import Path

import duckdb

from data.database import Database, Writer
from data.opening import LOCKED

TABLES = (
    "select schema_name, table_name, sql from duckdb_tables() "
    "where database_name = current_database() and not internal and not temporary"
)
AT_ONCE = 16
BEGUN = "writing-anew-"


def rewrite(database: Database) -> None:
    """Write the database's file anew, put it in place of the old one, and close the database.

    Nobody else can write meanwhile. Killed at any instant, the old file or the new one is there
    whole. The shared definitions are laid over it at the next start.
    """
    database.checkpoint()
    for left in database.path.parent.glob(f"{BEGUN}*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=database.path.parent, prefix=BEGUN) as folder:
        file = Path(folder, database.path.name)
        with database.writing() as writer:
            with duckdb.connect(str(file), config=LOCKED) as fresh:
                _copy(writer, fresh)
            shutil.copymode(database.path, file)
            os.replace(file, database.path)
            writer.abandon()
    database.close()


def _copy(writer: Writer, fresh: duckdb.DuckDBPyConnection) -> None:
    for schema, table, sql in writer.read(TABLES).rows:
        fresh.execute(f"create schema if not exists {schema}")
        fresh.execute(sql)
        _copy_rows(writer.cursor, fresh, f'{schema}."{table}"')
    fresh.execute("delete from sent.setting where name = 'views'")


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
