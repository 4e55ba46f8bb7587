"""Cells: text as the value its field holds, or a fault that says why it cannot be.

Nothing is rounded and nothing guessed: what may be read in two ways is a fault, and what is
read in an unlikely way is flagged, so that the sender is asked.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from data.intake.dates import read_date
from data.intake.entries import Entries, list_keys
from data.intake.numbers import is_hidden, is_not_applicable, number, pointed, whole_number
from data.intake.spelling import DASHES, entry, spelt, trimmed
from data.schema import Field

__all__ = ["Cell", "Entries", "Value", "list_keys", "read_cell", "spelt"]

Value = str | int | float | date | None
ERROR = re.compile(
    r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|NO RESULT)|#{3,}",
    re.IGNORECASE,
)
DISARMED = re.compile(r"^'(?=[\s\u00a0]*[=+\-@＝＋－＠])")


class Cell(NamedTuple):
    """What a cell holds, what is wrong with it, and what to ask about it (None: nothing)."""

    value: Value = None
    fault: str | None = None
    flag: str | None = None


def is_count(field: Field) -> bool:
    """Whether a field counts: any whole number from nought."""
    return field.type == "integer" and field.constraints.get("minimum") == 0


def _limit(field: Field, value: Any) -> str | None:
    limits = field.constraints
    if "minimum" in limits and value < limits["minimum"]:
        return "minimum"
    if "maximum" in limits and value > limits["maximum"]:
        return "maximum"
    if "maxLength" in limits and len(value) > limits["maxLength"]:
        return "maxLength"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        return "pattern"
    return None


def _within(field: Field, value: Value, flag: str | None = None) -> Cell:
    return Cell(None, "unreadable") if value is None else Cell(value, _limit(field, value), flag)


def _listed(field: Field, text: str, spellings: Mapping[str, str]) -> Cell:
    code = entry(text, spellings)
    if field.type == "integer":
        return _whole(field, code or text)
    return Cell(None, "unknown") if code is None else Cell(_of_type(field, code))


def _of_type(field: Field, code: str) -> Value:
    return read_date(code)[0] if field.type == "date" else code


def _whole(field: Field, text: str) -> Cell:
    value = whole_number(text)
    if value is None and is_count(field) and is_hidden(text):
        return Cell(None, "suppressed")
    return Cell(None, "pointed") if value is None and pointed(text) else _within(field, value)


def _text(field: Field, text: str) -> Cell:
    """A text as it is; in a reference a dash of any sort is a hyphen.

    An apostrophe before what would run as a formula is how a spreadsheet, and our own
    downloads, mark it as text: it is not part of the text.
    """
    text = DISARMED.sub("", text)
    return _within(field, text.translate(DASHES) if "pattern" in field.constraints else text)


def _blank_here(field: Field, text: str, spellings: Mapping[str, str] | None) -> bool:
    """Whether n/a leaves an optional cell blank: wherever it is no text and no answer itself."""
    if field.required or not is_not_applicable(text):
        return False
    free = field.type == "string" and spellings is None
    return not free and (spellings is None or entry(text, spellings) is None)


def read_cell(field: Field, text: str, spellings: Mapping[str, str] | None) -> Cell:
    """The value a cell holds and what is wrong with it or to be asked about it.

    `spellings` are those of the field's list or fixed answers. A cell out of its limits keeps
    its value; one that cannot be read has none.
    """
    text = trimmed(text)
    if not text:
        return Cell(None, "blank" if field.required else None)
    if ERROR.fullmatch(text):
        return Cell(None, "error")
    if _blank_here(field, text, spellings):
        return Cell()
    if spellings is not None:
        return _listed(field, text, spellings)
    if field.type == "integer":
        return _whole(field, text)
    if field.type == "date":
        day, flag = read_date(text)
        return _within(field, day, flag)
    return _within(field, number(text)) if field.type == "number" else _text(field, text)
