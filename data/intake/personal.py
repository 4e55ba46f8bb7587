"""Free text that may name or lead to a person: questioned, because nobody may be picked out."""

import re
from collections.abc import Iterator, Mapping

from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Field, Schema

# Each begins where little can stand before it, so that a long text is looked through once.
TELLS = {
    "an e-mail address": r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]",
    "a telephone number": r"(?<!\d)(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)",
    "a postcode": r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b",
    "a National Insurance number": r"\b[A-CEGHJ-PR-TW-Z]{2}\s?(?:\d\s?){6}[A-D]\b",
    "an NHS number": r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)",
    "a date of birth": r"(?i)\b(?:born|d\.?o\.?b\.?|date of birth)\b",
    "a person's name": r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\.?\s+[A-Z]\w+",
}
PATTERNS = {what: re.compile(pattern) for what, pattern in TELLS.items()}


def is_free_text(field: Field, schema: Schema) -> bool:
    """Whether a field takes any words: no list, no fixed answers, no pattern."""
    listed = {name for key in schema.foreign_keys for name in key.fields}
    fixed = field.choices or "pattern" in field.constraints or field.name in listed
    return field.type == "string" and not fixed


def tells(text: str) -> str | None:
    """What a text holds that may lead to a person, in words, or None."""
    return next((what for what, pattern in PATTERNS.items() if pattern.search(text)), None)


def may_name_people(
    sheet: Sheet, schema: Schema, places: Mapping[str, int]
) -> Iterator[Problem]:
    """The cells of free text that may name somebody, each with what it seems to hold.

    The text itself is not repeated: a report may be passed on.
    """
    for field in schema.fields:
        if field.name not in places or not is_free_text(field, schema):
            continue
        for line, row, cells in sheet.records:
            text = cells[places[field.name]]
            what = tells(text) if text else None
            if what:
                message = f"seems to hold {what}. Take out whatever could lead to a person."
                yield Problem(sheet.name, line, field.name, None, message, row, "please_check", "person")
