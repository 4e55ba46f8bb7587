"""Writing a grid of text as people's programs do: any marks, codings and line ends, or a workbook."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.data.reading.clean import Grid

CLOSING = {"“": "”"}


@dataclass(frozen=True)
class Style:
    """How a text file is written; `every` puts quotes round every cell."""

    delimiter: str = ","
    encoding: str = "utf-8"
    mark: bytes = b""
    end: str = "\n"
    quote: str = '"'
    every: bool = False
    said: bool = False


def _cell(text: str, style: Style) -> str:
    special = (style.delimiter, style.quote, "\n")
    if not (style.every or any(sign in text for sign in special)):
        return text
    closing = CLOSING.get(style.quote, style.quote)
    inside = text.replace(closing, closing * 2) if closing == style.quote else text
    return f"{style.quote}{inside}{closing}"


PLAIN = Style()


def as_text(grid: Grid, style: Style = PLAIN) -> bytes:
    """The grid as a text file; a row without cells is an empty line."""
    lines = [style.delimiter.join(_cell(cell, style) for cell in row) for row in grid]
    if style.said:
        lines.insert(0, f"sep={style.delimiter}")
    text = "\n".join([*lines, ""])
    if style.end == "mixed":
        ends = ("\r\n", "\n", "\r")
        parts = text.split("\n")
        text = "".join(part + ends[at % 3] for at, part in enumerate(parts[:-1]))
    else:
        text = text.replace("\n", style.end)
    return style.mark + text.encode(style.encoding)


def _fill(sheet: Worksheet, grid: Grid, typed: bool, days: object) -> None:
    for at, row in enumerate(grid):
        for place, cell in enumerate(row):
            if typed and cell.isascii() and cell.isdigit():
                sheet.write_number(at, place, int(cell))
            elif typed and len(cell) == 10 and cell[4] == cell[7] == "-":
                sheet.write_datetime(at, place, date.fromisoformat(cell), days)
            elif cell:
                sheet.write_string(at, place, cell)


def as_workbook(
    grid: Grid, typed: bool = False, more: Callable[[Workbook], None] | None = None,
    name: str = "Sheet1",
) -> bytes:  # fmt: skip
    """The grid as the first worksheet of an .xlsx; `typed` writes numbers and days as such."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        _fill(book.add_worksheet(name), grid, typed, book.add_format({"num_format": "dd/mm/yyyy"}))
        if more:
            more(book)
    return file.getvalue()


def sheet_of(name: str, grid: Grid, hidden: bool = False) -> Callable[[Workbook], None]:
    """What adds a worksheet to a workbook."""

    def add(book: Workbook) -> None:
        sheet = book.add_worksheet(name)
        _fill(sheet, grid, False, None)
        if hidden:
            sheet.hide()

    return add


def place_of(grid: Grid, cell: str, style: Style | None = None) -> tuple[int, int, str]:
    """Where a text stands that is in one cell only: line, spreadsheet row, letter.

    The line is the spreadsheet row for a workbook (no style).
    """
    ((at, place),) = [(at, row.index(cell)) for at, row in enumerate(grid) if cell in row]
    if style is None:
        return at + 1, at + 1, chr(65 + place)
    above = grid[:at]
    breaks = sum(text.count("\n") for row in above for text in row)
    return 1 + len(above) + breaks + style.said, at + 1, chr(65 + place)
