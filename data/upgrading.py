"""The format of the database file: its tables made, and an older file brought up to date.

An older file is first kept as a backup, then changed in one transaction: killed at any instant it
is as it was or up to date.
"""

from pathlib import Path

import duckdb

from data.access import COMMAND
from data.audit import record
from data.backup.making import write_backup
from data.damage import damaged, newer
from data.mistakes import NotReady
from data.schema import STORED_AS, list_schemas, return_schemas
from data.settings import TABLES
from data.transaction import put_setting

FORMAT = 4
ADDED = {
    "rows_left_out": "integer",
    "columns_left_out": "varchar",
    "nobody_recognised": "boolean",
}


def make_ready(path: Path, connection: duckdb.DuckDBPyConnection, keep_before: bool = True) -> None:
    """See that the file has every table of the present format.

    Of an older file a backup named before-format-… is made first, unless not `keep_before`.
    Raises NotReady for a file that is something else, is newer, or cannot be backed up.
    """
    held = _format(path, connection)
    older = held is not None and held < FORMAT
    connection.begin()
    try:
        if older and keep_before:
            write_backup(connection, path, f"before-format-{FORMAT}")
        _lay_tables(connection)
        if older:
            _bring_up_to_date(connection)
            record(connection, COMMAND, "file upgraded", f"format {held} to {FORMAT}")
        put_setting(connection, "format", str(FORMAT))
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _format(path: Path, connection: duckdb.DuckDBPyConnection) -> int | None:
    """The format that the file says it has; None for a new one."""
    tables = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() "
        "union all select schema_name || '.' || view_name from duckdb_views() where not internal"
    ).fetchall()
    if tables and ("sent.setting",) not in tables:
        raise NotReady(damaged(path))
    if not tables:
        return None
    held = connection.execute("select value from sent.setting where name = 'format'").fetchall()
    if held and int(held[0][0]) > FORMAT:
        raise NotReady(newer(path))
    return int(held[0][0]) if held else None


def _lay_tables(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(TABLES.read_text(encoding="utf-8"))
    for schema in return_schemas().values():
        connection.execute(
            f"create table if not exists sent.{schema.name} "
            f"(upload_id integer not null, line integer, {schema.columns()})"
        )


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the columns that an older file's tables lack; what it holds stays as it is."""
    for name, type_ in ADDED.items():
        connection.execute(f"alter table sent.upload add column if not exists {name} {type_}")
    tables = [("sent", schema) for schema in return_schemas().values()]
    tables += [("reference", schema) for schema in list_schemas().values()]
    for folder, schema in tables:
        for field in schema.fields:
            connection.execute(
                f"alter table if exists {folder}.{schema.name} add column if not exists "
                f'"{field.name}" {STORED_AS[field.type]}'
            )
