"""Checking: everything that is wrong with a sheet, found in one go.

Cells are checked against the Table Schema, then rows and the whole file against the rules
that lie beside it as SQL. A cell that cannot be read counts as blank in the rules, which
pass over blanks; nothing is reported that only follows from something else.
"""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow

from data.intake.cells import Entries, Value, list_keys, read_cell, spelt
from data.intake.read import Sheet
from data.intake.rules import broken_rules, repeats
from data.intake.said import wanted
from data.mistakes import Problem
from data.schema import Field, Schema

ARROW = {
    "string": pyarrow.string(),
    "integer": pyarrow.int32(),
    "date": pyarrow.date32(),
    "number": pyarrow.float64(),
}
Columns = dict[str, Sequence[Value]]


class _Reader:
    """One sheet being read, a field after the other; gathers columns and problems."""

    def __init__(
        self, sheet: Sheet, schema: Schema, places: dict[str, int], entries: Entries
    ) -> None:
        self.sheet, self.entries, self.places = sheet, entries, places
        self.keys = list_keys(schema.foreign_keys)
        self.cells = list(zip(*(record[2] for record in sheet.records), strict=True))
        self.columns: Columns = {}
        self.problems: list[Problem] = []

    def read(self, field: Field) -> None:
        """Add one field's column, and the problems in it."""
        if field.name not in self.places:
            self.columns[field.name] = [None] * len(self.sheet.records)
            return
        texts = self.cells[self.places[field.name]]
        parents = self._parents(field, len(texts))
        asked = list(zip(parents, texts, strict=True))
        outcomes = {each: self._outcome(field, *each) for each in set(asked)}
        self.columns[field.name] = [outcomes[each][0] for each in asked]
        if any(fault for _, fault in outcomes.values()):
            self._report(field, [outcomes[each][1] for each in asked], texts)

    def _parents(self, field: Field, count: int) -> list[tuple[Value, ...]]:
        key = self.keys.get(field.name)
        if key is None or len(key.fields) == 1:
            return [()] * count
        return list(zip(*(self.columns[name] for name in key.fields[:-1]), strict=True))

    def _outcome(
        self, field: Field, parents: tuple[Value, ...], text: str
    ) -> tuple[Value, str | None]:
        key = self.keys.get(field.name)
        if None in parents:
            return None, None  # the problem is the column before, and is told there
        if key is not None:
            return read_cell(field, text, self.entries.spellings(key, parents))
        choices = {spelt(choice): choice for choice in map(str, field.choices)}
        return read_cell(field, text, choices or None)

    def _report(self, field: Field, faults: list[str | None], texts: Sequence[str]) -> None:
        key = self.keys.get(field.name)
        listed = self.entries.shown(key) if key else [str(choice) for choice in field.choices]
        for (line, excel_row, _), fault, text in zip(
            self.sheet.records, faults, texts, strict=True
        ):
            if fault is not None:
                message = wanted(field, fault, text.strip(), key.resource if key else None, listed)
                value = text.strip() or None
                self.problems.append(
                    Problem(self.sheet.name, line, field.name, value, message, excel_row)
                )


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
) -> list[Problem]:
    """Everything wrong with the sheet's rows; its typed rows stay on the cursor as `incoming`."""
    reader = _Reader(sheet, schema, places, entries)
    for field in schema.fields:
        reader.read(field)
    _lay_out(cursor, sheet, schema, reader.columns)
    lost = [*sheet.problems, *repeats(sheet, schema, reader.columns)]
    found = [*lost, *reader.problems]
    told = {(problem.line, problem.column) for problem in found}
    unmatched = len(places) < len(sheet.header)
    for problem in broken_rules(cursor, sheet, schema, whole=not lost):
        misnamed = unmatched and problem.column not in places
        if not misnamed and (problem.line, problem.column) not in told:
            found.append(problem)
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or ""))
