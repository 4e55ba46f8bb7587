"""How often the verdicts are wrong and how often they notice, with rounding and all.

The bars are those of the specification: any false verdict on a characteristic in at most 6% of
samples drawn from the population itself, never over 7.5% between the sizes named; a group at half
its 20% share noticed in 85% of samples. Chance is allowed two standard errors.
"""

from collections.abc import Sequence
from math import sqrt

import duckdb
import pytest
from numpy.random import default_rng

from tests.queries.samples_by_chance import (
    ALONE,
    EVENLY,
    SAID,
    UNEVENLY,
    Population,
    false_verdicts,
    noticed,
)
from tests.queries.sent_counts import Council
from tests.queries.stand_in import categories, compared, residents, stand_in

CATEGORIES = categories()
POOLS = {each.code: each.pool for each in CATEGORIES if each.pool}
POPULATIONS = {
    characteristic: Population(lived, POOLS if characteristic == "ethnic_group" else {})
    for (_, characteristic), (_, lived) in residents().items()
    if characteristic in ("age", "sex", "ethnic_group", "disability", "carer")
}
NAMED, BETWEEN = (30, 100, 200, 300, 1000), (35, 40, 45, 50, 60, 68, 70, 80, 120, 150, 250, 400, 500, 700)
FALSE, NEVER_OVER, NOTICED = 0.06, 0.075, 0.85
GROUPS = {
    2: Population({"a": 20, "b": 80}),
    3: Population({"a": 20, "b": 70, "c": 10}),
    5: Population({"a": 20, "b": 50, "c": 10, "d": 10, "e": 10}),
    6: Population({"a": 20, "b": 50, "c": 10, "d": 10, "e": 5, "f": 5}),
}
ENOUGH = {2: 200, 3: 200, 5: 250, 6: 250}


def by_chance(bar: float, times: int) -> float:
    """Two standard errors of a share near the bar."""
    return 2 * sqrt(bar * (1 - bar) / times)


def false_ones(people: int, times: int, split: Sequence[float]) -> dict[str, float]:
    """The share of false verdicts on each characteristic."""
    chance = default_rng(people)
    return {
        name: false_verdicts(chance, population, people, split, times)
        for name, population in POPULATIONS.items()
    }


def drawn_directorates(people: int, times: int) -> Council:
    """A council of so many directorates, each a sample of the residents."""
    chance, cells = default_rng(people), {}
    for name, population in POPULATIONS.items():
        for number in range(times):
            for category, counted in population.sample(chance, people).people.items():
                cells[f"D{number}", name, category] = int(counted)
    projects = {f"D{number}": 2 for number in range(times)}
    return Council(cells, projects, {}, CATEGORIES)


def test_a_directorate_like_its_residents_is_rarely_called_different() -> None:
    connection, times = stand_in(), 1000
    for people in NAMED:
        told = compared(connection, drawn_directorates(people, times))
        wrong = {key[:2] for key, row in told.items() if row["verdict"] in SAID and key[0] != "all"}
        for name in POPULATIONS:
            share = sum(about == name for _, about in wrong) / times
            assert share <= FALSE + by_chance(FALSE, times), (people, name, share)
    connection.close()


@pytest.mark.parametrize("split", [EVENLY, UNEVENLY], ids=["evenly", "unevenly"])
def test_a_council_of_seven_like_its_residents_is_rarely_called_different(split: Sequence[float]) -> None:
    times = 400
    for people in NAMED:
        for name, share in false_ones(people, times, split).items():
            assert share <= FALSE + by_chance(FALSE, times), (people, name, share)


@pytest.mark.parametrize("groups", GROUPS)
def test_a_group_at_half_its_share_is_usually_noticed(groups: int) -> None:
    chance, times = default_rng(groups), 1500
    for split, people in ((ALONE, ENOUGH[groups]), (EVENLY, 300), (UNEVENLY, 300)):
        share = noticed(chance, GROUPS[groups], "a", people, split, times)
        assert share >= NOTICED - by_chance(NOTICED, times), (split, people, share)


@pytest.mark.trial
@pytest.mark.parametrize("split", [ALONE, EVENLY, UNEVENLY], ids=["alone", "evenly", "unevenly"])
@pytest.mark.parametrize("people", sorted(NAMED + BETWEEN))
def test_false_verdicts_at_every_size(people: int, split: Sequence[float]) -> None:
    times, bar = 5000, FALSE if people in NAMED else NEVER_OVER
    for name, share in false_ones(people, times, split).items():
        print(f"{people:5d} {len(split)} {name:14s} {100 * share:5.2f}%")
        assert share <= bar + by_chance(bar, times), (name, share)


@pytest.mark.trial
@pytest.mark.parametrize("groups", GROUPS)
def test_half_a_share_is_noticed_in_many_samples(groups: int) -> None:
    chance, times = default_rng(100 + groups), 20000
    for split, people in ((ALONE, ENOUGH[groups]), (EVENLY, 300), (UNEVENLY, 300)):
        share = noticed(chance, GROUPS[groups], "a", people, split, times)
        print(f"{people:5d} {len(split)} {groups} {100 * share:5.2f}%")
        assert share >= NOTICED, (split, people, share)
