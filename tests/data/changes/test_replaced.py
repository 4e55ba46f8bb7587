"""A directorate or service that was replaced: later half-years move, earlier ones stand."""

from datetime import date, datetime

import pytest

from data import changes
from data.database import Database
from data.in_words import many
from tests.data.changes.test_lists import NEXT, row
from tests.queries.poured import asked

LATER = datetime(2026, 12, 1)
OF_PERIOD = "select distinct directorate from projects_in_period($as_at) where period = $period and project_id = 'CFE-1'"
SHOWN = "select directorate from projects_in_force($as_at) where project_id = 'CFE-1'"
DUE = "select count(*) from due($as_at) where project_id = 'CFE-1' and period = $period and directorate = $directorate"


def of_period(database: Database, period: str) -> list[tuple[str]]:
    """Under which directorate the project stands in a half-year."""
    return database.read(OF_PERIOD, {"as_at": LATER, "period": period}).rows


@pytest.fixture
def merged(council: Database) -> Database:
    """CFE ended on the last day of a half-year and was replaced by ACH."""
    row(council, "periods/2026-27 H2", **NEXT)
    row(council, "directorates/CFE", valid_to="2026-09-30", successor="ACH")
    return council


def test_projects_move_from_the_next_half_year_on_and_are_due_there(merged: Database) -> None:
    assert of_period(merged, "2026-27 H2") == [("ACH",)] and of_period(merged, "2026-27 H1") == [("CFE",)]
    for moment, code in ((datetime(2026, 9, 30), "CFE"), (LATER, "ACH")):
        shown = merged.read(SHOWN, {"as_at": max(moment, datetime(2026, 11, 20, 12))}).rows
        assert shown == [("ACH",)]
    for period, directorate, found in (("2026-27 H2", "ACH", 2), ("2026-27 H2", "CFE", 0), ("2026-27 H1", "CFE", 2)):
        asked = {"as_at": LATER, "period": period, "directorate": directorate}
        assert merged.read(DUE, asked).rows == [(found,)]


def test_the_register_has_each_half_year_under_its_own_directorate(merged: Database) -> None:
    for period, code in (("2026-27 H1", "CFE"), ("2026-27 H2", "ACH"), ("all", "ACH")):
        (found,) = asked(merged, "projects/register", LATER, period=period).where(project_id="CFE-1")
        assert found["directorate"] == code


def test_a_chain_of_replacements_is_followed_and_undone(merged: Database) -> None:
    number = row(merged, "directorates/ACH", valid_to="2027-03-31", successor="RES")
    days = "select now from reference.directorates_by_day where code = 'CFE' and $day between since and until"
    for day, code in ((date(2026, 9, 30), "CFE"), (date(2026, 10, 1), "ACH"), (date(2027, 4, 1), "RES")):
        assert merged.read(days, {"day": day}).rows == [(code,)]
    changes.undo(merged, number, "not after all")
    assert of_period(merged, "2026-27 H2") == [("ACH",)]


def test_what_it_would_do_is_said_before_and_nothing_is_kept(council: Database) -> None:
    said = changes.foresee(council, "list row", "directorates/CFE", '{"valid_to": "2026-09-30", "successor": "ACH"}')
    assert said[0] == "In use until: blank becomes 2026-09-30; Replaced by: blank becomes ACH"
    assert f"{many(1, 'project')} move to ACH" in said[1] and "keep their 0 returns" in said[1]
    assert council.read("select count(*) from sent.change").rows == [(0,)]


def test_a_due_date_that_moves_says_what_becomes_missing(council: Database) -> None:
    said = changes.foresee(council, "list row", "periods/2026-27 H1", '{"due": "2027-01-31"}')
    assert said[0].startswith("Returns due: 2026-11-14 becomes 2027-01-31")
    assert any(each.startswith("Returns missing: ") and each.endswith(" 0 after") for each in said)
