"""Offers: what a box takes, so that a spreadsheet helps while it is filled in.

A worksheet is not protected, because officers paste into it, and what is pasted into a protected
sheet brings its own lock along. Cells that are only told refuse typing instead; whatever gets into
them all the same is not read.
"""

import re
from datetime import date
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data.intake.template.form import Column, Form, Row

FIRST_ROW = 4
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
LONGEST_LIST = 255
SEPARATES = re.compile(r'[,"\n]')
LISTS = "_Lists"
Offer = dict[str, Any]


class Lists:
    """The hidden sheet of lists that are too long to stand in a drop-down by themselves."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._places: dict[tuple[str, ...], str] = {}

    def source(self, entries: tuple[str, ...]) -> list[str] | str:
        """Where a drop-down takes its entries from: these themselves, or a column of the sheet."""
        if len(",".join(entries)) <= LONGEST_LIST and not any(map(SEPARATES.search, entries)):
            return list(entries)
        if entries not in self._places:
            column = len(self._places)
            for row, entry in enumerate(entries):
                self._sheet.write_string(row, column, entry)
            place = xl_range_abs(0, column, len(entries) - 1, column)
            self._places[entries] = f"='{LISTS}'!{place}"
        return self._places[entries]


def offer(sheet: Worksheet, form: Form, lists: Lists) -> None:
    """Give every box of a form its drop-down or limits, a run of like boxes at a time."""
    rows = [*form.rows, *[Row({})] * form.spare]
    for place, column in enumerate(form.columns):
        start = FIRST_ROW
        for closed, run in groupby(rows, key=lambda row: _closed(column, row)):
            end = start + len(list(run)) - 1
            options = _refused(column) if closed else _taken(column, lists)
            if options:
                sheet.data_validation(start, place, end, place, options)
            start = end + 1


def _closed(column: Column, row: Row) -> bool:
    return column.field is None or column.name in row.closed


def _refused(column: Column) -> Offer:
    told = "This column is for information and is not read. Leave it as it is."
    if column.field is not None:
        told = "There is nothing earlier to send again for this row. Leave it blank."
    return _stops({"validate": "length", "criteria": "==", "value": 0}, told)


def _taken(column: Column, lists: Lists) -> Offer | None:
    field = column.field
    if field is None:
        return None
    hint = {"input_title": column.heading[:32], "input_message": column.hint} if column.hint else {}
    if column.offered:
        told = "Choose one of the answers in the drop-down list."
        return hint | _stops({"validate": "list", "source": lists.source(column.offered)}, told)
    if field.type == "integer":
        least = field.constraints.get("minimum", 0)
        limits = {"validate": "integer", "criteria": ">=", "value": least}
        return _stops(limits, f"Write a whole number in figures, {least} or more.")
    if field.type == "date":
        limits = {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
        return _stops(limits, "Write a date, day first, such as 30/04/2026.")
    return _shorter(field.constraints.get("maxLength"))


def _shorter(most: int | None) -> Offer | None:
    if most is None:
        return None
    limits = {"validate": "length", "criteria": "<=", "value": most}
    return _stops(limits, f"Shorten it: the most is {most} characters.")


def _stops(limits: Offer, told: str) -> Offer:
    return limits | {"error_title": "Please look again", "error_message": told}
