"""show: the rows of a return that count now, as a file that can be sent again."""

import argparse
import csv
import io
from typing import Any

from data.caller import Caller
from data.database import Database
from data.intake.before import rows_in_force
from data.intake.command.told import Told
from data.intake.command.words import refuse_unknown
from data.intake.unchanged import KEPT, SAME, STAGES, Last, last_ratings
from data.schema import Schema, return_schemas
from data.transaction import Writer

Row = dict[str, Any]


def show(database: Database, asked: argparse.Namespace, caller: Caller) -> Told:
    """Write the rows in force to standard output: RFC 4180, UTF-8, text as it is held.

    On a terminal, which some text could drive, what cannot be seen is written out.
    """
    schema = return_schemas()[asked.return_name]
    for column, _ in asked.only:
        refuse_unknown(column, schema.name)
    with database.writing() as writer:
        rows = _rows(writer, schema, dict(asked.only))
        writer.abandon()
    text = io.StringIO()
    file = csv.DictWriter(text, schema.field_names, lineterminator="\r\n")
    file.writeheader()
    file.writerows(rows)
    if caller.at_terminal:
        return Told(None, text.getvalue().replace("\r\n", "\n").rstrip("\n"))
    caller.give(text.getvalue().encode("utf-8"))
    return Told(None, "")


def _rows(writer: Writer, schema: Schema, only: dict[str, str]) -> list[Row]:
    names = ", ".join(f'"{name}"' for name in schema.field_names)
    chosen = " and ".join(f'"{name}" = ${name}' for name in only) or "true"
    order = ", ".join(f'"{name}"' for name in schema.key)
    table = writer.read(
        f"select {names} from ({rows_in_force(schema)}) where {chosen} order by {order}", only
    )
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    return _as_answered(rows, last_ratings(writer.cursor)) if SAME in schema.field_names else rows


def _as_answered(rows: list[Row], last: Last) -> list[Row]:
    """Ratings as an officer would send them: where nothing changed, the ratings stay blank.

    Where an earlier rating was corrected since, they say more than "nothing changed" would now:
    then they are written out and that answer is left blank.
    """
    for row in rows:
        if row[SAME] == "yes":
            held = last.get((row["project_id"], row["period"]))
            row |= dict.fromkeys(STAGES) if held and _stands(row, held) else {SAME: None}
    return rows


def _stands(row: Row, held: tuple[str | None, ...]) -> bool:
    """Whether filling the row in from what was rated before would give this very row."""
    before = dict(zip(KEPT, held, strict=True))
    stages = all(row[stage] == before[stage] for stage in STAGES)
    return stages and all(row[name] is not None or before[name] is None for name in KEPT)
