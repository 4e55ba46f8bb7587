"""Worksheets: which of a workbook are looked into, and what is said of the rest."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from data.reading.sheet import Sheet
from data.reading.words import rows_said

# What a template keeps its lists of choices in, and what it says in words: no officer's tables.
OURS, SAID = "_Lists", "Guidance"


def worksheets(book: Any, notes: list[str]) -> list[str]:
    """The names of the worksheets to look into; hidden ones that are not ours are said."""
    names = []
    for each in book.sheets_metadata:
        if each.name == OURS:
            continue
        if "WorkSheet" not in str(each.typ):
            notes.append(f"“{each.name}” is no worksheet and was not read.")
        elif str(each.visible).endswith(".Visible"):
            names.append(each.name)
        else:
            notes.append(f"Worksheet “{each.name}” is hidden and was not read.")
    return names


def with_hidden(sheet: Sheet, hidden: Collection[int]) -> Sheet:
    """The sheet, with a sentence on those of its rows that nobody sees in the workbook."""
    rows = [row for _, row, _ in sheet.records if row in hidden]
    if not rows:
        return sheet
    is_, was = ("is", "was") if len(rows) == 1 else ("are", "were")
    said = f"{rows_said(rows)} {is_} hidden in the workbook and {was} read too."
    return replace(sheet, notes=(*sheet.notes, said))


def known_of(found: list[tuple[Sheet, int]], notes: list[str]) -> list[Sheet]:
    """The sheets with headings known, or else the first; the first says what was passed over."""
    known = [sheet for sheet, many in found if many >= 2] or [found[0][0]]
    passed = [sheet.worksheet or "" for sheet, _ in found if sheet not in known]
    notes += [
        f"Worksheet “{each}” has none of the headings wanted and was not read."
        for each in passed
        if each != SAID
    ]
    return [replace(known[0], notes=(*known[0].notes, *notes)), *known[1:]]
