"""Plain English from figures: counts, lists, days, shares, and text made safe to show."""

import re
from collections.abc import Iterable
from datetime import date

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!~|<>$:=^&\"'])")
LIVE = re.compile(r"(?<=:)(?=//|[\w+-]+(?:/[\w]+)?:)|(?<=www)(?=\.)|(?<=@)(?=\w)", re.IGNORECASE)
ARROWS = re.compile(r"(?<=[<~])(?=[-=])|(?<=[->])(?=[->=])")
SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
JOINER = "\u2060"
# Text without any of these reads the same as Markdown; nearly every cell of a table is such.
MEANT = re.compile(r"[\\`*_{}\[\]()#+\-.!~|<>$:=^&\"'@\t\r\n\f\v\u2028\u2029]|  ")


def escaped(text: object) -> str:
    """The text as Markdown that shows exactly these characters, on one line.

    A backslash alone does not stop Streamlit turning an address into a link, `:name:` into
    a picture or `->` into an arrow, so an invisible joiner parts those too.
    """
    said = str(text).strip()
    if not MEANT.search(said):
        return said
    one_line = SPACES.sub(" ", said)
    parted = ARROWS.sub(JOINER, LIVE.sub(JOINER, one_line))
    return MARKDOWN.sub(r"\\\1", parted)


def number(value: float) -> str:
    """A figure with thousands apart: 1,205; one decimal place only where it has one."""
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.1f}"


def count(how_many: int, thing: str, things: str | None = None) -> str:
    """A number with its noun: 1 project, 4 projects, 0 projects, 2 categories."""
    return f"{number(how_many)} {thing if how_many == 1 else things or thing + 's'}"


def people(how_many: int) -> str:
    """A protected count of people: 5 people, 1,205 people, and 0 as “fewer than 5 people”."""
    return f"{people_shown(how_many)} people"


def people_shown(how_many: int) -> str:
    """A protected count of people without its noun; 0 is shown as “fewer than 5”."""
    return number(how_many) if how_many else "fewer than 5"


def of(part: int, whole: int) -> str:
    """A part with its base: 11 of 26."""
    return f"{number(part)} of {number(whole)}"


def share(percent: float) -> str:
    """A share already in per cent, rounded to a whole number, and never a false 0% or 100%."""
    rounded = round(percent)
    if rounded == 0 and percent > 0:
        return "under 1%"
    if rounded == 100 and percent < 100:
        return "over 99%"
    return f"{rounded}%"


def told_apart(one: float, other: float) -> tuple[str, str]:
    """Two shares in per cent as they are written; with decimal places where they would look the same."""
    if share(one) != share(other):
        return share(one), share(other)
    places = next((each for each in (1, 2) if round(one, each) != round(other, each)), 3)
    return f"{one:.{places}f}%", f"{other:.{places}f}%"


def listed(things: Iterable[str], at_most: int | None = None, joined_by: str = "and") -> str:
    """Names in a row: A, B and C; with `at_most`=2 of 5, “A, B and 3 others”; "" for none."""
    names = [str(thing) for thing in things]
    if at_most is not None and len(names) > at_most:
        rest = len(names) - at_most
        names = [*names[:at_most], count(rest, "other")]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joined_by} {names[-1]}"


def day(when: date) -> str:
    """A day, or the day of a moment: 21 November 2026."""
    return f"{when.day} {when:%B %Y}"


def sentence(text: str) -> str:
    """The text with a capital first and a full stop last, for sentences made by rule."""
    stripped = text.strip()
    ended = stripped if stripped[-1:] in {".", "?", "!"} else f"{stripped}."
    return ended[:1].upper() + ended[1:]
