"""Matching: which return a file is, and which of its columns is which field."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from data.intake.read import Sheet
from data.mistakes import Problem
from data.schema import Schema

PERSONAL = re.compile(
    r"^(full_?|first_?|last_?|fore|sur|middle_?|person_?|participants?_?|contact_?)?names?$"
    r"|e_?mail|phone|mobile|^tel$|address|post_?code|zip_?code|date_of_birth|birth_?da|^dob$"
    r"|nhs|^ni(_?no|_?number)?$|national_insurance|passport"
)
PROJECT_OR_SERVICE = re.compile(r"^(project|service)")


def plain(text: str) -> str:
    """A header in plain letters: small, with one underscore for spaces and punctuation."""
    return re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")


def recognise(sheet: Sheet, schemas: Mapping[str, Schema]) -> Schema | None:
    """The return whose columns the file's header fits best, or None when it fits none well.

    A fit is the share of the return's required columns that are there; ties go to the return
    whose name is in the file's name, then to the one with more of its columns in the file.
    """
    given = {plain(name) for name in sheet.header}

    def fit(schema: Schema) -> tuple[float, bool, int]:
        needed = [field.name for field in schema.fields if field.required]
        share = sum(name in given for name in needed) / len(needed)
        return share, schema.name in sheet.name.lower(), len(given & set(schema.field_names))

    best = max(schemas.values(), key=fit)
    return best if fit(best)[0] >= 0.5 else None


def unrecognised(sheet: Sheet, schemas: Mapping[str, Schema]) -> Problem:
    """The one sentence for a file that is none of the returns."""
    known = "; ".join(
        f"{schema.name} ({', '.join(f.name for f in schema.fields if f.required)})"
        for schema in schemas.values()
    )
    return Problem(
        sheet.name,
        1,
        None,
        ", ".join(sheet.header),
        f"these columns are none of the returns. A return needs at least its columns: {known}. "
        "Name the columns as in the template and send it again.",
    )


def _meant(column: str, absent: list[str]) -> str | None:
    """The field, among those the file lacks, that a column is probably meant to be."""
    name = plain(column)
    if PERSONAL.search(name):
        return None
    near = get_close_matches(name, absent, 1)
    return near[0] if near else None


def _unwanted(column: str, schema: Schema, meant: str | None) -> str:
    name = plain(column)
    if PERSONAL.search(name):
        return "looks like personal data, which is never taken. Take this column out of the file."
    if schema.name == "participation" and PROJECT_OR_SERVICE.match(name):
        return (
            "participation is counted for a whole directorate, never by project or service, so "
            "that nobody can be picked out. Add the rows up by directorate and take it out."
        )
    hint = f"Is it “{meant}”? Rename it, or take it out." if meant else "Take it out."
    return f"is not a column of the {schema.name} return. {hint}"


def match(sheet: Sheet, schema: Schema) -> tuple[dict[str, int], list[Problem]]:
    """Where each field stands in the file (field name to position), and what is wrong with the header."""
    places: dict[str, int] = {}
    given = {plain(column) for column in sheet.header}
    absent = [name for name in schema.field_names if name not in given]
    problems = []
    for position, column in enumerate(sheet.header):
        name = plain(column)
        if name in schema.field_names and name not in places:
            places[name] = position
        elif name in places:
            message = "stands twice in the header. Keep one of the two."
            problems.append(Problem(sheet.name, 1, column, None, message, 1))
        else:
            meant = _meant(column, absent)
            absent = [name for name in absent if name != meant]
            message = _unwanted(column, schema, meant)
            problems.append(Problem(sheet.name, 1, column or "(no name)", None, message, 1))
    for field in schema.fields:
        if field.required and field.name in absent:
            message = f"is missing: {field.description}. Add the column and fill it in."
            problems.append(Problem(sheet.name, 1, field.name, None, message, 1))
    return places, problems
