"""A sender's own file given back as a workbook, what to put right beside each row.

Every cell stands where it stood, so the rows and columns that the report names are found in
it; once put right it is sent as it is, because the added column is read past.
"""

import io
import re
from collections.abc import Iterable

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.intake.outcome import Received
from data.intake.report import called, own
from data.mistakes import Problem
from data.reading import Sheet
from data.reading.words import position

ADDED = "What to put right"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
WIDTH = 18


def given_back(returns: Iterable[Received]) -> bytes:
    """A workbook with a sheet for each return that was read from one file."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as workbook:
        wrong = workbook.add_format({"bg_color": "#fde9d9", "border": 1, "border_color": "#a84300"})
        heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for place, received in enumerate(returns, start=1):
            if received.sheet is not None:
                name = received.sheet.worksheet or received.return_name or "sheet"
                page = workbook.add_worksheet(FORBIDDEN.sub(" ", name)[:28] + f" {place}")
                _lay_out(page, received.sheet, received, heading, wrong)
    return content.getvalue()


def _lay_out(
    page: Worksheet, sheet: Sheet, received: Received, heading: Format, wrong: Format
) -> None:
    columns = [position(letter) for letter in sheet.letters]
    added, top = max(columns) + 1, sheet.header_at[1] - 1
    page.set_column(min(columns), added - 1, WIDTH)
    page.set_column(added, added, 4 * WIDTH)
    page.freeze_panes(top + 1, 0)
    for place, name in zip(columns, sheet.header, strict=True):
        page.write_string(top, place, name, heading)
    page.write_string(top, added, ADDED, heading)
    marked = {(each.excel_row, each.letter) for each in received.problems}
    for _, row, cells in (*sheet.records, *sheet.ragged):
        for place, text in enumerate(cells):
            across = columns[place] if place < len(columns) else added + place
            known = place < len(sheet.letters) and (row, sheet.letters[place]) in marked
            _write(page, row - 1, across, text, wrong if known else None)
    for row, said in _beside(received, sheet).items():
        page.write_string(row - 1, added, said, wrong)


def _write(page: Worksheet, row: int, column: int, text: str, look: Format | None) -> None:
    if NUMBER.fullmatch(text):
        page.write_number(row, column, int(text), look)
    elif text or look:
        page.write_string(row, column, text, look)


def _sentence(problem: Problem, received: Received) -> str:
    what = called(received.titles, problem.column) if problem.column else "The file"
    heading = own(received, problem)
    what += f" (“{heading}”)" if heading else ""
    asked = "Please check: " if problem.severity == "please_check" else ""
    return f"{asked}{what} {problem.message}"


def _beside(received: Received, sheet: Sheet) -> dict[int, str]:
    """What to say at the end of each row, what must be put right first; what is about the whole
    file stands by the headings."""
    said: dict[int, list[str]] = {}
    for each in sorted(received.problems, key=lambda one: one.severity == "please_check"):
        row = each.excel_row or sheet.header_at[1]
        said.setdefault(row, []).append(_sentence(each, received))
    heading = {sheet.header_at[1]: " ".join([ADDED, *said.pop(sheet.header_at[1], [])])}
    return {**{row: " ".join(lines) for row, lines in said.items()}, **heading}
