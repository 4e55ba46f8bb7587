"""What is worth a second look in counts and projects is asked when a file is looked at, and stops nothing."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import pytest

from data.database import Database
from data.intake import Delivery, Offer, take_in
from data.mistakes import Problem
from data.schema import return_schemas
from tests.data.sending import ANSWER, NOW, PEOPLE, PROJECT, Row, counted, send, text

pytestmark = pytest.mark.usefixtures("council_key")
LOOK: Callable[..., None] = lambda writer, outcome: None  # noqa: E731
EARLIER = datetime(2026, 11, 20, 13)
MORE = [*PEOPLE, *counted("disability", disabled=3, not_disabled=20)]
FULL = {**PROJECT, "partner": "health", "service": "ACH-01", "end_date": "2027-05-01"}


def asked(council: Database, name: str, rows: Iterable[Row]) -> list[Problem]:
    """What a sender who looks is asked about a file, with nothing to be put right in it."""
    outcome = take_in(council, [(Delivery(NOW), [Offer(f"{name}.csv", text(rows))])], look=LOOK)
    assert not outcome.problems, outcome.problems
    found = [each for received in outcome.files for each in received.problems]
    return [each for each in found if each.severity == "please_check"]


def test_characteristics_sent_before_and_left_out_are_named(
    council: Database, tmp_path: Path
) -> None:
    assert not asked(council, "people", PEOPLE)
    assert send(council, tmp_path, EARLIER, people=MORE).status == "loaded"
    (problem,) = asked(council, "people", counted("age", not_known=23))
    assert problem.message == (
        "leaves out what was sent before for 2026-27 H1 and would no longer count: Sex, "
        "Disability, Unpaid carer. Look that this is meant."
    )
    assert not asked(council, "people", MORE)
    assert not asked(council, "people", counted("sex", unit="forms", female=4))


def test_a_return_of_nothing_but_noughts_is_asked_about(council: Database) -> None:
    (problem,) = asked(council, "people", counted("sex", female=0, male=0))
    assert problem.message.startswith("has no count above 0 for 2026-27 H1.")
    assert not asked(council, "people", counted("sex", female=0, male=1))


def test_a_very_large_count_is_asked_about(council: Database) -> None:
    (problem,) = asked(council, "people", counted("sex", female=100_001, male=100_000))
    assert (problem.column, problem.value) == ("count", "100001")


def test_a_project_that_moves_is_asked_about_by_name(council: Database) -> None:
    (problem,) = asked(council, "projects", [{**PROJECT, "directorate": "FIN"}])
    assert problem.message == (
        "is another directorate than before: ACH-1 was with Adult Care and Health. "
        "Look that it moved to Finance."
    )


@pytest.mark.parametrize(("day", "many"), [
    ("1989-12-31", 1), ("1990-01-01", 0), ("2031-11-21", 0), ("2031-11-22", 1)])  # fmt: skip
def test_an_unlikely_start_is_asked_about(council: Database, day: str, many: int) -> None:
    found = asked(council, "projects", [{**PROJECT, "start_date": day}])
    assert [each.column for each in found] == ["start_date"] * many


def test_what_was_filled_in_and_would_be_blank_is_asked_about(
    council: Database, tmp_path: Path
) -> None:
    assert send(council, tmp_path, EARLIER, projects=[FULL]).status == "loaded"
    found = asked(council, "projects", [{**FULL, "partner": ""}])
    assert [(each.line, each.column) for each in found] == [(2, "partner")]
    found = asked(council, "projects", [PROJECT])
    assert [each.column for each in found] == ["end_date", "partner", "service"]
    assert not asked(council, "projects", [FULL])


def test_every_field_that_may_be_blank_is_looked_at() -> None:
    schema = return_schemas()["projects"]
    (rule,) = [each for each in schema.questions() if each.stem == "was_filled_in"]
    words = rule.read_text(encoding="utf-8").replace(",", " ").split()
    wanted = {each.name for each in schema.fields if not each.required}
    assert {name: words.count(name) for name in wanted} == dict.fromkeys(wanted, 2)


def test_conditions_left_out_are_named_in_words(council: Database) -> None:
    answers = [{**ANSWER, "item": f"C{number:02}"} for number in range(1, 13)]
    assert not asked(council, "answers", answers)
    (problem,) = asked(council, "answers", [*answers[:3], *answers[5:]])
    assert problem.message == (
        "has no answer for Time and money; Valuing and rewarding people. What was answered there "
        "before no longer counts."
    )
