"""The example council: its projects, and what was sent late, corrected or not at all."""

from collections import Counter, defaultdict

import pytest

from data.example.story import periods
from tests.data.life import DUE, Council, Row, council  # noqa: F401 (a fixture is used by its name)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("kind", "project forum board commissioning strategy workshop"),
        ("level", "individual operational strategic"),
        ("status", "proposed agreed active complete stopped"),
        ("resource", "none part full"),
    ],
)
def test_projects_are_of_every(council: Council, column: str, values: str) -> None:
    assert {project[column] for project in council.projects.values()} == set(values.split())


def test_directorates_have_from_3_to_14_projects_and_one_never_sent(council: Council) -> None:
    sizes = Counter(project["directorate"] for project in council.projects.values())
    assert sizes == {"ACH": 14, "CFE": 14, "NEI": 14, "RES": 11, "REG": 7, "FIN": 3}
    assert {row["code"] for row in council.list("directorates")} - set(sizes) == {"LAW"}


def test_forums_and_boards_shape_other_projects(council: Council) -> None:
    shapers = {project["shaped_by"] for project in council.projects.values()} - {""}
    assert len(shapers) >= 5
    assert {council.projects[shaper]["kind"] for shaper in shapers} == {"forum", "board"}


def test_one_closed_project_has_no_end_date(council: Council) -> None:
    closed = [row for row in council.projects.values() if row["status"] in ("complete", "stopped")]
    assert [row["project_id"] for row in closed if not row["end_date"]] == ["ACH-P12"]
    assert len(closed) >= 8


def test_some_projects_went_from_proposed_to_active(council: Council) -> None:
    seen = defaultdict(set)
    for row in council.sent("projects"):
        seen[row["project_id"]].add(row["status"])
    assert any({"proposed", "active"} <= statuses for statuses in seen.values())


def test_returns_are_late_early_and_on_the_day(council: Council) -> None:
    waits = {(row["received"], DUE[row["period"]]) for row in council.sent("maturity")}
    late = [received for received, due in waits if received > due]
    assert 3 <= len(late) < len(waits) / 3
    assert any(received == due for received, due in waits)
    assert all(received > period.end for period in periods() for received, due in waits
               if due == period.due)


def test_nothing_is_rated_that_was_not_under_way(council: Council) -> None:
    assert set(council.ratings) <= council.expected
    assert set(council.themes) <= council.expected


def test_a_directorate_skips_a_half_year(council: Council) -> None:
    assert ("FIN", "2025-26 H1", "people") not in council.counts
    assert not [key for key in council.ratings if key == ("FIN-P01", "2025-26 H1")]


def test_some_projects_have_no_rating_in_some_half_year(council: Council) -> None:
    sent_something = {(project[:3], period) for project, period in council.ratings}
    missing = {
        (project, period)
        for project, period in council.expected - set(council.ratings)
        if (project[:3], period) in sent_something
    }
    assert {("ACH-P10", "2024-25 H2"), ("NEI-P08", "2026-27 H1")} <= missing
    assert len(missing) < len(council.ratings) / 20


def test_a_themes_return_was_not_sent(council: Council) -> None:
    assert not [key for key in council.themes if key[0] == "RES-P01" and key[1] == "2025-26 H1"]
    assert ("RES-P01", "2025-26 H1") in council.ratings


def test_a_project_never_states_a_theme(council: Council) -> None:
    rated = {project for project, _ in council.ratings}
    assert "NEI-P12" in rated and "NEI-P12" not in {project for project, _ in council.themes}


def test_a_participation_return_was_not_sent(council: Council) -> None:
    assert not [key for key in council.counts if key[:2] == ("REG", "2025-26 H1")]


def test_corrections_are_made_before_and_after_the_due_date(council: Council) -> None:
    first: dict[tuple[str, str], Row] = {}
    for row in council.sent("maturity"):
        key = row["project_id"], row["period"]
        if key in first:
            assert row != first[key] | {"received": row["received"], "reason": row["reason"]}
            assert bool(row["reason"]) == (row["received"] > DUE[row["period"]])
        first.setdefault(key, row)
    twice = [row for row in council.sent("maturity") if row["received"] in
             ("2024-11-06", "2026-06-11")]
    assert len(twice) == 4 and len([row for row in twice if row["reason"]]) == 2


def test_a_corrected_count_of_people_gives_a_reason(council: Council) -> None:
    counted: dict[str, int] = defaultdict(int)
    for row in council.sent("participation"):
        if (row["directorate"], row["period"]) == ("ACH", "2025-26 H1"):
            counted[row["received"]] += int(row["count"])
            assert bool(row["reason"]) == (row["received"] > DUE["2025-26 H1"])
    assert counted["2025-12-16"] < counted["2025-10-20"]
