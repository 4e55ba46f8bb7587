"""Workbook: every worksheet of an .xlsx that holds a table, in text, by calamine."""

import io
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from data.reading import limits
from data.reading.formulas import Beside, unsettled
from data.reading.header import Headings
from data.reading.sheet import NotHere, Row, Sheet
from data.reading.table import EMPTY, NO_ROWS, find_table, too_many_columns, too_many_rows
from data.reading.worksheets import known_of, with_hidden, worksheets

BROKEN = "is a workbook that is damaged. Open it in Excel, save it and send it again."
TOO_MUCH = (
    "is a workbook that unpacks to more than can be read. Copy the table alone into a new "
    "workbook and send that."
)


def as_text(value: Any) -> str:
    """A cell's value as text: 12.0 is "12", a day "2026-04-30", true "TRUE"."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "seconds")
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def refuse_bombs(content: bytes) -> None:
    """Refuse a zip that unpacks to more than can be read, or whose parts are not as they were.

    What it unpacks to is what its own directory says; where that lies, unpacking stops there.
    """
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(content))
    unpacked = sum(part.file_size for part in archive.infolist())
    if len(archive.infolist()) > limits.MOST_PARTS or unpacked > limits.MOST_UNPACKED:
        raise NotHere(TOO_MUCH)
    if archive.testzip():
        raise NotHere(BROKEN)


def _rows(worksheet: Any, mended: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    """The rows with anything in them; `mended` are cells that calamine leaves blank."""
    left, letters = worksheet.start[1], 0
    for number, values in enumerate(worksheet.iter_rows(), 1):
        cells = ("",) * left + tuple(map(as_text, values))
        if mended:
            cells = tuple(mended.get((number, at), cell) for at, cell in enumerate(cells))
        if any(map(str.strip, cells)):
            letters += sum(map(len, cells))
            if letters > limits.LARGEST_BYTES:
                raise NotHere(TOO_MUCH)
            yield number, number, cells


def _kept_rows(worksheet: Any, mended: Mapping[tuple[int, int], str]) -> list[Row]:
    if worksheet.start is None:
        return []
    if worksheet.width > limits.MOST_COLUMNS * 5:
        raise NotHere(too_many_columns(worksheet.width))
    rows: list[Row] = []
    for row in _rows(worksheet, mended):
        rows.append(row)
        if len(rows) > limits.MOST_ROWS + limits.SPARE_ROWS:
            raise NotHere(too_many_rows(None))
    widest = max((len(row[2]) - _blank_at_end(row[2]) for row in rows), default=0)
    if widest > limits.MOST_COLUMNS:
        raise NotHere(too_many_columns(widest))
    return [(line, row, cells[:widest]) for line, row, cells in rows]


def _blank_at_end(cells: tuple[str, ...]) -> int:
    return next((many for many, cell in enumerate(reversed(cells)) if cell.strip()), len(cells))


def _opened(content: bytes) -> Any:
    import python_calamine

    refuse_bombs(content)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError:
        raise NotHere("is locked with a password. Take the password off and send it again.") from None
    except python_calamine.CalamineError:
        raise NotHere(BROKEN) from None


def sheets_of_workbook(name: str, content: bytes, headings: Headings) -> list[Sheet]:
    """A sheet for each worksheet that holds a table with headings known.

    Where none does, the first that holds any table. Raises NotHere where there is no table.
    """
    book, beside = _opened(content), unsettled(content)
    found: list[tuple[Sheet, int]] = []
    bare, notes = [], []
    names = worksheets(book, notes)
    for worksheet in names:
        try:
            said = beside.get(worksheet, Beside())
            rows = _kept_rows(book.get_sheet_by_name(worksheet), said.mended)
            sheet, known = find_table(name, rows, headings, worksheet)
            found.append((with_hidden(sheet, said.hidden), known))
        except NotHere as reason:
            if reason.message not in (EMPTY, NO_ROWS):
                where = f"(worksheet “{worksheet}”) " if len(names) > 1 else ""
                raise NotHere(where + reason.message, reason.at) from None
            bare += [worksheet] * (reason.message == NO_ROWS)
    if not found:
        raise NotHere(NO_ROWS if bare else EMPTY)
    notes += [f"Worksheet “{each}” has no rows below its headings." for each in bare]
    _refuse_too_many([sheet for sheet, _ in found])
    return known_of(found, notes)


def _refuse_too_many(sheets: Collection[Sheet]) -> None:
    many = sum(len(sheet.records) for sheet in sheets)
    if many > limits.MOST_ROWS:
        raise NotHere(too_many_rows(many))
