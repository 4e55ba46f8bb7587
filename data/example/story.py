"""The story of the example council, read: its projects, deliveries, notes and half-years."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.settings import SHIPPED_LISTS

STORY = Path(__file__).resolve().parent / "story"
Line = dict[str, str]


@dataclass(frozen=True)
class Timeline:
    """What something is from when on: `7; 6 from 2025-26 H2`, read by dates or half-years."""

    steps: tuple[tuple[str, str], ...]

    def at(self, moment: str) -> str:
        """What it is at a moment: a date or a half-year's code, both of which sort as text.

        An empty text before it begins.
        """
        return next((what for what, since in reversed(self.steps) if since <= moment), "")

    def since(self, moment: str) -> str:
        """When what it is at that moment began."""
        return next((since for _, since in reversed(self.steps) if since <= moment), "")

    def start_of(self, what: str) -> str:
        """When it first became `what`, or an empty text if it never does."""
        return next((since for each, since in self.steps if each == what), "")


@dataclass(frozen=True)
class Period:
    """A half-year of the shipped list; `order` counts from 1, dates are ISO text."""

    code: str
    start: str
    end: str
    due: str
    order: int


@dataclass(frozen=True)
class Outline:
    """One line of `story/projects.csv`: how a project goes, before any figure is drawn.

    `place` counts from 0, `opening` is the step of the ladder it starts from, `begins` the
    half-years from its start until each stage begins (None: the stage does not apply), `gaps`
    what it fails to send.
    """

    place: int
    number: str
    service: str
    kind: str
    level: str
    title: str
    who: str
    what: str
    status: Timeline
    planned: str
    ends_unsaid: bool
    shaped_by: str
    themes: tuple[str, ...]
    principles: tuple[str, ...]
    partner: str
    people: int
    opening: int
    course: str
    begins: tuple[int | None, ...]
    aim: Timeline
    voice: Timeline
    gaps: frozenset[str]

    @property
    def directorate(self) -> str:
        """The code of the directorate that leads it."""
        return self.number.split("-")[0]


def lines(path: Path) -> Iterator[Line]:
    """The records of a CSV file, one at a time, by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def periods() -> tuple[Period, ...]:
    """The half-years of the shipped list, earliest first."""
    read = lines(SHIPPED_LISTS / "periods.csv")
    found = (
        Period(each["code"], each["start"], each["end"], each["due"], int(each["order"]))
        for each in read
    )
    return tuple(sorted(found, key=lambda period: period.order))


@cache
def outlines() -> tuple[Outline, ...]:
    """The projects of the story, in its order."""
    read = enumerate(lines(STORY / "projects.csv"))
    return tuple(_outline(place, line) for place, line in read)


@cache
def notes() -> dict[str, tuple[str, ...]]:
    """What officers write, by what it is about; {who} and {what} stand for the project's own."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines(STORY / "notes.csv"):
        found[line["about"]] = (*found.get(line["about"], ()), line["note"])
    return found


def _timeline(text: str) -> Timeline:
    parts = [part.strip().partition(" from ") for part in text.split(";")]
    return Timeline(tuple((what, since) for what, _, since in parts))


def _outline(place: int, line: Line) -> Outline:
    as_they_are = ("number", "service", "kind", "level", "title", "who", "what", "planned",
                   "shaped_by", "partner", "course")
    return Outline(
        place=place,
        **{name: line[name] for name in as_they_are},
        status=_timeline(line["status"]),
        ends_unsaid=line["no_end"] == "yes",
        themes=(line["main"], *line["also"].split()) if line["main"] else (),
        principles=tuple(line["principles"].split()),
        people=int(line["people"]),
        opening=int(line["opening"]),
        begins=tuple(None if each == "-" else int(each) for each in line["begins"].split()),
        aim=_timeline(line["aim"]),
        voice=_timeline(line["voice"]),
        gaps=frozenset(gap.strip() for gap in line["gaps"].split(";")),
    )
