"""Columns: a sheet's text, a field after the other, as values and what is wrong with them.

Each different text of a column is read once, so a long column costs little more than its
different answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from data.intake.cells import Cell, Entries, Value, list_keys, read_cell
from data.intake.dates import month_first
from data.intake.said import MONTH_FIRST, asked, wanted
from data.intake.spelling import trimmed
from data.mistakes import Problem
from data.reading import Sheet
from data.reading.uneven import LOOK, level
from data.schema import Field, Schema

# Looking for the nearest entry takes a millisecond, and nobody reads more suggestions than these.
SUGGESTED = 200
Columns = dict[str, Sequence[Value]]
Inside = tuple[tuple[Value, ...], str]  # a cell's text, inside what its row says before it


class Reader:
    """One sheet being read, a field after the other; gathers columns and problems."""

    def __init__(
        self, sheet: Sheet, schema: Schema, places: Mapping[str, int], entries: Entries
    ) -> None:
        self.sheet, self.entries, self.places = sheet, entries, places
        self.keys = list_keys(schema.foreign_keys)
        self.cells = list(zip(*(record[2] for record in sheet.records), strict=True))
        self.columns: Columns = {}
        self.problems: list[Problem] = []

    def read(self, field: Field) -> None:
        """Add one field's column, and the problems in it."""
        if field.name not in self.places or not self.cells:
            self.columns[field.name] = [None] * len(self.sheet.records)
            return
        texts = self.cells[self.places[field.name]]
        if field.type == "date" and self._refuse_month_first(field, texts):
            self.columns[field.name] = [None] * len(texts)
            return
        every = list(zip(self._parents(field) or repeat((), len(texts)), texts, strict=True))
        cells = {each: self._cell(field, *each) for each in dict.fromkeys(every)}
        values = {each: cell.value for each, cell in cells.items()}
        self.columns[field.name] = list(map(values.__getitem__, every))
        odd = {each: cell for each, cell in cells.items() if cell.fault or cell.flag}
        if odd:
            self._report(field, odd, every)

    def _refuse_month_first(self, field: Field, texts: Sequence[str]) -> bool:
        found = month_first(texts)
        if found is not None:
            self._say(field, texts.index(found), found, MONTH_FIRST, "us_dates")
        return found is not None

    def _parents(self, field: Field) -> list[tuple[Value, ...]]:
        key = self.keys.get(field.name)
        if key is None or len(key.fields) == 1:
            return []
        return list(zip(*(self.columns[name] for name in key.fields[:-1]), strict=True))

    def _cell(self, field: Field, parents: tuple[Value, ...], text: str) -> Cell:
        key = self.keys.get(field.name)
        if None in parents:
            return Cell()  # the problem is the column before, and is told there
        if key is not None:
            return read_cell(field, text, self.entries.spellings(key, parents))
        return read_cell(field, text, self.entries.answers(field))

    def _report(self, field: Field, odd: Mapping[Inside, Cell], every: Sequence[Inside]) -> None:
        said: dict[Inside, str] = {}
        for at, each in enumerate(every):
            if each not in odd:
                continue
            cell, (parents, text) = odd[each], each
            if each not in said:
                said[each] = self._sentence(field, cell, parents, text, len(said) < SUGGESTED)
            severity = "must_fix" if cell.fault else "please_check"
            self._say(field, at, text, said[each], cell.fault or cell.flag or "", severity)

    def _sentence(
        self, field: Field, cell: Cell, parents: tuple[Value, ...], text: str, suggesting: bool
    ) -> str:
        if cell.fault is None:
            return asked(cell.flag or "", cell.value)
        key = self.keys.get(field.name)
        if not suggesting or cell.fault != "unknown":
            listed = {}
        else:
            listed = self.entries.shown(key, parents) if key else self.entries.taken(field)
        resource = key.resource if key else None
        return wanted(field, cell.fault, trimmed(text), resource, listed)

    def _say(
        self, field: Field, at: int, text: str, message: str, kind: str, severity: str = "must_fix"
    ) -> None:
        line, row, _ = self.sheet.records[at]
        place, letters = self.places[field.name], self.sheet.letters
        letter = letters[place] if place < len(letters) else None
        self.problems.append(
            Problem(self.sheet.name, line, field.name, trimmed(text) or None, message, row,
                    severity, kind, letter)
        )  # fmt: skip


def uneven_rows(sheet: Sheet, found: list[Problem]) -> list[Problem]:
    """The sheet's own problems; an uneven row with a wrong cell is one problem, to be put right.

    What is `found` in its cells follows from that, and is taken out.
    """
    uneven = {problem.line for problem in sheet.problems if problem.kind == "uneven"}
    wrong = {each.line for each in found if each.severity == "must_fix" and each.line in uneven}
    found[:] = [each for each in found if each.line not in wrong]
    mend = level(sheet.delimiter)
    return [
        replace(each, severity="must_fix", kind="ragged", message=each.message.replace(LOOK, mend))
        if each.line in wrong
        else each
        for each in sheet.problems
    ]
