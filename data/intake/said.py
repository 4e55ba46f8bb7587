"""What a sender is told about a cell: what was wanted, and what to do."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from heapq import nlargest
from typing import Any

from data.schema import Field

MOST_SHOWN, SHORT_LIST = 12, 15
LONGEST_LIKE = 100
YEAR = len("2026-27")
KINDS = {
    "integer": "a whole number in figures, such as 12",
    "date": "a date such as 2026-04-30 or 30/04/2026",
    "number": "a number in figures, such as 12.5",
}

WHOLE_SENTENCES = {
    "suppressed": "stands for a count that was hidden. Send the real count: it is rounded before "
    "anybody sees it.",
    "pointed": "may be thousands or a fraction: wanted a whole number in figures, such as 12. "
    "Write it without the point.",
    "error": "is an error of the spreadsheet, or a cell too narrow to show its number. "
    "Mend the cell and send the file again.",
}
MONTH_FIRST = (
    "has its month first, so no date in this column can be trusted. Write every date in it with "
    "the day first, such as 30/04/2026, or as 2026-04-30."
)


def asked(flag: str, value: Any) -> str:
    """What a sender is asked about a cell that was read in an unlikely way."""
    day = f"{value.day} {value:%B %Y}" if isinstance(value, date) else str(value)
    why = "a spreadsheet's number for a day" if flag == "serial" else "a year in two figures"
    return f"was read as {day}: it is {why}. Look that it is right."


def _nearest(value: str, listed: Mapping[str, str]) -> str:
    small = value[:LONGEST_LIKE].lower()
    near = get_close_matches(small, _likest(small, listed), 1, 0.5)
    return f" The nearest is “{listed[near[0]]}”." if near else ""


def _likest(value: str, listed: Iterable[str]) -> list[str]:
    """The few entries that share most pairs of letters: to compare all of a long list takes long."""
    pairs = {value[at : at + 2] for at in range(len(value))}
    return nlargest(20, listed, key=lambda entry: sum(pair in entry for pair in pairs) / (len(entry) + 9))


def _unknown(value: str, listed: Mapping[str, str], resource: str | None) -> str:
    if resource == "periods" and listed:
        return _no_period(value, listed)
    what = f"the list of {resource}" if resource else "the answers taken"
    return f"is not in {what}.{_nearest(value, listed)} {_use(list(dict.fromkeys(listed.values())))}"


def _use(entries: Sequence[str]) -> str:
    if not 0 < len(entries) <= SHORT_LIST:
        return "Use a code or label from it."
    more = len(entries) - MOST_SHOWN
    shown = entries if more <= 0 else [*entries[:MOST_SHOWN], f"or another {more} of the list"]
    commas = any("," in entry for entry in shown)
    return f"Use one of: {('; ' if commas else ', ').join(shown)}."


def _no_period(value: str, listed: Mapping[str, str]) -> str:
    """Only a half-year of the same year is like it: the others differ in what matters."""
    codes = sorted(set(listed.values()))
    year = {code.lower(): code for code in codes if code[:YEAR] == value[:YEAR]}
    return (
        f"is no half-year of the list.{_nearest(value, year)} Use one from {codes[0]} to {codes[-1]}: "
        "H1 is April to September, H2 October to March. April to September 2026 is read too."
    )


def _limits(field: Field) -> str:
    least, most = field.constraints.get("minimum"), field.constraints.get("maximum")
    if least is not None and most is not None:
        return f"from {least} to {most}"
    return f"{least} or more" if least is not None else f"{most} or less"


def wanted(
    field: Field, fault: str, value: str, resource: str | None, listed: Mapping[str, str]
) -> str:
    """The sentence for one fault in one cell.

    `value` is the cell's text, `listed` what it may hold (each name in small letters, and how it
    is shown) and `resource` their list.
    """
    if fault == "blank":
        return f"is blank, and is needed: {field.description}. For example: {field.example}."
    if fault in WHOLE_SENTENCES:
        return WHOLE_SENTENCES[fault]
    if fault == "unknown":
        return _unknown(value, listed, resource)
    if fault == "maxLength":
        most = field.constraints["maxLength"]
        return f"is {len(value)} characters long; the most is {most}. Shorten it."
    if fault == "pattern":
        return f"is not written as wanted: {field.description}. For example: {field.example}."
    if fault in ("minimum", "maximum"):
        return f"is out of range: wanted {_limits(field)}. Correct it."
    return f"cannot be read: wanted {KINDS[field.type]}. Correct it."
