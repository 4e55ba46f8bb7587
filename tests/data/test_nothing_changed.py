"""“Nothing changed” is read as any cell is; what else stands in it is one problem at most."""

from datetime import datetime
from pathlib import Path

import pytest

from data.database import Database
from tests.data.sending import PERIOD, RATING, Row, only_problem, problems, send

pytestmark = pytest.mark.usefixtures("council_key")
EARLIER = {**RATING, "period": "2025-26 H2", "people_design": 4}
BLANK: Row = {**dict.fromkeys(RATING, ""), "project_id": "ACH-1", "period": PERIOD}
HELD = f"select design, people_design, rated_by, aiming_for from sent.maturity where period = '{PERIOD}'"


@pytest.fixture
def rated(council: Database, tmp_path: Path) -> Database:
    """The council's database with a rating of the half-year before, by people apart too."""
    assert send(council, tmp_path, datetime(2026, 4, 20), rated=[EARLIER]).status == "loaded"
    return council


@pytest.mark.parametrize("said", ["yes", "Y", "TRUE", "true", " Yes "])
@pytest.mark.parametrize("project", ["ACH-1", "ACH–1", "ACH‑1 "])
def test_yes_in_any_spelling_sends_the_last_rating(
    rated: Database, tmp_path: Path, said: str, project: str
) -> None:
    row = {**BLANK, "project_id": project, "nothing_changed": said}
    assert send(rated, tmp_path, rated=[row]).status == "loaded"
    assert rated.read(HELD).rows == [("5", "4", "staff", 6)]


@pytest.mark.parametrize("said", ["no", "N", "False", "n/a"])
def test_no_beside_ratings_is_nothing_to_complain_of(
    rated: Database, tmp_path: Path, said: str
) -> None:
    outcome = send(rated, tmp_path, rated=[{**RATING, "design": 4, "nothing_changed": said}])
    assert outcome.status == "loaded" and not outcome.files[0].nothing_changed


@pytest.mark.parametrize("said", ["x", "perhaps", "1"])
def test_anything_else_is_one_problem_and_the_blanks_are_not_told(
    rated: Database, tmp_path: Path, said: str
) -> None:
    problem = only_problem(rated, tmp_path, rated=[{**BLANK, "nothing_changed": said}])
    assert (problem.column, problem.value) == ("nothing_changed", said)


@pytest.mark.parametrize("column", ["design", "evaluation", "people_design"])
def test_yes_beside_any_rating_is_asked_to_be_one_of_the_two(
    rated: Database, tmp_path: Path, column: str
) -> None:
    found = problems(rated, tmp_path, rated=[{**BLANK, "nothing_changed": "yes", column: 3}])
    assert [each.column for each in found] == ["nothing_changed"]
    assert "Clear one of the two" in found[0].message


def test_another_aim_or_another_rater_may_stand_beside_yes(rated: Database, tmp_path: Path) -> None:
    row = {**BLANK, "nothing_changed": "yes", "aiming_for": 7, "rated_by": "jointly"}
    assert send(rated, tmp_path, rated=[row]).status == "loaded"
    assert rated.read(HELD).rows == [("5", None, "jointly", 7)]
