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

    `unmatched` says that some heading is still to be matched: a rule then passes over a column
    that is not there, which may turn out to be that one. With `asking`, whatever the sender
    should look at again is found too.
    """
    reader = Reader(sheet, schema, places, entries)
    for field in schema.fields:
        reader.read(field)
    _lay_out(cursor, sheet, schema, reader.columns)
    found = [*uneven_rows(sheet, reader.problems), *repeats(sheet, schema, reader.columns)]
    lost = any(problem.severity == "must_fix" for problem in found)
    found += reader.problems
    told = {(each.line, each.column) for each in found if each.severity == "must_fix"}
    for problem in broken_rules(cursor, sheet, schema, not lost, asking):
        misnamed = unmatched and problem.column not in places
        if not misnamed and (problem.line, problem.column) not in told:
            found.append(problem)
    if asking:
        found += may_name_people(sheet, schema, places)
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or ""))
