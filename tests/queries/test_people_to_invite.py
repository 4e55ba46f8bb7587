"""Who is missing: the macro agrees with handing out people five at a time, whatever a council sends."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

import duckdb
import pytest

from tests.queries.inviting import FEWER, enough, missing, nobody_is_missing, samples, words
from tests.queries.inviting_rows import Row, worked_out
from tests.queries.sample import Sample
from tests.queries.sent_counts import Council
from tests.queries.stand_in import AREA, PERIOD, pour, stand_in
from tests.queries.test_comparison import council_by_chance
from tests.queries.verdicts import judge, with_more

ASKED = "select * from people_to_invite(timestamp '2026-06-01', $period, $unit, $area, $ages)"
Told = dict[tuple[str, str, str], Row]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for one council after the other."""
    made = stand_in()
    yield made
    made.close()


def planted(seed: int) -> tuple[Council, str]:
    """A council by chance in which some groups are missing, and a most of its own to invite."""
    chance = Random(seed)
    council, area = council_by_chance(seed)
    kept = {
        cell: 3 * count if chance.random() < 0.7 else 5 * int(count * chance.choice((0, 0.6, 1.2)) / 5)
        for cell, count in sorted(council.people.items())
    }
    return replace(council, people=kept, most=chance.choice((None, 25, 60, 150, 300))), area


def invited(connection: duckdb.DuckDBPyConnection, council: Council, area: str = AREA) -> Told:
    """The rows of the real macro, by place, characteristic and category."""
    pour(connection, council, area)
    found = connection.execute(
        ASKED, {"period": PERIOD, "unit": council.unit, "area": area, "ages": council.ages}
    )
    names = [column[0] for column in found.description]
    told = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {(row["place"], row["characteristic"], row["category"]): row for row in told if row["fewer"]}


def both_ways_agree(connection: duckdb.DuckDBPyConnection, seed: int) -> int:
    """Every group of one council, both ways; how many there were."""
    council, area = planted(seed)
    told, slowly = invited(connection, council, area), dict(worked_out(council))
    assert set(told) == set(slowly), seed
    for key, row in slowly.items():
        assert {name: told[key][name] for name in row} == row, (seed, key)
    return len(slowly)


def shared(people: int, rows: list[str]) -> Iterator[dict[str, int]]:
    """Every way of sharing so many people, five at a time, among these rows."""
    if len(rows) == 1:
        yield {rows[0]: people}
        return
    for first in range(0, people + 1, 5):
        yield from ({rows[0]: first, **rest} for rest in shared(people - first, rows[1:]))


def grown(sample: Sample, more: Mapping[str, int]) -> Sample:
    """The sample with more people of these rows."""
    for row, added in more.items():
        sample = with_more(sample, row, added)
    return sample


def changes_the_word(sample: Sample, row: str, added: int) -> bool:
    """Whether so many more people of one group turn its word from fewer."""
    return judge(with_more(sample, row, added), always=row)[row].verdict != FEWER


def somebody_is_missing(sample: Sample, more: Mapping[str, int]) -> bool:
    """Whether any group is still fewer with more people of these rows."""
    found = words(grown(sample, more), sample)
    return any(word == FEWER and sample.share(row) <= 0.5 for row, word in found.items())


def the_numbers_hold(council: Council) -> int:
    """Add the people that are stated, and 5 fewer; how many statements were looked at."""
    looked = 0
    for (place, name, row), said in worked_out(council):
        sample = dict(samples(council, place))[name]
        if alone := said["how_many_more"]:
            assert changes_the_word(sample, row, alone)
            assert not changes_the_word(sample, row, alone - 5)
            looked += 1
        if (total := said["together_total"]) and len(groups := missing(sample)) <= 3:
            handed = enough(sample, total)
            assert handed and nobody_is_missing(sample, handed)
            assert all(somebody_is_missing(sample, more) for more in shared(total - 5, groups))
            looked += 1
    return looked


def test_both_ways_agree_in_12_councils(connection: duckdb.DuckDBPyConnection) -> None:
    assert sum(both_ways_agree(connection, seed) for seed in range(12)) > 20


def test_the_people_stated_change_the_word_and_5_fewer_do_not() -> None:
    assert sum(the_numbers_hold(planted(seed)[0]) for seed in range(20)) > 20


@pytest.mark.trial
def test_both_ways_agree_in_500_councils(connection: duckdb.DuckDBPyConnection) -> None:
    for seed in range(1000, 1500):
        both_ways_agree(connection, seed)


@pytest.mark.trial
def test_the_people_stated_change_the_word_in_500_councils() -> None:
    assert sum(the_numbers_hold(planted(seed)[0]) for seed in range(1000, 1500)) > 500
