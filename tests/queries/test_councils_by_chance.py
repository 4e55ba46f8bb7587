"""Whatever a council sends, replaces, withdraws and restores, both ways agree and themes add up."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from inspect import signature

import pytest

from data.database import Database
from tests.queries.chance import council_by_chance, look
from tests.queries.plain.every import COUNTING, PLAIN
from tests.queries.plain.files import Council
from tests.queries.plain.projects import belonging
from tests.queries.poured import asked, empty, pour


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one council after the other."""
    made = empty(tmp_path_factory.mktemp("by-chance"))
    yield made
    made.close()


def misses(database: Database, council: Council, as_at: datetime, period: str) -> list[str]:
    """The places where the main themes do not add up to the projects that belong."""
    told = asked(
        database, "themes/projects_by_main_theme", as_at, period=period, level="all", kind="all"
    )
    projects = belonging(council, as_at, period)
    wrong = []
    for place in {"all"} | {each["directorate"] for each in projects}:
        mains = sum(row["main"] for row in told.where(directorate=place))
        mine = [each for each in projects if place in ("all", each["directorate"])]
        if mains != len(mine):
            wrong.append(f"{place}: {mains} main themes for {len(mine)} projects")
    return wrong


def add_up(database: Database, first: int, count: int) -> int:
    """Look at `count` councils; returns how many projects were counted in all."""
    seen = 0
    for seed in range(first, first + count):
        council = council_by_chance(seed)
        pour(database, council)
        assert misses(database, council, *look(seed)) == [], f"seed {seed}"
        seen += len(belonging(council, *look(seed)))
    return seen


def test_main_themes_add_up_to_the_projects_in_40_random_councils(database: Database) -> None:
    assert add_up(database, 0, 40) > 40


@pytest.mark.trial
def test_main_themes_add_up_to_the_projects_in_1000_random_councils(database: Database) -> None:
    assert add_up(database, 100, 1000) > 1500


def test_a_lost_project_would_be_seen(database: Database) -> None:
    seed = next(seed for seed in range(100) if belonging(council_by_chance(seed), *look(seed)))
    council = council_by_chance(seed)
    pour(database, council)
    assert not misses(database, council, *look(seed))
    with database.writing() as writer:
        writer.cursor.execute("update sent.projects set status = 'proposed'")
    assert misses(database, council, *look(seed))


# Poured councils have no files and nobody who agreed them, so what is asked of uploads is left out.
ASKED = {name: plain for name, plain in PLAIN.items() if not name.startswith("returns/upload")}


def agree(database: Database, seed: int, one_in: int = 1) -> Counter[str]:
    """Assert that both ways agree on every question, or on one in so many; returns the rows of each."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    pour(database, council)
    seen: Counter[str] = Counter()
    for address, plain in list(ASKED.items())[seed % one_in :: one_in]:
        everything = {"level": "all", "kind": "all"} if address in COUNTING else {}
        of = {"period": period} if "period" in signature(plain).parameters else {}
        told = asked(database, address, as_at, **of, **everything)
        worked = plain(council, as_at, **of, **everything)
        assert [dict(row) for row in told.rows] == worked, f"{address}, seed {seed}"
        seen[address] += len(worked)
    return seen


def test_both_ways_agree_in_random_councils(database: Database) -> None:
    # Nine in a row in which every question has something to answer; the long form has five hundred.
    seen = sum((agree(database, seed, one_in=3) for seed in range(2219, 2228)), Counter[str]())
    assert {address for address in ASKED if not seen[address]} == set(), seen


@pytest.mark.trial
def test_both_ways_agree_in_many_random_councils(database: Database) -> None:
    seen = sum((agree(database, seed) for seed in range(3000, 3500)), Counter[str]())
    assert set(seen) == set(ASKED)
