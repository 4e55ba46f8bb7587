"""The example many times as large, made by SQL in a copy of its database.

Every project is there so many times, with its ratings, themes and protected counts, in the same returns
under numbers of their own. Who takes part and the conditions are counted by directorate, so their rows
grow as they do in use: each return was sent so many times before, and the newest counts. Those earlier
returns keep no file. Every question then reads that many times the rows.
"""

import shutil
from pathlib import Path

import duckdb

BY_PROJECT = ("sent.projects", "sent.maturity", "sent.themes", "protected.maturity")
BY_DIRECTORATE = ("sent.participation", "sent.conditions", "protected.participation")
AGAIN = "select upload_id from sent.upload where return_name in ('participation', 'conditions')"
EARLIER = 1_000_000  # below the numbers of the example's own uploads and events


def scaled(example: Path, path: Path, scale: int) -> Path:
    """A copy of the example's database at `path`, so many times as large."""
    shutil.copyfile(example, path)
    connection = duckdb.connect(str(path))
    if scale > 1:
        connection.execute("begin")
        connection.execute(f"create temp table copies as select range::integer as copy from range(1, {scale})")
        for table in BY_PROJECT:
            connection.execute(more_projects(connection, table))
        for table in BY_DIRECTORATE:
            connection.execute(sent_before(table))
        connection.execute(BEFORE_UPLOADS)
        connection.execute(BEFORE_EVENTS)
        connection.execute("commit")
    connection.execute("checkpoint")
    connection.close()
    return path


def more_projects(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Rows of projects under further numbers; a project that another shaped is shaped by the same copy of it."""
    names = {row[0] for row in connection.execute(f"describe {table}").fetchall()}
    numbers = [name for name in ("project_id", "shaped_by") if name in names]
    lines = [", line + copy * 100000 as line"] if "line" in names else []
    said = ", ".join(f"{name} || '-' || copy as {name}" for name in numbers)
    return f"insert into {table} select each.* replace ({said}{''.join(lines)}) from {table} as each cross join copies"


def sent_before(table: str) -> str:
    """The same rows in each of the earlier returns."""
    event = f", event_id - copy * {EARLIER} as event_id" if table.startswith("protected.") else ""
    return (
        f"insert into {table} select each.* replace (upload_id - copy * {EARLIER} as upload_id{event}) "
        f"from {table} as each cross join copies where upload_id in ({AGAIN})"
    )


BEFORE_UPLOADS = f"""
    insert into sent.upload
    select each.* replace (
        upload_id - copy * {EARLIER} as upload_id, received_at - to_microseconds(copy) as received_at,
        ''::blob as file_bytes
    )
    from sent.upload as each cross join copies
    where return_name in ('participation', 'conditions')
"""
BEFORE_EVENTS = f"""
    insert into sent.event
    select each.* replace (
        event_id - copy * {EARLIER} as event_id, upload_id - copy * {EARLIER} as upload_id,
        happened_at - to_microseconds(copy) as happened_at
    )
    from sent.event as each cross join copies
    where upload_id in ({AGAIN})
"""
