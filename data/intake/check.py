"""Checking: everything that is wrong with a sheet, found in one go.

Cells are checked against the Table Schema, then rows and the whole file against the rules
that lie beside it as SQL. A cell that cannot be read counts as blank in the rules, which
pass over blanks; nothing is reported that only follows from something else.
"""

from typing import Any

import duckdb
import pyarrow

from data.intake.cells import Entries
from data.intake.columns import Columns, Reader, uneven_rows
from data.intake.personal import may_name_people
from data.intake.rules import broken_rules, repeats
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema

ARROW = {
    "string": pyarrow.string(),
    "integer": pyarrow.int32(),
    "date": pyarrow.date32(),
    "number": pyarrow.float64(),
}


def _lay_out(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema, columns: Columns
) -> None:
    arrays: dict[str, Any] = {
        "line": pyarrow.array([record[0] for record in sheet.records], pyarrow.int32()),
        "excel_row": pyarrow.array([record[1] for record in sheet.records], pyarrow.int32()),
    }
    for field in schema.fields:
        arrays[field.name] = pyarrow.array(columns[field.name], ARROW[field.type])
    cursor.register("typed_rows", pyarrow.table(arrays))
    cursor.execute("create or replace temp table incoming as from typed_rows")
    cursor.unregister("typed_rows")


def _read(sheet: Sheet, schema: Schema, places: dict[str, int], entries: Entries) -> Reader:
    reader = Reader(sheet, schema, places, entries)
    for field in schema.fields:
        reader.read(field)
    return reader


def _stopping(problems: list[Problem]) -> set[tuple[int | None, str | None]]:
    """Where the problems are that must be put right: what is only asked about hides no other."""
    return {(each.line, each.column) for each in problems if each.severity == "must_fix"}


def check(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    places: dict[str, int],
    entries: Entries,
    unmatched: bool = False,
    asking: bool = False,
) -> list[Problem]:
    """Everything wrong with the sheet's rows; its typed rows stay on the cursor as `incoming`.

    `unmatched` says that a heading is still to be matched: rules pass over columns that are not
    there. With `asking`, whatever the sender should look at again is found too.
    """
    reader = _read(sheet, schema, places, entries)
    _lay_out(cursor, sheet, schema, reader.columns)
    lost = [*uneven_rows(sheet, reader.problems), *repeats(sheet, schema, reader.columns)]
    found = [*lost, *reader.problems]
    told = _stopping(found)
    broken = broken_rules(cursor, sheet, schema, not _stopping(lost), asking)
    known = places if unmatched else {each.column for each in broken}
    found += [each for each in broken if each.column in known and (each.line, each.column) not in told]
    found += may_name_people(sheet, schema, places) if asking else []
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or ""))
