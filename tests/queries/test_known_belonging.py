"""Which projects and returns count, and when, in councils of a few rows."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest

from data.database import Database
from tests.queries.plain.files import Act, Council
from tests.queries.poured import asked, empty, pour
from tests.queries.tiny import BEFORE, COUNTING, LATER, LISTS, NOW, Tiny


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one tiny council after the other."""
    made = empty(tmp_path_factory.mktemp("tiny"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("project", "belongs"),
    [
        ({}, True),
        ({"status": "proposed"}, False),
        ({"status": "agreed"}, False),
        ({"start_date": "2026-09-30"}, True),
        ({"start_date": "2026-10-01"}, False),
        ({"end_date": "2026-04-01"}, True),
        ({"end_date": "2026-03-31"}, False),
        ({"status": "complete", "sent": "2026-04-01"}, True),
        ({"status": "stopped", "sent": "2026-03-31"}, False),
        ({"status": "complete", "end_date": "2026-05-01", "sent": "2025-05-01"}, True),
    ],
)
def test_a_project_belongs_to_a_half_year_from_its_start_to_its_end(
    database: Database, project: dict[str, str], belongs: bool
) -> None:
    tiny = Tiny()
    tiny.project("P", **project)
    assert len(tiny.ask(database, "maturity/projects").rows) == belongs


def test_a_half_year_that_has_not_begun_has_no_projects_and_nothing_due(database: Database) -> None:
    tiny, day_before = Tiny(), datetime.combine(date(2026, 3, 31), time.max)
    tiny.project("P")
    assert tiny.ask(database, "maturity/projects", day_before).rows == ()
    assert tiny.ask(database, "overview/headline", day_before).one["returns_due"] == 0


def test_main_themes_add_up_and_also_is_never_added(database: Database) -> None:
    tiny = Tiny()
    for name in "ABC":
        tiny.project(name, directorate="FIN")
    tiny.theme("A", "T1")
    row = {"project_id": "B", "period": NOW, "theme": "T1", "main_or_also": "also"}
    tiny.send("themes", row | {"strength": "possible"})
    told = tiny.ask(database, "themes/projects_by_main_theme", **COUNTING)
    finance = {row["theme"]: (row["main"], row["also"]) for row in told.where(directorate="FIN")}
    assert finance["T1"] == (1, 1)
    assert finance["none"] == (2, 0)
    assert sum(main for main, _ in finance.values()) == 3


@pytest.mark.parametrize(
    ("sent", "as_at", "state"),
    [
        ("2026-11-14", "2026-11-14", "received"),
        ("2026-11-15", "2026-11-15", "late"),
        ("2026-11-15", "2026-11-14", "not due yet"),
        ("2026-11-16", "2026-11-15", "missing"),
    ],
)
def test_a_return_is_late_after_its_due_date_and_missing_until_then(
    database: Database, sent: str, as_at: str, state: str
) -> None:
    tiny = Tiny()
    tiny.project("P")
    tiny.rating("P", "5 5 5 5", sent=sent)
    moment = datetime.combine(date.fromisoformat(as_at), time.max)
    told = tiny.ask(database, "returns/received_by_directorate", moment)
    (row,) = told.where(directorate="ACH", return_name="maturity")
    columns = {"received": "received", "late": "late", "missing": "missing"}
    assert row[columns.get(state, "not_due_yet")] == 1 == row["items"]


def test_nothing_is_due_before_a_directorate_is_expected(database: Database) -> None:
    told = Tiny().ask(database, "returns/received_by_directorate", period="2023-24 H2")
    assert {row["directorate"] for row in told.rows} == {"ACH", "CFE"}


def test_a_directorate_is_active_started_or_silent(database: Database) -> None:
    tiny = Tiny()
    for project, directorate, period in (("A", "ACH", NOW), ("C", "CFE", BEFORE)):
        tiny.project(project, directorate)
        tiny.rating(project, "5 5 5 5", period=period)
    told = tiny.ask(database, "returns/received_by_directorate")
    coverage = {row["directorate"]: row["coverage"] for row in told.rows}
    assert coverage["ACH"] == "active" and coverage["CFE"] == "started"
    assert set(coverage.values()) - {"active", "started"} == {"silent"}


def test_a_correction_is_what_changed_after_the_due_date(database: Database) -> None:
    tiny, december = Tiny(), datetime.combine(date(2026, 12, 31), time.max)
    tiny.project("P")
    tiny.rating("P", "5 5 5 5", sent="2026-11-20")  # late, which is no correction
    tiny.rating("P", "4 4 4 4", sent="2026-12-01")
    row = tiny.ask(database, "returns/period_status", december).one
    assert (row["corrected"], row["corrected_from"]) == (1, date(2026, 12, 1))
    assert tiny.ask(database, "returns/period_status").one["status"] == "provisional"
    assert row["status"] == "final"


def test_withdrawing_brings_the_return_before_back_and_restoring_undoes_it(
    database: Database,
) -> None:
    tiny = Tiny()
    tiny.rated("P", "5 5 5 5")
    tiny.rating("P", "2 2 2 2", sent="2026-10-10")
    council = Council(LISTS, tiny.uploads)
    for act, day in (("withdrawn", 20), ("restored", 25)):
        council.acts.append(Act(3, act, datetime(2026, 10, day, 9)))
    pour(database, council)
    seen = {}
    for day in (5, 15, 22, 28):
        moment = datetime(2026, 10, day, 23)
        seen[day] = asked(database, "maturity/projects", moment, period=NOW).one["lowest"]
    assert seen == {5: 5, 15: 2, 22: 5, 28: 2}
    assert asked(database, "maturity/projects", LATER, period=NOW).one["lowest"] == 2
