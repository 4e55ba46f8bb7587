"""The example's CSV files, read with nothing but csv: what was sent, by whom, on which day."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path

Row = dict[str, str]
Item = tuple[str, str, str]


def rows_of(path: Path) -> list[Row]:
    """The rows of a CSV file as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class File:
    """One return of one delivery."""

    folder: str
    name: str
    rows: tuple[Row, ...]

    @property
    def received(self) -> datetime:
        """Noon of the day in its folder's name."""
        return datetime.combine(date.fromisoformat(self.folder[3:]), time(12))

    @property
    def directorate(self) -> str:
        """Who sent it."""
        return whose(self.rows[0])[:3]

    @cached_property
    def items(self) -> set[Item]:
        """What it says something for: its name, the period, and the project or directorate."""
        return {(self.name, row["period"], whose(row)) for row in self.rows if "period" in row}

    @cached_property
    def slices(self) -> set[Item]:
        """The same, with each unit of participation apart."""
        return {
            (self.name, row["period"], "/".join(filter(None, (whose(row), row.get("unit")))))
            for row in self.rows
            if "period" in row
        }


def whose(row: Row) -> str:
    """The project or the directorate that a row is about."""
    return row.get("project_id") or row["directorate"]


def files_in(folder: Path) -> list[File]:
    """Every return of every delivery, in the order of the deliveries."""
    return [
        File(path.parent.name, path.stem, tuple(rows_of(path)))
        for path in sorted(folder.glob("[0-9]*/*.csv"))
    ]
