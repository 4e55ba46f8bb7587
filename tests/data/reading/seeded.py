"""Seeded errors: a clean return with one wrong cell, in a plain and two polluted files, and where it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.data.reading.clean import Grid, changed
from tests.data.reading.shapes import TITLE
from tests.data.reading.written import Style, as_text, as_workbook

# return, row below the header, column, wrong text, kind of fault
WRONG = (
    ("projects", 1, "project_id", "new 1", "pattern"),
    ("projects", 6, "project_id", "", "blank"),
    ("projects", 2, "title", "t" * 101, "maxLength"),
    ("projects", 3, "title", "#REF!", "error"),
    ("projects", 1, "directorate", "Adult Caring", "unknown"),
    ("projects", 4, "directorate", "", "blank"),
    ("projects", 5, "level", "operationl", "unknown"),
    ("projects", 6, "status", "finishd", "unknown"),
    ("projects", 1, "start_date", "31/02/2024", "unreadable"),
    ("projects", 2, "start_date", "12/31/2024", "us_dates"),
    ("projects", 3, "start_date", "2024", "unreadable"),
    ("projects", 4, "start_date", "", "blank"),
    ("projects", 5, "start_date", "24/05/01", "unreadable"),
    ("projects", 2, "end_date", "spring", "unreadable"),
    ("projects", 2, "end_date", "04/30/2027", "us_dates"),
    ("projects", 3, "access_checked", "6 maybe", "unknown"),
    ("projects", 3, "access_checked", "########", "error"),
    *(
        ("participation", 1 + place % 8, "count", text, "suppressed")
        for place, text in enumerate(
            ("<5", "< 5", "≤4", "*", "**", "[c]", "[x]", "c", "..", "n/a", "N/A", "-", "–", ":",
             "suppressed", "fewer than 5", "1 to 4", "1-4", "5 or fewer")
        )
    ),
    ("participation", 1, "count", "12.5", "unreadable"),
    ("participation", 2, "count", "1.245", "pointed"),
    ("participation", 3, "count", "twelve", "unreadable"),
    ("participation", 4, "count", "−3", "minimum"),
    ("participation", 5, "count", "5%", "unreadable"),
    ("participation", 6, "count", "1,24", "unreadable"),
    ("participation", 7, "count", "1e3", "unreadable"),
    ("participation", 8, "count", "#DIV/0!", "error"),
    ("participation", 1, "count", "12 or 13", "unreadable"),
    ("participation", 2, "category", "femal", "unknown"),
    ("participation", 3, "characteristic", "gender", "unknown"),
    ("participation", 4, "period", "2026-27 H3", "unknown"),
    ("participation", 5, "directorate", "???", "unknown"),
)  # fmt: skip


@dataclass(frozen=True)
class Seeded:
    """A file with one wrong cell: where it stands and what is wrong with it."""

    name: str
    file: str
    content: bytes
    column: str
    value: str | None
    kind: str
    line: int
    excel_row: int
    letter: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.excel_row}, {self.column}, {self.value}"


def _polluted(grid: Grid) -> Grid:
    """A title over two lines above, a blank column before, a blank row, a total and notes below."""
    rows = [["", *row] for row in grid]
    total = ["", "Total", *[""] * (len(grid[0]) - 2), "3,750"]
    notes: Grid = [[], ["", "Source: records of the teams"]]
    return [["", f"{TITLE}\nDraft"], [], *rows[:2], [], *rows[2:], total, *notes]


def _line(grid: Grid, at: int) -> int:
    """The physical line on which a row starts that has `at` rows above it."""
    return 1 + at + sum(cell.count("\n") for row in grid[:at] for cell in row)


def seeded() -> Iterator[Seeded]:
    """Every wrong cell in a plain file, in a polluted one and in a polluted workbook."""
    for name, row, column, text, kind in WRONG:
        grid = changed(name, row, column, text)
        place, worse = grid[0].index(column), _polluted(grid)
        about = (column, text.replace("\u00a0", " ").strip() or None, kind)
        at = row + 3 if row > 1 else row + 2
        plain = (_line(grid, row), row + 1, chr(65 + place))
        there = (at + 1, chr(66 + place))
        style = Style(";", "utf-16", end="\r\n")
        yield Seeded(name, f"{name}.csv", as_text(grid), *about, *plain)
        yield Seeded(name, f"{name} bad.csv", as_text(worse, style), *about, _line(worse, at), *there)
        yield Seeded(name, f"{name}.xlsx", as_workbook(worse), *about, at + 1, *there)
