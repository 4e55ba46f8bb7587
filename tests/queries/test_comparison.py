"""Who takes part: the macro agrees with a slow second way, whatever a council sends."""

from collections.abc import Iterator
from random import Random
from typing import Any

import duckdb
import pytest

from tests.queries.comparison_rows import Row, rows
from tests.queries.sent_counts import Council
from tests.queries.stand_in import categories, compared, residents, stand_in

DIRECTORATES = ("ACH", "CFE", "NEI", "REG", "FIN", "LAW", "RES")
AREAS = ("Wirral", "Shropshire", "Worcestershire", "England")
CATEGORIES = categories()
SIZES = (0, 5, 15, 20, 25, 30, 35, 60, 100, 220, 400, 1500, 4000)
EXACT = (
    "people", "answered", "everyone", "unanswered", "directorates", "categories", "tests", "verdict",
    "reason", "answers_needed", "how_many_more", "compared_with",
)  # fmt: skip
CLOSE = ("share", "expected_share", "expected", "low", "high", "score", "critical", "smallest_gap")
Cells = dict[tuple[str, str, str], int]
Told = dict[tuple[str, str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for one council after the other."""
    made = stand_in()
    yield made
    made.close()


def cells_by_chance(chance: Random, directorate: str, characteristic: str, people: dict[str, int]) -> Cells:
    """A directorate's counts of a characteristic: like the residents, more or less bent."""
    mine = [each for each in CATEGORIES if each.characteristic == characteristic]
    size, bend, silence = chance.choice(SIZES), chance.choice((0, 0.3, 1)), chance.choice((0, 0.05, 0.7))
    weights = [
        people.get(each.code, 1000) * chance.uniform(1 - bend, 1 + bend) * each.answered for each in mine
    ]
    counts = [int(size * weight / (5 * sum(weights)) + chance.random()) * 5 for weight in weights]
    return {
        (directorate, characteristic, each.code): count if each.answered else int(size * silence / 5) * 5
        for each, count in zip(mine, counts, strict=True)
        if each.answered or silence
    }


def council_by_chance(seed: int) -> tuple[Council, str]:
    """A council and the area it is compared with."""
    chance = Random(seed)
    area, places = chance.choice(AREAS), chance.sample(DIRECTORATES, chance.randint(1, 3))
    lived = residents(area)
    about = chance.sample(sorted({each.characteristic for each in CATEGORIES}), chance.randint(1, 3))
    people: Cells = {}
    for place in places:
        for characteristic in chance.sample(about, chance.randint(1, len(about))):
            like = lived.get(("", characteristic), ("", {}))[1]
            people |= cells_by_chance(chance, place, characteristic, like)
            if like and chance.random() < 0.15:
                own = {category: chance.randrange(900) for category in like}
                lived[place, characteristic] = (f"People who use {place}, March 2026", own)
    projects = {place: chance.choice((0, 1, 2, 3, 3, 3)) for place in places}
    unit = chance.choice(("people", "people", "forms", "attendances"))
    return Council(people, projects, lived, CATEGORIES, unit, chance.choice(("all", "18 and over"))), area


def differences(told: dict[str, Any], worked_out: Row) -> list[str]:
    """The columns of one row in which both ways differ."""
    wrong = [name for name in EXACT if told[name] != worked_out.get(name)]
    for name in CLOSE:
        one, other = told[name], worked_out.get(name)
        both = one is not None and other is not None
        if (one is None) != (other is None) or (both and one != pytest.approx(other, rel=1e-5, abs=1e-4)):
            wrong.append(name)
    return [f"{name}: {told[name]} and {worked_out.get(name)}" for name in wrong]


def one_finding_is_the_clearest(told: Told) -> bool:
    """Whether each place and characteristic has one clearest row: the highest score of those said."""
    for place, characteristic in {key[:2] for key in told}:
        mine = [row for key, row in told.items() if key[:2] == (place, characteristic)]
        first = min(mine, key=lambda row: row["clearest"])
        words = [row for row in mine if row["verdict"] in ("Fewer than expected", "More than expected")]
        said = words or [row for row in mine if row["score"] is not None]
        if sorted(row["clearest"] for row in mine) != list(range(1, len(mine) + 1)):
            return False
        if said and first["score"] < max(row["score"] for row in said) - 1e-6:
            return False
    return True


def interval_agrees_with_the_word(row: dict[str, Any]) -> bool:
    """Whether the expected share lies outside the interval just where there is a difference."""
    if row["low"] is None:
        return True
    clear = row["low"] - 1e-6 <= row["expected_share"] <= row["high"] + 1e-6
    inside = row["low"] <= 100 * row["people"] / row["answered"] <= row["high"]
    return inside and clear == (row["verdict"] == "No clear difference")


def both_ways_agree(connection: duckdb.DuckDBPyConnection, seed: int) -> None:
    """Every row of one council, both ways."""
    council, area = council_by_chance(seed)
    told, worked_out = compared(connection, council, area), dict(rows(council))
    assert set(told) == set(worked_out), seed
    for key, row in worked_out.items():
        assert differences(told[key], row) == [], (seed, key)
        assert interval_agrees_with_the_word(told[key]), (seed, key)
    assert one_finding_is_the_clearest(told), seed


def test_the_macro_agrees_with_the_slow_way_in_40_councils(connection: duckdb.DuckDBPyConnection) -> None:
    for seed in range(40):
        both_ways_agree(connection, seed)


@pytest.mark.trial
def test_the_macro_agrees_with_the_slow_way_in_2000_councils(connection: duckdb.DuckDBPyConnection) -> None:
    for seed in range(1000, 3000):
        both_ways_agree(connection, seed)
