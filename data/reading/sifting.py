"""Sifting: which rows below the headings are the table's, and which are passed over.

A row is passed over only where it cannot be an answer: a total by its very word and with nothing
but numbers beside it, the headings again, the example of a template, a note below the last row.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from data.reading.header import Headings
from data.reading.sheet import NotHere, Row
from data.reading.words import plain, rows_said

EXAMPLE = "example_not_read"
TOTAL = re.compile(r"(grand_|overall_|sub_?)?totals?(_for_.+)?")
GROUP = re.compile(r"(.+)_totals?")
# One class of signs, so that no text of spaces can be divided in many ways.
NUMBER = re.compile(r"[-+£$(]?[\d.,\s\u00a0]+%?\)?|#[A-Z/0!?]+|[-–—*.]+")
NOTE = re.compile(
    r"((sources?|notes?|key|caveats?|footnotes?|contacts?|data (as )?at|as at|"
    r"(produced|prepared|extracted|exported|generated|printed|downloaded|correct|run) "
    r"(by|on|from|at|as)|end of|page)(?![\w-])|[©†*]|\(?\d\)?\s*[:.)])",
    re.IGNORECASE,
)
REFERENCE = re.compile(r"(?=\S*[\d-])\S+")
LOOKED_ABOVE = 100
WHAT = {
    "example": ("is the example and was not read.", "are examples and were not read."),
    "header": ("repeats the headings and was not read.", "repeat the headings and were not read."),
    "total": ("is a total and was not read.", "are totals and were not read."),
    "note": ("is a note below the table and was not read.",
             "are notes below the table and were not read."),
}  # fmt: skip


def _filled(cells: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(cells) if cell.strip()]


class Sifting:
    """The rows below a header being sifted: those kept, and what was passed over by kind."""

    def __init__(self, header: Sequence[Sequence[str]], headings: Headings) -> None:
        self.header = {tuple(plain(each) for each in row if each.strip()) for row in header}
        self.first = {row[0] for row in self.header if row}
        self.headings = headings
        self.kept: list[Row] = []
        self.passed: dict[str, list[int]] = defaultdict(list)
        self._words: dict[str, str] = {}

    def sift(self, rows: Sequence[Row]) -> None:
        """Keep the rows of the table. Raises NotHere at a second table below it."""
        for row in rows:
            kind = self._kind(row)
            if kind is None:
                self.kept.append(row)
            else:
                self.passed[kind].append(row[1])
        self._drop_notes()

    def notes(self) -> list[str]:
        """What was passed over, a sentence a kind."""
        return [
            f"{rows_said(self.passed[kind])} {many if len(self.passed[kind]) > 1 else one}"
            for kind, (one, many) in WHAT.items()
            if self.passed[kind]
        ]

    def _word(self, cell: str) -> str:
        if cell not in self._words:
            self._words[cell] = plain(cell)
        return self._words[cell]

    def _kind(self, row: Row) -> str | None:
        cells = row[2]
        first = cells[0] if cells[0].strip() else next(cell for cell in cells if cell.strip())
        word = self._word(first)
        if word == EXAMPLE:
            return "example"
        if word in self.first and tuple(map(plain, filter(str.strip, cells))) in self.header:
            return "header"
        if self.headings.named(first):
            self._refuse_second(row)
        return "total" if "otal" in "".join(cells).lower() and self._is_total(cells) else None

    def _refuse_second(self, row: Row) -> None:
        filled = _filled(row[2])
        many = self.headings.count(row[2])
        if many >= 3 and many >= 0.6 * len(filled):
            raise NotHere(
                f"holds a second table, which begins in row {row[1]}. Put each table in a file of "
                "its own and send them one by one.",
                row[0],
            )

    def _is_total(self, cells: Sequence[str]) -> bool:
        """Whether a cell is a word for totals: the first, or one with only what stands above before
        its numbers."""
        filled = _filled(cells)
        said = [place for place in filled if TOTAL.fullmatch(self._word(cells[place]))]
        if not said:
            return self._is_group_total(cells, filled)
        others = [place for place in filled if place != said[0]]
        words = [at for at in others if not NUMBER.fullmatch(cells[at].strip())]
        if said[0] == filled[0]:
            return not words
        return len(words) < len(others) and all(self._as_above(cells, at) for at in words)

    def _is_group_total(self, cells: Sequence[str], filled: Sequence[int]) -> bool:
        """Whether it is a row of Excel's own subtotals: "Female Total" below rows of "Female"."""
        words = [at for at in filled if not NUMBER.fullmatch(cells[at].strip())]
        group = GROUP.fullmatch(self._word(cells[words[0]])) if len(words) == 1 else None
        return bool(group and len(filled) > 1) and self._above(words[0]) == group[1]

    def _above(self, place: int) -> str:
        """The nearest filled cell above in a column, in plain letters."""
        cells = (row[2][place] for row in self.kept[: -LOOKED_ABOVE - 1 : -1] if place < len(row[2]))
        return self._word(next(filter(str.strip, cells), ""))

    def _as_above(self, cells: Sequence[str], place: int) -> bool:
        above = self.kept[-1][2] if self.kept else ()
        return place < len(above) and above[place].strip() == cells[place].strip()

    def _drop_notes(self) -> None:
        while self.kept and self._is_note(self.kept[-1][2]):
            self.passed["note"].append(self.kept.pop()[1])

    def _is_note(self, cells: Sequence[str]) -> bool:
        """Whether a row at the end is a note: a single cell of prose, or begun as notes are.

        One that fills half of the columns, or that begins as a reference does, is a record.
        """
        width = max(len(row) for row in self.header)
        filled = _filled(cells)
        text = cells[filled[0]].strip()
        if width < 3 or 2 * len(filled) >= width or REFERENCE.fullmatch(text):
            return False
        if NOTE.match(text):
            return " " in text or len(filled) > 1
        return len(filled) == 1 and filled[0] == 0 and " " in text and len(text) > 20
