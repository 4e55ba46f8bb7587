"""Committing: a checked sheet becomes an upload, its rows, its protected counts and an event."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow

from data.intake.read import Sheet
from data.protection import fingerprint, protect_rows
from data.schema import Schema

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


def _note_upload(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    content: str,
    delivery: Delivery,
) -> int:
    upload = {
        "upload_id": next_id(cursor, "sent.upload", "upload_id"),
        "return_name": schema.name,
        "received_at": delivery.received_at,
        "file_name": sheet.name,
        "file_bytes": sheet.content,
        "file_sha256": hashlib.sha256(sheet.content).hexdigest(),
        "content_sha256": content,
        "row_count": len(sheet.records),
        "sender": delivery.sender,
        "agreed_by": delivery.agreed_by,
        "minutes": delivery.minutes,
        "reason": delivery.reason,
    }
    values = ", ".join(f"${name}" for name in upload)
    cursor.execute(f"insert into sent.upload ({', '.join(upload)}) values ({values})", upload)
    return int(upload["upload_id"])


def commit(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    content: str,
    delivery: Delivery,
    key: bytes,
) -> int:
    """Store the sheet and the rows in `incoming`, and return the upload's number."""
    upload_id = _note_upload(cursor, sheet, schema, content, delivery)
    names = ", ".join(f'"{name}"' for name in schema.field_names)
    cursor.execute(
        f"insert into sent.{schema.name} by name "
        f"select ?::integer as upload_id, line, {names} from incoming order by line",
        [upload_id],
    )
    event_id = record_event(
        cursor, upload_id, "sent", delivery.received_at, delivery.agreed_by, delivery.reason
    )
    if schema.name in PEOPLE:
        _protect(cursor, schema, (upload_id, event_id), key)
    return upload_id
