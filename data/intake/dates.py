"""Dates: days as they are written here, never with the month first.

A day in figures is read as day, month, year. A column with a date that only fits with the month
first is refused as a whole, because others in it would fit either way.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from data.intake.spelling import DASHES, trimmed

TIME = re.compile(r"(?<=\d)[ tT]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[zZ])?$")
ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", re.ASCII)
FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})\.?,?[ -]?(\d{4}|\d{2})", re.ASCII)
SERIAL = re.compile(r"([3-5]\d{4})(\.0+)?", re.ASCII)
FIRST_DAY = date(1899, 12, 30)  # day 0 of Excel's calendar, which counts 1900 as a leap year
SHORT_YEARS = range(15, 69)  # 24/05/01 may have its year first, so 01 is no year
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def _day(year: str, month: int, day: str) -> date | None:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if len(year) == 2 and int(year) not in SHORT_YEARS:
        return None
    try:
        return date(full, month, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    short = "sep" if name == "sept" else name
    found = [at for at, each in enumerate(MONTHS, 1) if short in (each, each[:3])]
    return found[0] if found else 0


def _said(text: str) -> str:
    return TIME.sub("", trimmed(text))


def read_date(text: str) -> tuple[date | None, str | None]:
    """The day a text says, and what to ask about it: a serial number, a year of two figures."""
    said = _said(text)
    serial = SERIAL.fullmatch(said)
    if serial:
        return FIRST_DAY + timedelta(int(serial[1])), "serial"
    iso = ISO.fullmatch(said.translate({**DASHES, ord("/"): "/"}))
    if iso:
        return _day(iso[1], int(iso[3]), iso[4]), None
    figures = FIGURES.fullmatch(said.translate({**DASHES, ord("/"): "/"}))
    if figures:
        day = _day(figures[4], int(figures[3]), figures[1])
        return day, "short_year" if len(figures[4]) == 2 else None
    named = NAMED.fullmatch(" ".join(said.lower().translate(DASHES).split()))
    return (_day(named[3], _month(named[2]), named[1]) if named else None), None


def month_first(texts: Iterable[str]) -> str | None:
    """The first text in a column that is a date only with its month first, or None."""
    for text in texts:
        found = FIGURES.fullmatch(_said(text).translate({**DASHES, ord("/"): "/"}))
        if found and int(found[1]) <= 12 < int(found[3]) <= 31:
            return text
    return None
