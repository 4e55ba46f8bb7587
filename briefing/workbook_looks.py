"""Looks of the workbook, one way to write a cell, and names of its sheets."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.letters import plain

LONGEST_NAME = 31
A4 = 9
DARK, LINE = "#00539f", "#cfd6df"


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": DARK})
        self.subtitle = book.add_format({"bold": True, "font_size": 13, "font_color": DARK})
        self.strong = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.plain = book.add_format({"valign": "top"})
        self.heading = book.add_format({"bold": True, "bg_color": DARK, "font_color": "#ffffff"})
        self.figure = book.add_format({"valign": "top", "bottom": 1, "bottom_color": LINE})
        self.share = book.add_format({"valign": "top", "bottom": 1, "bottom_color": LINE, "num_format": "#,##0.0"})
        self.day = book.add_format({"valign": "top", "bottom": 1, "bottom_color": LINE, "num_format": "d mmmm yyyy", "align": "left"})

    def of(self, value: object) -> Format:
        """The look of a figure, by what it is."""
        if isinstance(value, date):
            return self.day
        return self.share if isinstance(value, float) and not value.is_integer() else self.figure


def put(sheet: Worksheet, down: int, across: int, value: object, look: object) -> None:
    """Write one cell as what it is: a figure, a day or text, whatever the text begins with."""
    if value is None or value == "":
        sheet.write_blank(down, across, None, look)
    elif isinstance(value, bool):
        sheet.write_string(down, across, "yes" if value else "no", look)
    elif isinstance(value, int | float):
        sheet.write_number(down, across, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(down, across, value, look)
    else:
        sheet.write_string(down, across, plain(value), look)


def across_the_page(sheet: Worksheet) -> None:
    """For printing: A4 across, as wide as the page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def sheet_names(addresses: Sequence[str]) -> list[str]:
    """A name for each sheet from its question's address: short enough for Excel, none twice."""
    seen: Counter[str] = Counter()
    names = []
    for address in addresses:
        words = re.sub(r"[^a-z0-9]+", " ", address.lower()).strip()[: LONGEST_NAME - 4].strip()
        seen[words] += 1
        names.append(words if seen[words] == 1 else f"{words} {seen[words]}")
    return names
