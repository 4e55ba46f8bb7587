"""Rows that do not fit together are refused with one sentence that says which and what to do."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from data.database import Database
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, PROJECT, RATING, Row
from tests.data.sending import counted, only_problem

pytestmark = pytest.mark.usefixtures("council_key")
MARCH = datetime(2026, 3, 1)


@dataclass(frozen=True)
class Wrong:
    """A return whose rows do not fit, where that is told, and words of what is said."""

    name: str
    rows: list[Row]
    line: int
    column: str
    value: str | None
    says: str
    received: datetime = NOW


def rating(**cells: str | int) -> list[Row]:
    """A maturity return of one row with these cells instead."""
    return [{**RATING, **cells}]


def themes(*kinds: str) -> list[Row]:
    """A themes return of one project, a theme a kind."""
    return [
        {**MAIN, "theme": f"T{place}", "main_or_also": kind} for place, kind in enumerate(kinds, 1)
    ]


WRONG = {
    "felt heard above asked": Wrong(
        "maturity", rating(people=20, asked=8, felt_heard=9), 2, "felt_heard", "9",
        "is more than “Asked” (8). Correct one of the two."),
    "asked above people": Wrong(
        "maturity", rating(people=7, asked=8), 2, "asked", "8", "is more than “People” (7)"),
    "new people above people": Wrong(
        "maturity", rating(people=2, new_people=3), 2, "new_people", "3", "is more than “People” (2)"),
    "asked without people": Wrong(
        "maturity", rating(asked=8), 2, "asked", "8", "Fill in “People”."),
    "no evidence for a high step": Wrong(
        "maturity", rating(design=6), 2, "evidence", None, "Say in a line what shows it."),
    "rated apart beside a joint rating": Wrong(
        "maturity", rating(rated_by="jointly", people_design=3), 2, "rated_by", "jointly",
        "Change “Rated by” to staff"),
    "two main themes": Wrong(
        "themes", themes("main", "also", "main"), 2, "main_or_also", "ACH-1",
        "has 2 main themes in 2026-27 H1. Mark one as main"),
    "no main theme": Wrong(
        "themes", themes("also", "also"), 2, "main_or_also", "ACH-1",
        "has no main theme in 2026-27 H1. Mark exactly one"),
    "three themes marked also": Wrong(
        "themes", themes("main", "also", "also", "also"), 3, "main_or_also", "ACH-1",
        "has 3 themes marked also in 2026-27 H1; the most is two"),
    "change shown without a note": Wrong(
        "themes", [{**MAIN, "strength": "change shown"}], 2, "note", None,
        "Say in a line what changed."),
    "categories that do not add up": Wrong(
        "participation",
        [*PEOPLE, *counted("disability", disabled=3, not_known=19)], 8, "count", "22",
        "is the total for “Disability” in 2026-27 H1, and the others add up to 23"),
    "two units in a file": Wrong(
        "participation", [*PEOPLE, *counted("sex", unit="forms", female=4)], 8, "unit", "forms",
        "differs from people above it; a file holds one way of counting"),
    "two directorates in a file": Wrong(
        "participation", [*PEOPLE, *counted("sex", "CFE", female=4)], 8, "directorate", "CFE",
        "Send these rows in a file of their own."),
    "an end before the start": Wrong(
        "projects", [{**PROJECT, "end_date": "2024-04-30"}], 2, "end_date", "2024-04-30",
        "is before the start date, 2024-05-01. Correct one of the two."),
    "the same principle twice": Wrong(
        "projects", [{**PROJECT, "principle_1": "P1", "principle_2": "Independence"}], 2,
        "principle_2", "P1", "Choose another or leave it blank."),
    "a service of another directorate": Wrong(
        "projects", [{**PROJECT, "service": "CFE-01"}], 2, "service", "CFE-01",
        "belongs to Children, Families and Education, and this project is in Adult"),
    "shaped by nothing known": Wrong(
        "projects", [{**PROJECT, "shaped_by": "NOWHERE"}], 2, "shaped_by", "NOWHERE",
        "Send that forum or board in the projects return"),
    "conditions in a second half-year": Wrong(
        "conditions", [{**ANSWER, "period": "2025-26 H2"}], 2, "period", "2025-26 H2",
        "conditions are sent once a year, with 2025-26 H1. Correct the period."),
    "a rating of no known project": Wrong(
        "maturity", rating(project_id="ACH-9"), 2, "project_id", "ACH-9",
        "Send it in the projects return first, or correct the id."),
    "a theme of no known project": Wrong(
        "themes", [{**MAIN, "project_id": "ACH-9"}], 2, "project_id", "ACH-9",
        "is not a project that is known."),
    "a rating before the project started": Wrong(
        "maturity", rating(project_id="ACH-2", period="2024-25 H2"), 2, "period", "2024-25 H2",
        "is before ACH-2 started, 2025-06-01."),
    "a rating after the project ended": Wrong(
        "maturity", rating(project_id="ACH-OVER"), 2, "period", "2026-27 H1",
        "is after ACH-OVER ended, 2025-02-28."),
    "a rating of a project that was only agreed": Wrong(
        "maturity", rating(project_id="ACH-SOON"), 2, "period", "2026-27 H1",
        "is too early: ACH-SOON is agreed."),
    "a theme after the project ended": Wrong(
        "themes", [{**MAIN, "project_id": "ACH-OVER"}], 2, "period", "2026-27 H1",
        "is after ACH-OVER ended"),
    "the same rating twice": Wrong(
        "maturity", rating() * 2, 3, "project_id, period", "ACH-1, 2026-27 H1",
        "says again what row 2 says. Keep one of the two rows."),
    "the same main theme twice": Wrong(
        "themes", [MAIN, MAIN], 3, "project_id, period, theme", "ACH-1, 2026-27 H1, T3",
        "says again what row 2 says."),
    "the same project twice": Wrong(
        "projects", [PROJECT, {**PROJECT, "title": "Other"}], 3, "project_id", "ACH-1",
        "says again what row 2 says."),
    "the same count twice": Wrong(
        "participation", [*PEOPLE, PEOPLE[0]], 8,
        "directorate, period, unit, characteristic, category",
        "ACH, 2026-27 H1, people, sex, female", "says again what row 2 says."),
    "the same answer twice": Wrong(
        "conditions", [ANSWER, {**ANSWER, "answer": "no"}], 3, "directorate, period, item",
        "ACH, 2026-27 H1, C01", "Keep one of the two rows."),
    **{f"{name} of a half-year not begun": Wrong(
        name, rows, 2, "period", "2026-27 H1", "has not begun: it starts on 2026-04-01.", MARCH)
       for name, rows in {"maturity": rating(), "themes": [MAIN], "conditions": [ANSWER],
                          "participation": [PEOPLE[0]]}.items()},
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_rows_that_do_not_fit_are_one_problem(
    unchanged: Database, tmp_path: Path, wrong: Wrong
) -> None:
    files = {wrong.name: wrong.rows}
    problem = only_problem(unchanged, tmp_path, wrong.received, **files)
    assert (problem.file, problem.line) == (f"{wrong.name}.csv", wrong.line)
    assert (problem.column, problem.value) == (wrong.column, wrong.value)
    assert wrong.says in problem.message, problem.message
