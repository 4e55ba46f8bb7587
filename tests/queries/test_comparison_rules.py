"""Rules of who takes part, each with an answer worked out by hand or plain to see."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import NormalDist
from typing import Any

import duckdb
import pytest

from tests.queries.sent_counts import Council
from tests.queries.stand_in import categories, compared, residents, stand_in

POOLED = "All ethnic groups other than White"
LEFT_OUT = "included in the whole council only"
OWN = "People who draw on adult social care, March 2026"
Told = dict[tuple[str, str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for one council after the other."""
    made = stand_in()
    yield made
    made.close()


def adult_care(characteristic: str, projects: int = 2, **counts: int) -> Council:
    """A council in which only adult care sent anything: these counts of one characteristic."""
    people = {("ACH", characteristic, category): count for category, count in counts.items()}
    return Council(people, {"ACH": projects}, residents(), categories())


def test_a_worked_example(connection: duckdb.DuckDBPyConnection) -> None:
    # p = 73088 / 320200 = 0.228257; expected 45.65; gap 20.65 - 0.75 = 19.90; variance 35.231 + 2.591;
    # score 19.90 / 6.150 = 3.236 > 2.241. With 5 more 2.579, with 10 more 1.937: no longer fewer.
    told = compared(connection, adult_care("disability", disabled=25, not_disabled=175))
    row = told["ACH", "disability", "disabled"]
    assert row["verdict"] == "Fewer than expected" and row["how_many_more"] == 10
    assert row["share"] == 12.5 and row["expected"] == pytest.approx(45.651, abs=0.001)
    assert row["score"] == pytest.approx(3.236, abs=0.001) and row["critical"] == 2.241403
    assert told["ACH", "disability", "not_disabled"]["verdict"] == "More than expected"


def test_too_few_says_how_many_answers_are_needed(connection: duckdb.DuckDBPyConnection) -> None:
    told = compared(connection, adult_care("ethnic_group", white=45, asian=0))
    row = told["ACH", "ethnic_group", "asian"]
    assert (row["verdict"], row["answers_needed"], row["answered"]) == ("Too few to say", 220, 45)
    assert row["low"] is None and row["smallest_gap"] is None


@pytest.mark.parametrize(("answered", "pooled"), [(100, True), (1150, True), (1160, False)])
def test_the_pooled_row_is_there_while_a_part_is_too_few(
    connection: duckdb.DuckDBPyConnection, answered: int, pooled: bool
) -> None:
    told = compared(connection, adult_care("ethnic_group", white=answered))
    assert (("ACH", "ethnic_group", POOLED) in told) == pooled


@pytest.mark.parametrize(("projects", "answered"), [(1, 100), (0, 100), (2, 25)])
def test_a_small_directorate_is_only_part_of_the_council(
    connection: duckdb.DuckDBPyConnection, projects: int, answered: int
) -> None:
    row = compared(connection, adult_care("sex", projects, male=answered))["ACH", "sex", "male"]
    assert row["reason"] == LEFT_OUT and row["verdict"] == "Too few to say"
    assert row["people"] == answered and row["share"] is None


@pytest.mark.parametrize(("answered", "share"), [(15, None), (20, 100), (25, 100)])
def test_no_share_on_fewer_than_20(
    connection: duckdb.DuckDBPyConnection, answered: int, share: int | None
) -> None:
    row = compared(connection, adult_care("sex", male=answered))["all", "sex", "male"]
    assert (row["share"], row["reason"]) == (share, "fewer than 30 answered")


@pytest.mark.parametrize(("not_known", "reason"), [(65, None), (70, "fewer than 60% answered")])
def test_too_few_when_fewer_than_60_percent_answered(
    connection: duckdb.DuckDBPyConnection, not_known: int, reason: str | None
) -> None:
    council = adult_care("sex", male=50, female=50, not_known=not_known)
    row = compared(connection, council)["all", "sex", "male"]
    assert (row["unanswered"], row["reason"]) == (not_known, reason)


def test_role_and_attendances_have_shares_only(connection: duckdb.DuckDBPyConnection) -> None:
    role = compared(connection, adult_care("role", resident=100))["all", "role", "resident"]
    council = replace(adult_care("sex", male=100), unit="attendances")
    visits = compared(connection, council)["all", "sex", "male"]
    for row in (role, visits):
        assert row["share"] == 100
        assert {row[name] for name in ("expected_share", "expected", "verdict", "low", "score")} == {None}
    assert visits["reason"] == "attendances are not independent" and role["reason"] is None


def test_a_directorate_is_compared_with_its_own_people_where_they_are_known(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    council = adult_care("sex", male=50, female=50)
    own = {("ACH", "sex"): (OWN, {"female": 600, "male": 400})}
    told = compared(connection, replace(council, residents={**council.residents, **own}))
    assert told["ACH", "sex", "female"]["expected_share"] == 60
    assert told["ACH", "sex", "female"]["compared_with"] == OWN
    assert told["all", "sex", "female"]["compared_with"] == "All residents of Wirral, Census 2021"


def test_adults_only_leaves_the_young_out_on_both_sides(connection: duckdb.DuckDBPyConnection) -> None:
    council = adult_care("age", under_18=60, **{"25_to_44": 40, "75_and_over": 10, "not_known": 5})
    told = compared(connection, replace(council, ages="18 and over"))
    ages = {key[2]: row for key, row in told.items() if key[0] == "all"}
    assert "under_18" not in ages
    assert sum(row["expected_share"] for row in ages.values()) == pytest.approx(100)
    assert (ages["25_to_44"]["answered"], ages["25_to_44"]["everyone"]) == (50, 55)


def test_critical_values_are_those_of_the_normal_distribution(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    for tests in range(1, 25):
        (value,) = connection.execute("select critical_value($tests)", {"tests": tests}).fetchone() or (0,)
        assert value == pytest.approx(NormalDist().inv_cdf(1 - 0.025 / tests), abs=6e-7)
