"""Trying files: what would be found wrong with each and the rows it would load; nothing is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import duckdb

from data.database import Database
from data.intake.cells import Entries
from data.intake.check import check
from data.intake.known import begin_notes, note_arrival
from data.intake.match import match
from data.intake.offer import Delivery
from data.intake.recognise import recognise
from data.mistakes import Problem
from data.reading import Unreadable, read
from data.schema import return_schemas, vocabulary
from tests.data.sending import NOW

Rows = list[dict[str, str | None]]


@dataclass(frozen=True)
class Tried:
    """What became of a file: its return, what is wrong with it, its rows as text, what was said."""

    name: str | None
    problems: list[Problem]
    rows: Rows
    notes: tuple[str, ...] = ()

    @property
    def must_fix(self) -> list[Problem]:
        """What stops it."""
        return [problem for problem in self.problems if problem.severity == "must_fix"]


class Trial:
    """A database in which files are tried one after the other."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self.cursor, self.entries = cursor, Entries(cursor)
        begin_notes(cursor)
        note_arrival(cursor, Delivery(NOW, "a test", "Head of Testing"))

    def of(self, file: str, content: bytes) -> Tried:
        """What would become of one file."""
        try:
            (sheet,) = read(file, content, vocabulary())
        except Unreadable as error:
            return Tried(None, [error.problem], [])
        schema = recognise(sheet, return_schemas())
        assert schema is not None, sheet.header
        matched = match(sheet, schema)
        problems = check(self.cursor, sheet, schema, matched.places, self.entries)
        return Tried(schema.name, [*matched.problems, *problems], self._rows(), sheet.notes)

    def _rows(self) -> Rows:
        found = self.cursor.execute("select * exclude (line, excel_row) from incoming order by line")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, map(_text, row), strict=True)) for row in found.fetchall()]


def _text(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)


@contextmanager
def trial(database: Database) -> Iterator[Trial]:
    """A trial that leaves the database as it was."""
    with database.writing() as writer:
        yield Trial(writer.cursor)
        writer.abandon()


def only_filled(rows: Rows, ours: list[str]) -> Rows:
    """The rows without the columns that are not ours, which must be blank."""
    assert all(value is None for row in rows for name, value in row.items() if name not in ours)
    return [{name: row[name] for name in ours} for row in rows]
