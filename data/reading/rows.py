"""Rows: a text as rows of cells, within the limits.

Parsing happens here and never in DuckDB, whose CSV reader assumes trusted files and turns 12.5
into 13 without a word.
"""

import csv
import io
from dataclasses import replace

from data.reading import limits
from data.reading.decoding import NotText, decoded
from data.reading.dialect import Dialect, cells_of, choose_dialect
from data.reading.header import Headings
from data.reading.kinds import not_a_table_of_text
from data.reading.sheet import NotHere, Row, Sheet
from data.reading.table import find_table, too_many_columns, too_many_rows

QUOTES = (
    "has a quotation mark that is opened and not closed, or a cell over 128 KB. "
    "Mend that line and send the file again."
)


def _refuse_endless_lines(text: str) -> None:
    if len(text) <= limits.LONGEST_LINE:
        return
    for number, line in enumerate(io.StringIO(text), 1):
        if len(line) > limits.LONGEST_LINE:
            raise NotHere(
                f"has a line of {len(line) / limits.MB:,.0f} million letters, so it is no table. "
                "Export the table from Excel as CSV or .xlsx and send that.",
                number,
            )


def _trimmed(cells: list[str], line: int) -> list[str]:
    """The cells, without blank ones beyond any table's width."""
    while len(cells) > limits.MOST_COLUMNS and not cells[-1].strip():
        cells.pop()
    if len(cells) > limits.MOST_COLUMNS:
        raise NotHere(too_many_columns(len(cells)))
    if max(map(len, cells)) > limits.LONGEST_CELL:
        raise NotHere(QUOTES, line)
    return cells


def _rows(text: str, dialect: Dialect) -> list[Row]:
    rows: list[Row] = []
    begins, number = 1, 0
    most = limits.MOST_ROWS + limits.SPARE_ROWS
    # csv refuses a long cell by itself, unless another library has raised its limit.
    narrow = csv.field_size_limit() <= limits.LONGEST_CELL
    try:
        for ends, cells in cells_of(text, dialect):
            number += 1
            if number > dialect.skipped and any(map(str.strip, cells)):
                if len(rows) == most:
                    raise NotHere(too_many_rows(None))
                if len(cells) > limits.MOST_COLUMNS or not narrow:
                    cells = _trimmed(cells, begins)
                rows.append((begins, number - dialect.skipped, tuple(cells)))
            begins = ends + 1
    except csv.Error:
        raise NotHere(QUOTES, begins) from None
    return rows


def sheet_of_text(name: str, content: bytes, headings: Headings) -> Sheet:
    """The one table of a text file. Raises NotHere with the sentence where there is none."""
    try:
        text, notes = decoded(content)
    except NotText as mistake:
        raise NotHere(str(mistake), mistake.line) from None
    wrong = not_a_table_of_text(text[:1000] + text[-1000:])
    if wrong:
        raise NotHere(wrong)
    _refuse_endless_lines(text)
    dialect = choose_dialect(text, headings)
    sheet, _ = find_table(name, _rows(text, dialect), headings, delimiter=dialect.delimiter)
    return replace(sheet, notes=(*notes, *sheet.notes))
