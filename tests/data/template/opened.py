"""Templates as a spreadsheet shows them, read back as rows."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from data.schema import Schema, return_schemas

HEADINGS = 4
SHEETS = {
    "Projects": "projects",
    "Ratings": "maturity",
    "Themes": "themes",
    "Who takes part": "participation",
    "Conditions": "conditions",
}


def opened(content: bytes) -> Workbook:
    """The workbook, with formulas as formulas."""
    return load_workbook(io.BytesIO(content))


def forms(book: Workbook) -> Iterator[tuple[Worksheet, Schema]]:
    """The worksheets that hold a return, and the return."""
    for sheet in book:
        if sheet.title in SHEETS:
            yield sheet, return_schemas()[SHEETS[sheet.title]]


def headings(sheet: Worksheet) -> list[str]:
    """The headings of a form, from left to right."""
    return [str(cell.value) for cell in sheet[HEADINGS]]


def boxes(sheet: Worksheet) -> Iterator[Cell]:
    """Every cell under the headings of a form."""
    for row in sheet.iter_rows(min_row=HEADINGS + 1):
        yield from row


def texts(sheet: Worksheet, schema: Schema) -> list[dict[str, str]]:
    """The rows of a form that hold anything, as text, by the names that head them in a CSV."""
    names = {field.title: field.name for field in schema.fields}
    heads = [names.get(heading, heading) for heading in headings(sheet)]
    found = []
    for row in sheet.iter_rows(min_row=HEADINGS + 1, values_only=True):
        if any(value is not None for value in row):
            found.append(dict(zip(heads, map(text, row), strict=True)))
    return found


def text(value: object) -> str:
    """A cell's value as a CSV writes it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def lines(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by its headings."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
