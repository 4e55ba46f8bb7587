"""Reading: the bytes of a CSV file as a header and records of text, nothing interpreted.

Parsing happens here and never in DuckDB, whose CSV reader assumes trusted files and turns
12.5 into 13 without a word.
"""

import csv
import io
from dataclasses import dataclass

from data.mistakes import Problem

LARGEST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 128 * 1024


@dataclass(frozen=True)
class Sheet:
    """A file as a table of text: header names, and a record a row with where it stood.

    Each record is (physical line where it starts, spreadsheet row, cells); cells are as many
    as the header's names. `problems` names the records that had another number of cells.
    """

    name: str
    content: bytes
    header: tuple[str, ...]
    records: tuple[tuple[int, int, tuple[str, ...]], ...]
    problems: tuple[Problem, ...]


class Unreadable(Exception):
    """A file that cannot be read at all; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _refuse(name: str, message: str, line: int | None = None) -> Unreadable:
    return Unreadable(Problem(name, line, None, None, message))


def _decoded(name: str, content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise _refuse(
            name,
            f"is {len(content) / 1024 / 1024:.0f} MB; the largest file taken is "
            f"{LARGEST_BYTES // 1024 // 1024} MB. Send it in parts.",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refuse(name, "is not UTF-8 text. Save it as “CSV UTF-8” and send it again.") from None
    if "\x00" in text:
        raise _refuse(name, "is not a text file. Save it as “CSV UTF-8” and send it again.")
    return text


def _rows(name: str, text: str) -> list[tuple[int, int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, starts = [], 1
    try:
        for number, cells in enumerate(reader, 1):
            if any(len(cell) > LONGEST_CELL for cell in cells):
                raise csv.Error  # Python's own limit may have been raised by another library
            if any(cell.strip() for cell in cells):
                rows.append((starts, number, cells))
            starts = reader.line_num + 1
    except csv.Error:
        raise _refuse(
            name,
            "has a quotation mark that is opened and not closed, or a cell over 128 KB. "
            "Mend that line and send the file again.",
            starts,
        ) from None
    if len(rows) > MOST_ROWS + 1:
        raise _refuse(
            name, f"has {len(rows) - 1:,} rows; the most taken is {MOST_ROWS:,}. Send it in parts."
        )
    return rows


def _ragged(name: str, row: tuple[int, int, list[str]], wanted: int) -> Problem:
    line, excel_row, cells = row
    return Problem(
        name,
        line,
        None,
        None,
        f"has {len(cells)} cells where the header has {wanted}. Give the row as many cells as the "
        "header, with quotation marks around a cell that holds a comma.",
        excel_row,
    )


def read(name: str, content: bytes) -> Sheet:
    """The file as a Sheet. Raises Unreadable with one sentence when it is not a CSV table."""
    rows = _rows(name, _decoded(name, content))
    if not rows:
        raise _refuse(name, "is empty. Send a file with a header row and at least one row below it.")
    header = tuple(cell.strip() for cell in rows[0][2])
    if len(header) > MOST_COLUMNS:
        raise _refuse(name, f"has {len(header)} columns; no return has more than {MOST_COLUMNS}.")
    if len(rows) == 1:
        raise _refuse(name, "has a header and no rows. Fill in at least one row and send it again.")
    whole = [row for row in rows[1:] if len(row[2]) == len(header)]
    ragged = [_ragged(name, row, len(header)) for row in rows[1:] if len(row[2]) != len(header)]
    records = tuple((line, excel_row, tuple(cells)) for line, excel_row, cells in whole)
    return Sheet(name, content, header, records, tuple(ragged))
