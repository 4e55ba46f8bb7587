"""An answer: rows that were protected on the way out, with what they mean. It cannot be changed."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import pandas

from data.intake.disarmed import disarmed
from queries.header import Column
from queries.question import Question

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Note:
    """What must be said beside a figure: source, the half-year, rounding, and the moment shown.

    That is the end of the day `as_it_stood_on`, or on that day `just_before` something came in.
    """

    source: str
    period: str | None
    rounded: bool
    as_it_stood_on: date
    notice: str
    just_before: datetime | None = None

    def lines(self) -> list[str]:
        """The note as sentences, in the order they are shown."""
        said = [self.notice] if self.notice else []
        said.append(f"Source: {self.source}.")
        if self.period:
            said.append(f"Half-year: {self.period}.")
        if self.rounded:
            said.append(
                "Figures about people are rounded to 5 to protect them; totals add rounded figures; "
                "0 people stands for fewer than 5."
            )
        day = self.as_it_stood_on
        time = f", just before {self.just_before:%H:%M}" if self.just_before else ""
        said.append(f"As it stood on {day.day} {day:%B %Y}{time}.")
        return said


@dataclass(frozen=True)
class Answer:
    """The rows of a question, its columns, and the note that goes with them."""

    question: Question
    parameters: Mapping[str, Any]
    rows: tuple[Row, ...]
    note: Note

    @property
    def text(self) -> str:
        """The question in English."""
        return self.question.text

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column means, in order."""
        return self.question.columns

    @property
    def one(self) -> Row:
        """The only row. Raises ValueError when there is not exactly one."""
        (row,) = self.rows
        return row

    def column(self, name: str) -> Column:
        """One column by its name. Raises KeyError when the question has none such."""
        return {column.name: column for column in self.columns}[name]

    def where(self, **values: Any) -> tuple[Row, ...]:
        """The rows that hold these values, in order."""
        return tuple(
            row for row in self.rows if all(row[name] == value for name, value in values.items())
        )

    def frame(self) -> pandas.DataFrame:
        """The rows as a frame of one's own; whole numbers stay whole where some are missing."""
        names = [column.name for column in self.columns]
        frame = pandas.DataFrame([dict(row) for row in self.rows], columns=names)
        held = {name: {type(row[name]) for row in self.rows} - {type(None)} for name in names}
        return frame.astype({name: "Int64" for name, types in held.items() if types == {int}})

    def csv(self) -> bytes:
        """The rows as a CSV file that Excel opens: the question and note first, then a table.

        Counts of people have a column `<name> shown` beside them, which says “fewer than 5”
        for 0. Text that a spreadsheet would run as a formula starts with an apostrophe.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        for line in (self.text, *self.note.lines()):
            writer.writerow([neutral(line)])
        writer.writerow([])
        writer.writerows(table_of(self))
        return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")

    @cached_property
    def mark(self) -> str:
        """The SHA-256 of that file. Worked out once: an answer never changes, and it may be a long one."""
        return sha256(self.csv()).hexdigest()


def neutral(value: Any) -> Any:
    """The value as a spreadsheet may show it: text that would run as a formula is disarmed."""
    return disarmed(value) if isinstance(value, str) else value


def shown(people: int | None) -> str:
    """A protected count in words: 0 is “fewer than 5”."""
    if people is None:
        return ""
    return "fewer than 5" if people == 0 else f"{people}"


def table_of(answer: Answer) -> list[list[Any]]:
    """The rows as lists under a header, with a `shown` column beside each count of people."""
    header: list[Any] = []
    for column in answer.columns:
        header += (
            [column.name, f"{column.name} shown"] if column.kind == "people" else [column.name]
        )
    table = [header]
    for row in answer.rows:
        cells: list[Any] = []
        for column in answer.columns:
            value = row[column.name]
            cells.append("" if value is None else neutral(value))
            if column.kind == "people":
                cells.append(shown(value))
        table.append(cells)
    return table


def freeze(rows: list[tuple[Any, ...]], names: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows as the database gave them, made read-only and addressable by column name."""
    return tuple(MappingProxyType(dict(zip(names, row, strict=True))) for row in rows)
