"""Recognising: which return a sheet is."""

from collections.abc import Mapping

from data.intake.headings import sure
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema


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
    known = "; ".join(
        f"{schema.name} ({', '.join(f.name for f in schema.fields if f.required)})"
        for schema in schemas.values()
    )
    message = (
        f"these columns are none of the returns. A return needs at least its columns: {known}. "
        "Name the columns as in the template and send it again."
    )
    return Problem(sheet.name, 1, None, ", ".join(sheet.header), message, kind="unrecognised")
