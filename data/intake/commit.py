"""Committing: a checked sheet becomes an upload, its rows, its protected counts and an event."""

from datetime import datetime

import duckdb
import pyarrow

from data.access import COMMAND, Person
from data.audit import record
from data.intake.arrival import Arrival
from data.intake.contents import holds_notes
from data.intake.kept import kept
from data.protection import COUNTS, fingerprint, protect_rows
from data.schema import Schema

PEOPLE = {
    "participation": 'select directorate, period, unit, characteristic, category, "count" '
    'from incoming where "count" is not null',
    "maturity": "select project_id, period, field, people from incoming "
    f"unpivot (people for field in ({', '.join(COUNTS['maturity'])}))",
}


def _protect(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, stamp: tuple[int, int], key: bytes
) -> None:
    people = cursor.execute(PEOPLE[schema.name]).to_arrow_table()
    if not people.num_rows:
        return
    rows = zip(*(column.to_pylist() for column in people.columns), strict=True)
    counts = pyarrow.array([int(row[-1]) for row in protect_rows(rows, schema.name, key)])
    cursor.register("protected_rows", people.set_column(people.num_columns - 1, "rounded", counts))
    cursor.execute(
        f"insert into protected.{schema.name} select ?, ?, ?, * from protected_rows",
        [*stamp, fingerprint(key)],
    )
    cursor.unregister("protected_rows")


def next_id(cursor: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    """The next number of an append-only table; one transaction writes at a time."""
    row = cursor.execute(f"select coalesce(max({column}), 0) + 1 from {table}").fetchone()
    return int(row[0]) if row else 1


def newest_act(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> str | None:
    """What was last done to an upload; None when there is none of this number."""
    row = cursor.execute(
        "select arg_max(act, event_id) from sent.event where upload_id = ?", [upload_id]
    ).fetchone()
    return row[0] if row else None


def return_of(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> str:
    """Which return an upload is."""
    sql = "select return_name from sent.upload where upload_id = ?"
    row = cursor.execute(sql, [upload_id]).fetchone()
    return str(row[0]) if row else ""


def record_event(
    cursor: duckdb.DuckDBPyConnection,
    upload_id: int,
    act: str,
    happened_at: datetime,
    done_by: str | None,
    reason: str | None,
    person: Person = COMMAND,
) -> int:
    """Append what was done to an upload, audit it, and return the event's number."""
    event_id = next_id(cursor, "sent.event", "event_id")
    cursor.execute(
        "insert into sent.event values (?, ?, ?, ?, ?, ?)",
        [event_id, upload_id, act, happened_at, done_by, reason],
    )
    record(cursor, person, act, return_of(cursor, upload_id), upload_id)
    return event_id


def _note_upload(cursor: duckdb.DuckDBPyConnection, arrival: Arrival, content: str) -> int:
    name, held = kept(arrival)
    has_notes = holds_notes(cursor, arrival.schema)
    left_out = [arrival.sheet.header[place] for place in arrival.matched.left_out]
    upload = {
        "upload_id": next_id(cursor, "sent.upload", "upload_id"),
        "return_name": arrival.schema.name,
        "received_at": arrival.delivery.received_at,
        "file_name": name,
        "file_bytes": held,
        "file_sha256": arrival.fingerprint,
        "content_sha256": content,
        "row_count": len(arrival.answered.sheet.records),
        "sender": arrival.delivery.sender or arrival.delivery.person.name,
        "agreed_by": arrival.delivery.agreed_by,
        "minutes": arrival.delivery.minutes,
        "reason": arrival.delivery.reason,
        "rows_left_out": arrival.rows_left_out,
        "columns_left_out": ", ".join(filter(None, left_out)) or None,
        "nobody_recognised": arrival.delivery.nobody_recognised if has_notes else None,
    }
    values = ", ".join(f"${name}" for name in upload)
    cursor.execute(f"insert into sent.upload ({', '.join(upload)}) values ({values})", upload)
    return int(upload["upload_id"])


def commit(
    cursor: duckdb.DuckDBPyConnection, arrival: Arrival, content: str, key: bytes | None
) -> int:
    """Store the arrival's file and the rows in `incoming`, and return the upload's number.

    Counts are protected with the `key`; without one, for a look that keeps nothing, not at all.
    """
    schema, delivery = arrival.schema, arrival.delivery
    upload_id = _note_upload(cursor, arrival, content)
    names = ", ".join(f'"{name}"' for name in schema.field_names)
    cursor.execute(
        f"insert into sent.{schema.name} by name "
        f"select ?::integer as upload_id, line, {names} from incoming order by line",
        [upload_id],
    )
    event_id = record_event(
        cursor, upload_id, "sent", delivery.received_at, delivery.agreed_by, delivery.reason,
        delivery.person,
    )  # fmt: skip
    if schema.name in COUNTS and key is not None:
        _protect(cursor, schema, (upload_id, event_id), key)
    return upload_id
