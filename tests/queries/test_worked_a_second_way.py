"""Every answer about work equals one worked out slowly from the CSV files."""

from collections.abc import Iterable
from datetime import date, datetime, time
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from queries import ask, choices
from tests.house.code import addresses
from tests.queries.plain.every import COUNTING, PLAIN
from tests.queries.plain.files import Council

MOMENTS = (date(2024, 11, 8), date(2025, 11, 20), date(2026, 11, 30))
PERIODS = ("2023-24 H2", "2024-25 H1", "2024-25 H2", "2025-26 H1", "2025-26 H2", "2026-27 H1")
LOOKED_AT = ((MOMENTS[0], PERIODS[1:2]), (MOMENTS[1], PERIODS[2:4]), (MOMENTS[2], PERIODS))
KINDS = ("project", "forum", "board", "commissioning", "strategy", "workshop")
BESIDE = {"returns/upload_items": ("none",), "projects/register": ("all",)}


def compare(council: Council, address: str, as_at: date, **parameters: Any) -> int:
    """Assert that both ways agree on every row, and return how many rows there were."""
    told = ask(address, as_at=as_at, **parameters)
    worked = PLAIN[address](council, datetime.combine(as_at, time.max), **parameters)
    rows = [dict(row) for row in told.rows]
    assert rows == worked
    assert [list(row) for row in rows] == [list(row) for row in worked]
    return len(rows)


def test_every_question_about_work_is_worked_out() -> None:
    topics = {
        "changed", "conditions", "governance", "learning", "maturity", "overview", "projects", "returns", "themes",
    }  # fmt: skip
    assert set(PLAIN) == {each for each in addresses() if each.split("/")[0] in topics}


def test_every_file_of_the_example_is_one_upload(example: Path, council: Council) -> None:
    from queries.ask import _database

    kept = _database().read(
        "select upload_id, return_name, received_at from sent.upload order by 1"
    )
    assert kept.rows == [(each.number, each.name, each.received) for each in council.uploads]


def every_way(council: Council, address: str, as_at: date, periods: Iterable[str]) -> None:
    """Assert that both ways agree at a moment in these half-years."""
    everything = {"level": "all", "kind": "all"} if address in COUNTING else {}
    if "period" not in signature(PLAIN[address]).parameters:
        compare(council, address, as_at)
        return
    for period in (*periods, *BESIDE.get(address, ())):
        compare(council, address, as_at, period=period, **everything)


@pytest.mark.parametrize(("as_at", "periods"), LOOKED_AT, ids=str)
@pytest.mark.parametrize("address", sorted(PLAIN))
def test_both_ways_agree_then_and_in_every_half_year_now(
    example: Path, council: Council, address: str, as_at: date, periods: tuple[str, ...]
) -> None:
    every_way(council, address, as_at, periods)


@pytest.mark.trial
@pytest.mark.parametrize("as_at", MOMENTS, ids=str)
@pytest.mark.parametrize("address", sorted(PLAIN))
def test_both_ways_agree_at_every_moment_in_every_half_year(
    example: Path, council: Council, address: str, as_at: date
) -> None:
    every_way(council, address, as_at, PERIODS)


@pytest.mark.parametrize("address", COUNTING)
def test_both_ways_agree_at_a_level_and_for_a_kind(example: Path, council: Council, address: str) -> None:
    seen = compare(council, address, MOMENTS[1], period="2025-26 H1", level="strategic", kind="all")
    seen += compare(council, address, MOMENTS[1], period="2025-26 H1", level="all", kind="forum")
    assert seen + compare(
        council, address, MOMENTS[2], period="2026-27 H1", level="operational", kind="project"
    )


@pytest.mark.trial
@pytest.mark.parametrize("address", COUNTING)
def test_both_ways_agree_at_every_level_and_for_every_kind(
    example: Path, council: Council, address: str
) -> None:
    levels = [str(level["code"]) for level in choices("levels")]
    for level, kind in [(each, "all") for each in levels] + [("all", each) for each in KINDS]:
        compare(council, address, MOMENTS[1], period="2025-26 H1", level=level, kind=kind)


def test_the_example_has_life_in_what_is_compared(example: Path) -> None:
    """An empty or even example would prove nothing."""
    rows = [
        row
        for period in PERIODS
        for row in ask("maturity/projects", as_at=MOMENTS[2], period=period).rows
    ]
    assert {row["moved"] for row in rows} == {
        "moved up", "same", "moved down", "rater changed", "not rated in both",
    }  # fmt: skip
    assert {row["aim"] for row in rows} == {None, "reached", "so far", "not reached"}
    assert {row["rated_by"] for row in rows} == {None, "staff", "people", "jointly"}
    assert {"NS", "NA", "no return", "0", "7"} & {row["design"] for row in rows}
    assert any(row["aim_lowered"] for row in rows)
