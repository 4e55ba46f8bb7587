"""A pack: what a briefing says, already in words and figures, before it becomes a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from queries import Answer

MARGIN = 3  # letters of a column that stay empty
BROKEN = 1.1  # what breaking between words adds to a text

@dataclass(frozen=True)
class Series:
    """One part of every bar: its name in the key, a value a bar, how it is written, its colours."""

    label: str
    values: tuple[float, ...]
    shown: tuple[str, ...]
    fill: str
    edge: str
    ink: str


@dataclass(frozen=True)
class Bars:
    """A chart: one bar a line, its parts laid end to end (`stacked`) or one under another.

    `description` states the finding for those who cannot see it, `words` stand beside the name
    of each line, and `longest` is the value that the full width stands for.
    """

    title: str
    description: str
    lines: tuple[str, ...]
    words: tuple[str, ...]
    series: tuple[Series, ...]
    longest: float
    stacked: bool = True
    unit: str = "projects"


@dataclass(frozen=True)
class Table:
    """Figures in words as the screen shows them, and the answer they are from, for a workbook."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    answer: Answer

    @property
    def widths(self) -> list[int]:
        """How wide each column is beside the others: by its longest word and its usual text."""
        return [width([heading, *cells]) for heading, *cells in zip(self.headings, *self.rows, strict=True)]

    def lines(self, row: tuple[str, ...], room: int) -> int:
        """How many lines a row takes where one line of the whole table holds about so many letters."""
        wide = [max(1, room * each // sum(self.widths) - MARGIN) for each in self.widths]
        return max(ceil(len(cell) * BROKEN / letters) for cell, letters in zip(row, wide, strict=True))


@dataclass(frozen=True)
class Section:
    """What one page of the dashboard says of a place: sentences, charts, tables, small notes.

    `behind` are answers that only the workbook holds, beside those of the tables.
    """

    title: str
    said: tuple[str, ...]
    charts: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    behind: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One of the three sentences: of what kind it is, the sentence, the question for the meeting."""

    kind: str
    said: str
    ask: str


@dataclass(frozen=True)
class Place:
    """What is said of the whole council or of one directorate."""

    name: str
    findings: tuple[Finding, ...]
    small: tuple[Bars, ...]
    corrections: str
    sections: tuple[Section, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """Everything that a briefing holds, whatever kind of file it becomes.

    `as_it_stood` is a sentence on the moment that its figures are of.
    """

    title: str
    council: str
    notice: str
    period: str
    made_on: date
    as_it_stood: str
    filters: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    notes: tuple[str, ...]
    methods: tuple[str, ...]
    credits: tuple[str, ...]

    @property
    def dates(self) -> str:
        """When it was made and which moment it shows."""
        return f"Made on {day(self.made_on)}. {self.as_it_stood}"

    def charts(self) -> Iterator[tuple[Place, Bars]]:
        """Every chart of the sections with its place, in order."""
        for place in self.places:
            for section in place.sections:
                for chart in section.charts:
                    yield place, chart


def day(when: date) -> str:
    """A day in words: 21 November 2026."""
    return f"{when.day} {when:%B %Y}"


def width(cells: list[str]) -> int:
    """The letters a column needs: its longest word in full, and a long text over several lines."""
    words = max(len(word) for cell in cells for word in cell.split() or [""])
    return MARGIN + max(4, min(30, words), min(34, max(map(len, cells[1:]), default=0)))
