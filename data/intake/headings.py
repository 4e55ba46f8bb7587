"""Headings: which field a column is, as people write it in their own files."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from data.mistakes import Problem
from data.reading.header import ASIDE, LONGEST_HEADING
from data.reading.words import plain
from data.schema import Field

PERSONAL = re.compile(
    r"^(full_?|first_?|last_?|fore|sur|middle_?|person_?|participants?_?|contact_?)?names?$"
    r"|e_?mail|phone|mobile|^tel$|address|post_?code|zip_?code|date_of_birth|birth_?da|^dob$"
    r"|nhs|^ni(_?no|_?number)?$|national_insurance|passport"
)
PROJECT_OR_SERVICE = re.compile(r"^(project|service)")
# The headings of our templates that are there to be read; any other column is no such thing.
FOR_INFORMATION = frozenset(
    {f"for_information_{each}" for each in ("title", "question", "what_to_count")}
    | {f"last_time_{each}" for each in (
        "theme", "answer", "rated_by", "design", "decisions", "delivery", "evaluation")}
)  # fmt: skip
BEFORE = re.compile(r"^(last_time|for_information)_")
PUT_RIGHT = re.compile(r"^what_to_put_right($|_)")
ALIKE = 0.75


@dataclass(frozen=True)
class Unsure:
    """A heading that may mean one of our columns: asked, never guessed.

    `heading` is as the file has it, `suggested` the field it is most like, `options` the fields
    the file has no column for yet, `examples` up to three different cells below it.
    """

    heading: str
    letter: str
    suggested: str
    options: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass
class Matched:
    """Where each field stands in a sheet, and what is to be said about its headings.

    `left_out` are the positions of columns that are no field of the return, `passed` of those
    that were in the template for information only.
    """

    places: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)


def bare(heading: str) -> str:
    """A heading in plain letters without asides: "Design (0 to 7) *" is "design"."""
    if len(heading) > LONGEST_HEADING:
        return ""
    return plain(ASIDE.sub(" ", heading)) or plain(heading)


def is_personal(heading: str) -> bool:
    """Whether a column of this name looks like personal data, which is never taken."""
    return bool(PERSONAL.search(BEFORE.sub("", plain(heading))))


def is_project_or_service(heading: str) -> bool:
    """Whether a column would tell counts of people apart by project or service."""
    return bool(PROJECT_OR_SERVICE.match(plain(heading)))


def is_for_information(heading: str) -> bool:
    """Whether it is a column of a template that is there to be read by people only."""
    name = plain(heading)
    return name in FOR_INFORMATION or bool(PUT_RIGHT.match(name))


def sure(heading: str, known: Mapping[str, str]) -> str | None:
    """The field that a heading means beyond doubt, or None."""
    return known.get(plain(heading)) or known.get(bare(heading))


def likely(heading: str, fields: Iterable[Field]) -> str | None:
    """The field, of those given, that a heading probably means, or None.

    It is spelt much alike, or it holds every word of just one field's name: "Design rating
    2026" is probably design.
    """
    names = {bare(each): one.name for one in fields for each in one.headings}
    near = get_close_matches(bare(heading), names, 1, ALIKE)
    if near:
        return names[near[0]]
    words = set(bare(heading).split("_"))
    held = {means for name, means in names.items() if set(name.split("_")) <= words}
    return held.pop() if len(held) == 1 else None
