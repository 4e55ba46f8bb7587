"""What was not answered is left out; what did not change is sent again; a blank template is refused."""

from datetime import datetime
from pathlib import Path

import pytest

from data.database import Database
from tests.data.sending import MAIN, NOW, PEOPLE, PERIOD, RATING, contents, counted, only_problem, send

pytestmark = pytest.mark.usefixtures("council_key")
EARLIER = {**RATING, "period": "2025-26 H2", "design": 6, "people_design": 4, "evidence": "Minutes",
           "people": 37}  # fmt: skip
LONG_AGO = {**RATING, "period": "2025-26 H1", "design": 1}
STAGES = ("design", "decisions", "delivery", "evaluation")
HELD = "select design, decisions, rated_by, evidence, people_design, people, aiming_for from sent.maturity where period = $1"
SAME = {**dict.fromkeys(RATING, ""), "project_id": "ACH-1", "period": PERIOD, "aiming_for": 7,
        "nothing_changed": "Yes"}  # fmt: skip


def sent_before(council: Database, folder: Path) -> None:
    """Two half-years of ratings, the newer one last."""
    for row in (LONG_AGO, EARLIER):
        assert send(council, folder, datetime(2026, 4, 20), rated=[row]).status == "loaded"


def held(council: Database) -> list[tuple[object, ...]]:
    """What is held of this half-year's rating."""
    return council.read(HELD.replace("$1", f"'{PERIOD}'")).rows


def test_nothing_changed_sends_the_newest_earlier_rating_again(
    council: Database, tmp_path: Path
) -> None:
    sent_before(council, tmp_path)
    outcome = send(council, tmp_path, rated=[SAME])
    assert outcome.status == "loaded" and outcome.files[0].nothing_changed == 1
    assert held(council) == [("6", "3", "staff", "Minutes", "4", None, 7)]


def test_nothing_changed_beside_a_rating_is_refused(council: Database, tmp_path: Path) -> None:
    sent_before(council, tmp_path)
    problem = only_problem(council, tmp_path, rated=[{**RATING, "nothing_changed": "yes"}])
    assert problem.column == "nothing_changed" and "Clear one of the two" in problem.message


def test_nothing_changed_needs_an_earlier_rating(council: Database, tmp_path: Path) -> None:
    problem = only_problem(council, tmp_path, rated=[SAME])
    assert "ACH-1 has no earlier rating" in problem.message


def test_a_row_nobody_answered_is_left_out(council: Database, tmp_path: Path) -> None:
    blank = {**dict.fromkeys(RATING, ""), "project_id": "ACH-2", "period": PERIOD, "aiming_for": 5}
    outcome = send(council, tmp_path, rated=[blank, RATING])
    assert (outcome.status, outcome.files[0].rows, outcome.files[0].unanswered) == ("loaded", 1, 1)


def test_a_row_half_answered_is_told(council: Database, tmp_path: Path) -> None:
    half = {**RATING, "project_id": "ACH-2", "delivery": ""}
    problem = only_problem(council, tmp_path, rated=[half, RATING])
    assert (problem.line, problem.column) == (2, "delivery")


def test_a_characteristic_left_blank_was_not_collected(council: Database, tmp_path: Path) -> None:
    rows = [*PEOPLE, *({**row, "count": ""} for row in counted("disability", disabled=1, not_disabled=1))]
    outcome = send(council, tmp_path, people=rows)
    assert (outcome.status, outcome.files[0].unanswered) == ("loaded", 2)


def test_a_category_left_blank_beside_others_is_told(council: Database, tmp_path: Path) -> None:
    rows = [{**PEOPLE[0], "count": ""}, *PEOPLE[1:]]
    problem = only_problem(council, tmp_path, people=rows)
    assert (problem.line, problem.column) == (2, "count")


def test_a_blank_template_is_refused_and_changes_nothing(council: Database, tmp_path: Path) -> None:
    assert send(council, tmp_path, themes=[MAIN]).status == "loaded"
    before = contents(council)
    blank = {**dict.fromkeys(MAIN, ""), "project_id": "ACH-1", "period": PERIOD, "main_or_also": "main"}
    outcome = send(council, tmp_path, NOW, themes=[blank])
    assert outcome.status == "rejected"
    assert "holds no answers yet" in outcome.problems[0].message
    assert contents(council) == before
