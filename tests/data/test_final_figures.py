"""After its due date a half-year takes late first returns, and corrections only with a reason."""

from datetime import datetime
from pathlib import Path

import pytest

from data import load
from data.database import Database
from data.intake import withdraw
from data.start import open_ready
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, PROJECT, RATING
from tests.data.sending import contents, counted, put, send

PERIOD, LAST_DAY, DAY_AFTER = "2025-26 H1", datetime(2025, 11, 14, 23, 59), datetime(2025, 11, 15)
WHY = "The first count left out a group"
CLOSED = {
    "maturity": ([{**RATING, "period": PERIOD}], [{**RATING, "period": PERIOD, "design": 1}]),
    "themes": ([{**MAIN, "period": PERIOD}], [{**MAIN, "period": PERIOD, "theme": "T1"}]),
    "participation": (
        counted("sex", period=PERIOD, female=12),
        counted("sex", period=PERIOD, female=13),
    ),
    "conditions": ([{**ANSWER, "period": PERIOD}], [{**ANSWER, "period": PERIOD, "answer": "no"}]),
}
EVERY = pytest.mark.parametrize("name", CLOSED)


@EVERY
def test_a_correction_of_a_final_half_year_needs_a_reason(
    council: Database, tmp_path: Path, name: str
) -> None:
    first, second = CLOSED[name]
    assert send(council, tmp_path, **{name: first}).status == "loaded"
    before = contents(council)
    outcome = send(council, tmp_path, **{name: second})
    (problem,) = outcome.problems
    assert (problem.file, problem.line, problem.column) == (f"{name}.csv", 2, "period")
    assert problem.value == PERIOD and "with the reason (--reason)" in problem.message
    assert contents(council) == before
    assert send(council, tmp_path, reason=WHY, **{name: second}).status == "loaded"


@EVERY
def test_a_late_first_return_needs_none(council: Database, tmp_path: Path, name: str) -> None:
    assert send(council, tmp_path, DAY_AFTER, **{name: CLOSED[name][0]}).status == "loaded"


def test_until_the_due_date_has_passed_figures_are_provisional(
    council: Database, tmp_path: Path
) -> None:
    first, second = CLOSED["maturity"]
    assert send(council, tmp_path, LAST_DAY, maturity=first).status == "loaded"
    assert send(council, tmp_path, LAST_DAY, maturity=second).status == "loaded"
    assert send(council, tmp_path, DAY_AFTER, maturity=first).status == "rejected"


def test_a_first_return_of_another_project_is_no_correction(
    council: Database, tmp_path: Path
) -> None:
    first, _ = CLOSED["maturity"]
    send(council, tmp_path, maturity=first)
    other = [{**RATING, "period": PERIOD, "project_id": "CFE-1"}]
    assert send(council, tmp_path, maturity=other).status == "loaded"
    assert send(council, tmp_path, maturity=[*other, *CLOSED["maturity"][1]]).status == "rejected"


def test_another_unit_is_no_correction(council: Database, tmp_path: Path) -> None:
    first, _ = CLOSED["participation"]
    send(council, tmp_path, participation=first)
    forms = counted("sex", period=PERIOD, unit="forms", female=12)
    assert send(council, tmp_path, participation=forms).status == "loaded"


def test_what_was_withdrawn_leaves_nothing_to_correct(council: Database, tmp_path: Path) -> None:
    first, second = CLOSED["maturity"]
    upload = send(council, tmp_path, maturity=first).files[0].upload
    withdraw(council, upload or 0, WHY, NOW)
    assert send(council, tmp_path, maturity=second).status == "loaded"


def test_projects_may_change_at_any_time(council: Database, tmp_path: Path) -> None:
    assert send(council, tmp_path, projects=[{**PROJECT, "title": "Other"}]).status == "loaded"


def test_a_correction_is_counted_from_the_day_it_came(council: Database, tmp_path: Path) -> None:
    first, second = CLOSED["maturity"]
    send(council, tmp_path, LAST_DAY, maturity=first)
    send(council, tmp_path, datetime(2025, 12, 1, 9), WHY, maturity=second)
    said = council.read("from corrections(timestamp '2026-01-01')").rows
    assert [(*row[:3], row[3].isoformat()) for row in said] == [
        (PERIOD, "maturity", "ACH-1", "2025-12-01")
    ]
    assert council.read("from corrections(timestamp '2025-11-30')").rows == []


@pytest.mark.parametrize(("reason", "code"), [(None, 1), ("", 1), ("  ", 1), (WHY, 0)])
def test_the_command_takes_the_reason(
    council_path: Path, tmp_path: Path, reason: str | None, code: int
) -> None:
    first, second = CLOSED["participation"]
    assert load.main([str(put(tmp_path, "a.csv", first))]) == 0
    words = [str(put(tmp_path, "b.csv", second))]
    assert load.main(words if reason is None else [*words, "--reason", reason]) == code


def test_a_delivery_json_gives_the_reason_and_who_agreed(
    council_path: Path, tmp_path: Path
) -> None:
    first, second = CLOSED["participation"]
    put(tmp_path, "1/people.csv", first)
    put(tmp_path, "2/people.csv", second)
    assert load.main([str(tmp_path)]) == 1
    said = b'{"agreed_by": "Head of Testing", "minutes": 45, "reason": "Counted twice"}'
    put(tmp_path, "2/delivery.json", said)
    assert load.main([str(tmp_path)]) == 0
    database = open_ready(council_path)
    held = database.read("select agreed_by, minutes, reason from sent.upload order by upload_id")
    database.close()
    assert held.rows[1:] == [(None, None, None), ("Head of Testing", 45, "Counted twice")]


@pytest.mark.parametrize(
    "said", [b"", b"{", b"[]", b'{"minutes": "ten"}', b'{"reason": 5}', b"\xff\xfe"]
)
def test_a_wrong_delivery_json_is_one_sentence(
    council_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], said: bytes
) -> None:
    put(tmp_path, "1/people.csv", PEOPLE)
    put(tmp_path, "1/delivery.json", said)
    assert load.main([str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "delivery.json is not as wanted" in error
