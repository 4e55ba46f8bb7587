"""Looks: the colours and borders of a workbook's cells.

Yellow boxes must be filled in, white ones with a border may be, grey is known already or only told.
"""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

YELLOW, GREY, DARK, LIGHT, LINE = "#FFF4C2", "#E9E9E9", "#00355F", "#D5E3F0", "#8C8C8C"
BOX = {"border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
HEADING = {"bold": True, "border": 1, "border_color": LINE, "valign": "vcenter", "text_wrap": True}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": DARK},
    "subtitle": {"bold": True, "font_size": 13, "font_color": DARK},
    "plain": {"valign": "top"},
    "strong": {"bold": True, "valign": "top"},
    "wrapped": BOX,
    "heading needed": HEADING | {"bg_color": DARK, "font_color": "#FFFFFF"},
    "heading optional": HEADING | {"bg_color": LIGHT},
    "heading told": HEADING | {"bg_color": GREY, "italic": True},
    "needed": BOX | {"bg_color": YELLOW},
    "optional": BOX,
    "known": BOX | {"bg_color": GREY},
    "told": BOX | {"bg_color": GREY, "italic": True, "font_color": "#404040"},
}
KINDS: dict[str, dict[str, Any]] = {
    "": {},
    # As text a reference such as 3-4 stays what was typed, and never becomes a date or a formula.
    "text": {"num_format": "@"},
    "date": {"num_format": "dd/mm/yyyy"},
    "integer": {"num_format": "0"},
}


class Looks:
    """The formats of one workbook, each made when it is first wanted."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, bool], Format] = {}

    def look(self, name: str, kind: str = "", begins: bool = False) -> Format:
        """The format of a look; `kind` is what the cell holds, `begins` draws a line above it."""
        wanted = (name, kind, begins)
        if wanted not in self._made:
            line = {"top": 2, "top_color": DARK} if begins else {}
            self._made[wanted] = self._book.add_format(LOOKS[name] | KINDS[kind] | line)
        return self._made[wanted]
