"""Verdicts through the whole path: files sent, checked, rounded with a key, asked like a page does."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from math import sqrt
from pathlib import Path

import pytest
from numpy.random import Generator, default_rng

from data.database import Database
from data.intake import Delivery, Offer, take_in
from data.settings import SHIPPED_LISTS
from data.start import open_ready
from queries.ask import answer
from queries.question import questions
from tests.queries.stand_in import residents

PERIODS, SOME, PEOPLE, FALSE = 60, 25, 100, 0.06
CHARACTERISTICS = ("sex", "disability", "ethnic_group")
DIRECTORATES = ("ACH", "CFE", "NEI", "REG", "FIN", "LAW", "RES")
SAID = ("Fewer than expected", "More than expected")


def half_years() -> list[list[str]]:
    """Many short periods one after another, so that each is a sample of its own."""
    first = date(2010, 1, 4)
    starts = [first + timedelta(days=7 * number) for number in range(PERIODS)]
    return [
        [f"W{place:03d}", f"Week {place}", "2009-10", *(str(day) for day in (start, start + timedelta(6), start + timedelta(20))), "closed", str(place + 1)]
        for place, start in enumerate(starts)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's lists, with those periods in place of its own."""
    folder = tmp_path_factory.mktemp("lists")
    for path in SHIPPED_LISTS.glob("*.csv"):
        shutil.copy(path, folder)
    write(folder / "periods.csv", ["code", "label", "year", "start", "end", "due", "status", "order"], half_years())
    text = (folder / "directorates.csv").read_text(encoding="utf-8")
    for code in ("2023-24 H2", "2024-25 H1", "2024-25 H2"):
        text = text.replace(code, "W000")
    (folder / "directorates.csv").write_text(text, encoding="utf-8")
    return folder


def write(path: Path, header: list[str], rows: list[list[str]]) -> Path:
    """A CSV file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def participation(folder: Path, directorate: str, chance: Generator, periods: int) -> Path:
    """One directorate's return: in every period so many people drawn from the residents."""
    rows = []
    for characteristic in CHARACTERISTICS:
        ((_, lived),) = [found for (_, about), found in residents().items() if about == characteristic]
        shares = [count / sum(lived.values()) for count in lived.values()]
        for period in range(periods):
            drawn = chance.multinomial(PEOPLE, shares)
            for category, count in zip(lived, drawn, strict=True):
                rows.append([directorate, f"W{period:03d}", "people", characteristic, category, str(count)])
    header = ["directorate", "period", "unit", "characteristic", "category", "count"]
    return write(folder / f"participation-{directorate}.csv", header, rows)


@pytest.fixture(scope="module", params=[SOME, pytest.param(PERIODS, marks=pytest.mark.trial)])
def periods(request: pytest.FixtureRequest) -> int:
    """In how many of the periods returns are sent."""
    return int(request.param)


@pytest.fixture(scope="module")
def council(lists: Path, tmp_path_factory: pytest.TempPathFactory, periods: int) -> Iterator[Database]:
    """A council of seven whose people are its residents, sent file by file."""
    folder, chance = tmp_path_factory.mktemp("council"), default_rng(7)
    projects = [
        [f"{code}-{number}", "A project", code, "project", "operational", "active", "2010-01-04"]
        for code in DIRECTORATES
        for number in (1, 2)
    ]
    header = ["project_id", "title", "directorate", "kind", "level", "status", "start_date"]
    files = [write(folder / "projects.csv", header, projects)]
    files += [participation(folder, code, chance, periods) for code in DIRECTORATES]
    database = open_ready(folder / "dashboard.duckdb", lists)
    sent = take_in(database, [(Delivery(datetime(2026, 1, 1)), [Offer.of(file) for file in files])])
    assert sent.status == "loaded", sent.problems[:3]
    yield database
    database.close()


def test_people_drawn_from_the_residents_are_rarely_called_different(council: Database, periods: int) -> None:
    question = questions()["diversity/findings"]
    told: dict[tuple[bool, str], list[bool]] = {}
    for period in range(periods):
        asked = {
            "as_at": datetime(2026, 2, 1), "period": f"W{period:03d}", "unit": "people",
            "ages": "all", "area": "Wirral",
        }  # fmt: skip
        for row in answer(council, question, asked).rows:
            if row["collected"]:
                key = (row["directorate"] == "all", row["characteristic"])
                told.setdefault(key, []).append(row["verdict"] in SAID)
    assert len(told) == 2 * len(CHARACTERISTICS)
    for (_, name), found in told.items():
        bar = FALSE + 2 * sqrt(FALSE * (1 - FALSE) / len(found))
        assert len(found) >= periods and sum(found) / len(found) <= bar, name
