"""Recognising: which return a sheet is."""

from collections.abc import Mapping

from data.intake.headings import sure
from data.mistakes import Problem, shortened
from data.reading import Sheet
from data.schema import Schema

MOST = 12


def recognise(sheet: Sheet, schemas: Mapping[str, Schema]) -> Schema | None:
    """The return whose columns the headings fit best, or None when they fit none well.

    A fit is the share of the return's required columns that are there; ties go to the return
    whose name is in the file's or worksheet's name, then to the one with more columns there.
    """
    named = f"{sheet.name} {sheet.worksheet or ''}".lower()

    def fit(schema: Schema) -> tuple[float, bool, int]:
        known = schema.spellings
        given = {sure(heading, known) for heading in sheet.header} - {None}
        needed = [each.name for each in schema.fields if each.required]
        share = sum(name in given for name in needed) / len(needed)
        return share, schema.name in named or schema.title.lower() in named, len(given)

    best = max(schemas.values(), key=fit)
    return best if fit(best)[0] >= 0.5 else None


def unrecognised(sheet: Sheet, schemas: Mapping[str, Schema]) -> Problem:
    """The one sentence for a sheet that is none of the returns."""
    titles = [schema.title for schema in schemas.values()]
    known = f"{', '.join(titles[:-1])} and {titles[-1]}"
    where = f"(worksheet “{sheet.worksheet}”) " if sheet.worksheet else ""
    message = (
        f"{where}is none of the returns ({known}): its headings are {_headings(sheet)}. "
        "Use the template from What is due, or name the columns as it does."
    )
    return Problem(sheet.name, None, None, None, message, kind="unrecognised")


def _headings(sheet: Sheet) -> str:
    shown = ", ".join(f"“{shortened(each, 40)}”" for each in filter(None, sheet.header[:MOST]))
    return f"{shown} and {len(sheet.header) - MOST} more" if len(sheet.header) > MOST else shown
