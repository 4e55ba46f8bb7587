"""An officer with a spreadsheet program: a template filled in, every required box of it."""

import io
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from data.schema import return_schemas

ANSWERS = {
    "Design": "5", "Decisions": "4", "Delivery": "NS", "Evaluation": "NA", "Rated by": "staff",
    "Aiming for": 6,
}  # fmt: skip


def sheet_of(content: bytes, name: str) -> tuple[Worksheet, dict[str, int], int]:
    """A return's sheet, where each heading stands, and the row of the headings."""
    title = return_schemas()[name].title
    sheet = load_workbook(io.BytesIO(content))[title[:31]]
    for row in sheet.iter_rows(max_row=12):
        headings = {str(cell.value): cell.column for cell in row if cell.value}
        if len(headings) > 4:
            return sheet, headings, row[0].row
    raise AssertionError(f"no headings in {title}")


def fill_ratings(template: Path, projects: int) -> tuple[bytes, int]:
    """The template with the ratings of the first projects filled in, and how many boxes that took."""
    sheet, headings, top = sheet_of(template.read_bytes(), "maturity")
    boxes = 0
    for row in range(top + 1, top + 1 + projects):
        for cell in blanks(sheet, headings, row):
            cell.value = ANSWERS[str(sheet.cell(top, cell.column).value)]
            boxes += 1
    content = io.BytesIO()
    sheet.parent.save(content)
    return content.getvalue(), boxes


def blanks(sheet: Worksheet, headings: dict[str, int], row: int) -> Iterator[Cell]:
    """The cells of a row that an officer must fill in."""
    for name in ANSWERS:
        cell = sheet.cell(row, headings[name])
        if cell.value in (None, ""):
            yield cell
