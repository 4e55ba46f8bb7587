"""From proposed to an end in councils of a few rows, where anyone can count the days."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest

from data.database import Database
from pages.parts import governance_words
from queries.answer import Row
from tests.queries.poured import empty
from tests.queries.tiny import BEFORE, COUNTING, Tiny

END = date(2026, 9, 30)
LATE = datetime.combine(date(2026, 12, 1), time.max)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one council after the other."""
    made = empty(tmp_path_factory.mktemp("pipeline"))
    yield made
    made.close()


def pipeline(database: Database, council: Tiny, **more: object) -> dict[str, Row]:
    """The whole council's rows by status."""
    told = council.ask(database, "governance/pipeline_by_directorate", **{"as_at": LATE, **COUNTING, **more})
    return {row["status"]: row for row in told.where(directorate="all")}


def test_days_run_from_the_day_stated_to_the_last_of_the_half_year(database: Database) -> None:
    council = Tiny()
    for number, since in enumerate(("2026-09-20", "2026-09-10", "2026-08-31"), 1):
        council.project(f"P{number}", status="proposed", status_since=since, start_date="2027-01-01", sent="2026-10-05")
    row = pipeline(database, council)["proposed"]
    assert row["on_day"] == END and row["projects"] == row["came"] == 3
    assert row["middle_days"] == 20 and row["not_known"] == 0 and row["start_passed"] == 0


def test_those_that_moved_on_count_by_how_long_it_took(database: Database) -> None:
    council = Tiny()
    for number, (first, then) in enumerate((("01-01", "01-11"), ("01-01", "02-10"), ("01-01", "03-02")), 1):
        council.project(f"P{number}", status="agreed", status_since=f"2026-{first}", sent="2026-01-15")
        council.project(f"P{number}", status="active", status_since=f"2026-{then}", sent="2026-05-01")
    rows = pipeline(database, council)
    assert rows["agreed"]["projects"] == 0 and rows["agreed"]["moved_on"] == 3
    assert rows["agreed"]["middle_taken"] == 40
    assert rows["active"]["projects"] == 3 and rows["active"]["middle_taken"] is None


def test_a_day_that_nobody_stated_is_not_known_and_is_said_so(database: Database) -> None:
    council = Tiny()
    for number in range(1, 4):
        council.project(f"P{number}", status="proposed", sent="2026-10-05")
    council.project("P1", status="agreed", status_since="2026-09-01", sent="2026-10-06")
    rows = pipeline(database, council)
    assert rows["proposed"]["projects"] == rows["proposed"]["not_known"] == 2
    assert rows["proposed"]["middle_days"] is None and rows["proposed"]["moves_not_known"] == 1
    said = governance_words.not_known(rows.values())
    assert said.startswith("how long is not known for 2 projects and 1 move")


def test_under_three_that_are_known_have_no_middle(database: Database) -> None:
    council = Tiny()
    for number in (1, 2):
        council.project(f"P{number}", status="agreed", status_since="2026-08-01", sent="2026-10-05")
    assert pipeline(database, council)["agreed"]["middle_days"] is None


def test_what_began_after_the_half_year_is_not_in_it(database: Database) -> None:
    council = Tiny()
    council.project("P1", status="agreed", status_since="2026-06-01", sent="2026-06-10")
    council.project("P1", status="active", status_since="2026-10-03", sent="2026-10-12")
    rows = pipeline(database, council)
    assert rows["agreed"]["projects"] == 1 and rows["active"]["projects"] == 0


def test_a_late_return_with_a_day_counts_and_one_without_waits_for_the_next_half_year(database: Database) -> None:
    council = Tiny()
    council.project("DATED", status="proposed", status_since="2026-03-01", sent="2026-06-20")
    council.project("BLANK", status="proposed", sent="2026-06-20")
    before = pipeline(database, council, period=BEFORE)["proposed"]
    now = pipeline(database, council)["proposed"]
    assert (before["projects"], now["projects"]) == (1, 2)


def test_the_running_half_year_is_shown_as_it_is_at_the_moment(database: Database) -> None:
    council = Tiny()
    council.project("P1", status="proposed", status_since="2026-05-01", sent="2026-05-10")
    council.project("P1", status="active", status_since="2026-07-01", sent="2026-07-10")
    at_the_time = pipeline(database, council, as_at=datetime.combine(date(2026, 6, 1), time.max))
    assert at_the_time["proposed"]["projects"] == 1 and at_the_time["proposed"]["on_day"] == date(2026, 6, 1)


def test_an_active_project_began_on_its_start_and_a_reopened_one_when_it_says(database: Database) -> None:
    council = Tiny()
    council.project("P1", start_date="2026-05-01", sent="2026-05-10")
    council.project("P1", status="complete", start_date="2026-05-01", end_date="2026-06-30", sent="2026-07-05")
    rows = pipeline(database, council)
    assert rows["complete"]["came"] == 1 and rows["complete"]["not_known"] == 0
    council.project("P1", start_date="2026-05-01", sent="2026-08-01")
    rows = pipeline(database, council)
    assert rows["active"]["projects"] == rows["active"]["not_known"] == 1 and rows["active"]["came"] == 0


def test_a_project_held_up_is_one_whose_planned_first_day_has_passed(database: Database) -> None:
    council = Tiny()
    for name, planned in (("GONE", "2026-09-29"), ("TODAY", "2026-09-30"), ("AHEAD", "2026-10-01")):
        council.project(name, status="agreed", start_date=planned, status_since="2026-01-01", sent="2026-02-01")
    assert pipeline(database, council)["agreed"]["start_passed"] == 1
    told = council.ask(database, "governance/pipeline_projects", LATE)
    assert [row["project_id"] for row in told.where(start_passed=True)] == ["GONE"]
    assert governance_words.held_up(told.rows).startswith("“Title of GONE” (Adult Care and Health) was to begin on 29 September")
