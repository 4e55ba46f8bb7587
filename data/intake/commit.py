"""Committing: a checked sheet becomes an upload, its rows, its protected counts and an event."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb
import pyarrow

from data.database import Table
from data.intake.read import Sheet
from data.protection import fingerprint, protect_rows
from data.schema import Schema, return_schemas

PEOPLE = {
    "participation": 'select directorate, period, unit, characteristic, category, "count" '
    'from incoming where "count" is not null',
    "maturity": "select project_id, period, field, people from incoming "
    "unpivot (people for field in (people, new_people, asked, felt_heard))",
}


@dataclass(frozen=True)
class Delivery:
    """What is known of a sending beside its files: when, by whom, and why."""

    received_at: datetime
    sender: str | None = None
    agreed_by: str | None = None
    minutes: int | None = None
    reason: str | None = None


def content_hash(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> str:
    """What the rows in `incoming` say, whatever their order or the file around them: SHA-256."""
    cells = ", ".join(f"coalesce(\"{name}\"::varchar, chr(30))" for name in schema.field_names)
    row = cursor.execute(
        "select sha256(string_agg(said, chr(10) order by said)) "
        f"from (select concat_ws(chr(31), {cells}) as said from incoming)"
    ).fetchone()
    return str(row[0]) if row else ""


def sent_before(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, content: str
) -> tuple[int | None, bool]:
    """The newest upload not withdrawn that said the same, and whether all of it counts now."""
    row = cursor.execute(
        "select upload_id, row_count from sent.upload "
        "join uploads_in_force(timestamp '9999-12-31') using (upload_id) "
        "where upload.return_name = ? and content_sha256 = ? order by upload_id desc limit 1",
        [schema.name, content],
    ).fetchone()
    if row is None:
        return None, False
    counted = cursor.execute(
        f"select count(*) from ({rows_in_force(schema)}) where upload_id = ?", [row[0]]
    ).fetchone()
    return int(row[0]), bool(counted and counted[0] == row[1])


def state(read: Callable[[str], Table]) -> list[Any]:
    """What counts now, as one figure a return: equal before and after when nothing changed."""
    return [
        read(
            "select count(*), bit_xor(hash(said)) from (select * exclude (upload_id, line) "
            f"from ({rows_in_force(schema)})) as said"
        ).rows
        for schema in return_schemas().values()
    ]


def rows_in_force(schema: Schema) -> str:
    """SQL for the raw rows of a return that count now: a newer upload replaces a whole slice."""
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    return (
        f"select kept.* from sent.{schema.name} as kept "
        "join uploads_in_force(timestamp '9999-12-31') using (upload_id) "
        f"qualify upload_id = max(upload_id) over (partition by {slice_})"
    )


def _protect(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, stamp: tuple[int, int], key: bytes
) -> None:
    rows = cursor.execute(PEOPLE[schema.name]).fetchall()
    if not rows:
        return
    columns = zip(*protect_rows(rows, schema.name, key), strict=True)
    table = pyarrow.table({str(place): list(column) for place, column in enumerate(columns)})
    cursor.register("protected_rows", table)
    cursor.execute(
        f"insert into protected.{schema.name} select ?, ?, ?, * from protected_rows",
        [*stamp, fingerprint(key)],
    )
    cursor.unregister("protected_rows")


def next_id(cursor: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    """The next number of an append-only table; one transaction writes at a time."""
    row = cursor.execute(f"select coalesce(max({column}), 0) + 1 from {table}").fetchone()
    return int(row[0]) if row else 1


def record_event(
    cursor: duckdb.DuckDBPyConnection,
    upload_id: int,
    act: str,
    happened_at: datetime,
    done_by: str | None,
    reason: str | None,
) -> int:
    """Append what was done to an upload, and return the event's number."""
    event_id = next_id(cursor, "sent.event", "event_id")
    cursor.execute(
        "insert into sent.event values (?, ?, ?, ?, ?, ?)",
        [event_id, upload_id, act, happened_at, done_by, reason],
    )
    return event_id


def commit(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    content: str,
    delivery: Delivery,
    key: bytes,
) -> int:
    """Store the sheet and the rows in `incoming`, and return the upload's number."""
    upload_id = next_id(cursor, "sent.upload", "upload_id")
    cursor.execute(
        "insert into sent.upload values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            upload_id,
            schema.name,
            delivery.received_at,
            sheet.name,
            sheet.content,
            hashlib.sha256(sheet.content).hexdigest(),
            content,
            len(sheet.records),
            delivery.sender,
            delivery.agreed_by,
            delivery.minutes,
            delivery.reason,
        ],
    )
    names = ", ".join(f'"{name}"' for name in schema.field_names)
    cursor.execute(
        f"insert into sent.{schema.name} select ?, line, {names} from incoming order by line",
        [upload_id],
    )
    event_id = record_event(
        cursor, upload_id, "sent", delivery.received_at, delivery.agreed_by, delivery.reason
    )
    if schema.name in PEOPLE:
        _protect(cursor, schema, (upload_id, event_id), key)
    return upload_id
