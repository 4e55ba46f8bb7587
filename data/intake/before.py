"""What was sent before: whether a file says anything new, and what counts now."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

import duckdb

from data.protection import COUNTS
from data.schema import Schema, return_schemas
from data.transaction import Table


def content_hash(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> str:
    """What the rows in `incoming` say, whatever their order or the file around them: SHA-256."""
    cells = ", ".join(f'coalesce("{name}"::varchar, chr(30))' for name in schema.field_names)
    row = cursor.execute(
        "select sha256(string_agg(said, chr(10) order by said)) "
        f"from (select concat_ws(chr(31), {cells}) as said from incoming)"
    ).fetchone()
    return str(row[0]) if row else ""


def before_this(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, blind: bool
) -> tuple[str, int | None, tuple[int, datetime] | None]:
    """What was sent before the rows in `incoming`: three things about them.

    Their content's hash; the newest upload not withdrawn that said the same; and, when every
    row of them counts now and none would go, the newest upload they count from and when it
    was received. `blind` says to look at nothing that was sent: only a sending, which is kept
    and seen, may learn whether counts of people were the same.
    """
    content = content_hash(cursor, schema)
    if blind:
        return content, None, None
    row = cursor.execute(
        "select max(upload_id) from sent.upload "
        "join uploads_in_force(timestamp '9999-12-31') as counting using (upload_id) "
        "where upload.return_name = ? and content_sha256 = ?",
        [schema.name, content],
    ).fetchone()
    return content, row[0] if row else None, _counting_already(cursor, schema)


def _counting_already(
    cursor: duckdb.DuckDBPyConnection, schema: Schema
) -> tuple[int, datetime] | None:
    said = ", ".join(f'"{name}"' for name in schema.field_names)
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    row = cursor.execute(
        f"with present as (select upload_id, hash({said}) as said "
        f"from ({rows_in_force(schema)}) semi join incoming using ({slice_})), "
        f"arriving_rows as (select hash({said}) as said from incoming) "
        "select max(upload_id), count(*) filter (present.said is null or arriving_rows.said is null) "
        "from arriving_rows full join present on present.said = arriving_rows.said"
    ).fetchone()
    if row is None or row[0] is None or row[1]:
        return None
    received = cursor.execute("select received_at from sent.upload where upload_id = ?", [row[0]])
    return int(row[0]), received.fetchall()[0][0]


def rows_in_force(schema: Schema, without: Collection[int] = ()) -> str:
    """SQL for the raw rows of a return that count now: a newer upload replaces a whole slice.

    `without` names uploads to leave out, as if they had never been sent.
    """
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    left_out = f"where upload_id not in ({_listed(without)}) " if without else ""
    return (
        f"select kept.* from {_source(schema)} as kept "
        f"join uploads_in_force(timestamp '9999-12-31') using (upload_id) {left_out}"
        f"qualify upload_id = max(upload_id) over (partition by {slice_})"
    )


def _source(schema: Schema) -> str:
    """Where a return's rows are, those of a mistyped project id under the right one."""
    if "project_id" not in schema.field_names:
        return f"sent.{schema.name}"
    under = f"{schema.name}_sent(timestamp '9999-12-31')"
    if schema.name not in COUNTS:
        return f"(select * exclude (sent_as) from {under})"
    # Counts of people are in no shared definition, so they are taken from where they were put.
    return (
        f"(select sent.* replace (named.project_id as project_id) from sent.{schema.name} as sent "
        f"join {under} as named on named.upload_id = sent.upload_id and named.line = sent.line)"
    )


def state(read: Callable[[str], Table], without: Collection[int] = ()) -> list[Any]:
    """What counts now, as one figure a return: the same figures where nothing differs."""
    return [
        read(
            "select count(*), bit_xor(hash(said)) from (select * exclude (upload_id, line) "
            f"from ({rows_in_force(schema, without)})) as said"
        ).rows
        for schema in return_schemas().values()
    ]


def forget(cursor: duckdb.DuckDBPyConnection, uploads: Collection[int]) -> None:
    """Take uploads out of the transaction that stored them, which is still under way."""
    stores = ["sent.upload", "sent.event", *(f"protected.{name}" for name in COUNTS)]
    for store in [*stores, *(f"sent.{name}" for name in return_schemas())]:
        cursor.execute(f"delete from {store} where upload_id in ({_listed(uploads)})")


def _listed(uploads: Collection[int]) -> str:
    return ", ".join(map(str, uploads))
