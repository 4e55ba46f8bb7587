"""Sending returns in tests: rows that nothing is wrong with, files of them, and what is held after."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from data.database import Database
from data.intake import Delivery, Offer, Outcome, take_in
from data.mistakes import Problem

Row = Mapping[str, str | int]
NOW = datetime(2026, 11, 21, 12)
PERIOD = "2026-27 H1"

PROJECT: Row = {
    "project_id": "ACH-1",
    "title": "Day chances",
    "directorate": "ACH",
    "kind": "project",
    "level": "operational",
    "status": "active",
    "start_date": "2024-05-01",
}
RATING: Row = {
    "project_id": "ACH-1",
    "period": PERIOD,
    "design": 5,
    "decisions": 3,
    "delivery": "NS",
    "evaluation": "NA",
    "rated_by": "staff",
    "aiming_for": 6,
}
MAIN: Row = {
    "project_id": "ACH-1",
    "period": PERIOD,
    "theme": "T3",
    "main_or_also": "main",
    "strength": "active",
}
ANSWER: Row = {"directorate": "ACH", "period": PERIOD, "item": "C01", "answer": "yes"}


def counted(characteristic: str, directorate: str = "ACH", period: str = PERIOD,
            unit: str = "people", **counts: int) -> list[Row]:  # fmt: skip
    """The participation rows of one characteristic, a category after the other."""
    whose = {"directorate": directorate, "period": period, "unit": unit}
    return [
        {**whose, "characteristic": characteristic, "category": category, "count": count}
        for category, count in counts.items()
    ]


PEOPLE: list[Row] = [
    *counted("sex", female=12, male=9, not_known=2),
    *counted("carer", provides_care=5, provides_no_care=17, not_known=1),
]


def text(rows: Iterable[Row]) -> bytes:
    """Rows as a CSV file, its columns in the order in which the rows first name them."""
    held = list(rows)
    columns = list(dict.fromkeys(name for row in held for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(held)
    return file.getvalue().encode("utf-8")


def put(folder: Path, name: str, content: bytes | Iterable[Row]) -> Path:
    """A file in the folder with these bytes or rows."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else text(content))
    return path


def send(
    database: Database,
    folder: Path,
    received: datetime = NOW,
    reason: str | None = None,
    nobody: bool | None = None,
    **files: bytes | Iterable[Row],
) -> Outcome:
    """Take files in together: each `name=rows` is the file name.csv; `nobody` is the tick."""
    paths = [put(folder, f"{name}.csv", content) for name, content in files.items()]
    delivery = Delivery(received, "a test", "Head of Testing", None, reason, nobody_recognised=nobody)
    return take_in(database, [(delivery, [Offer.of(path) for path in paths])])


def contents(database: Database) -> dict[str, tuple[int, int]]:
    """Every table that is held: how many rows, and a figure that changes with any of them."""
    tables = database.read("select schema_name || '.' || table_name from duckdb_tables()").rows
    figures = " union all ".join(
        f"select '{name}', count(*), bit_xor(hash(held)) from {name} as held" for (name,) in tables
    )
    return {name: (many, figure) for name, many, figure in database.read(figures).rows}


def problems(
    database: Database, folder: Path, received: datetime = NOW, **files: bytes | Iterable[Row]
) -> list[Problem]:
    """The problems for which the files are refused; nothing of them is stored."""
    before = contents(database)
    outcome = send(database, folder, received, **files)
    assert outcome.status == "rejected", outcome
    assert contents(database) == before
    return outcome.problems


def only_problem(
    database: Database, folder: Path, received: datetime = NOW, **files: bytes | Iterable[Row]
) -> Problem:
    """The one problem for which the files are refused; nothing of them is stored."""
    found = problems(database, folder, received, **files)
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]
