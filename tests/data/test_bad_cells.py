"""A wrong cell is refused with one sentence: file, line, column, value, what was wanted, what to do."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from data.database import Database
from tests.data.sending import ANSWER, MAIN, PEOPLE, PROJECT, RATING, Row, counted, only_problem

pytestmark = pytest.mark.usefixtures("council_key")
LONG = "x" * 101


@dataclass(frozen=True)
class Wrong:
    """A return with one wrong cell, where it stands, and words of what is said about it."""

    name: str
    rows: list[Row]
    column: str
    value: str | None
    says: tuple[str, ...]
    line: int = 2


def project(**cells: str | int) -> list[Row]:
    """A projects return of one row with these cells instead."""
    return [{**PROJECT, **cells}]


def rating(**cells: str | int) -> list[Row]:
    """A maturity return of one row with these cells instead."""
    return [{**RATING, **cells}]


def people(place: int, **cells: str | int) -> list[Row]:
    """A participation return with these cells instead in one row."""
    return [{**row, **cells} if at == place else row for at, row in enumerate(PEOPLE)]


WRONG = {
    "a count with a fraction": Wrong(
        "participation", people(0, count="12.5"), "count", "12.5", ("a whole number",)
    ),
    "a count in words": Wrong(
        "participation", people(5, count="one"), "count", "one", ("a whole number",), 7
    ),
    "a count in other figures": Wrong(
        "participation", people(0, count="１２"), "count", "１２", ("a whole number",)
    ),
    "a count in base sixteen": Wrong(
        "participation", people(0, count="0x10"), "count", "0x10", ("a whole number",)
    ),
    "a count below nought": Wrong(
        "participation", people(0, count=-3), "count", "-3", ("wanted 0 or more",)
    ),
    "a count beyond counting": Wrong(
        "participation", people(0, count="1" * 30), "count", "1" * 30, ("a whole number",)
    ),
    "a blank count": Wrong("participation", people(0, count=""), "count", None, ("is blank",)),
    "a day that is not there": Wrong(
        "projects", project(start_date="31/02/2024"), "start_date", "31/02/2024", ("a date",)
    ),
    "a day in the American order": Wrong(
        "projects", project(start_date="12/31/2024"), "start_date", "12/31/2024", ("month first", "the day first")
    ),
    "a day with a year that may be the day": Wrong(
        "projects", project(start_date="24/05/01"), "start_date", "24/05/01", ("a date",)
    ),
    "an aim in words": Wrong(
        "maturity", rating(aiming_for="six"), "aiming_for", "six", ("a whole number",)
    ),
    "an aim that is no aim": Wrong(
        "maturity", rating(aiming_for=1), "aiming_for", "1", ("wanted from 2 to 7",)
    ),
    "a step off the ladder": Wrong(
        "maturity", rating(design=8), "design", "8", ("Use one of: 0 Not involved, 1 Present", "7 Co-production, NS, NA.")
    ),
    "a blank rating": Wrong(
        "maturity", rating(decisions=""), "decisions", None, ("is blank", "never left blank")
    ),
    "an unknown level": Wrong(
        "projects", project(level="operationl"), "level", "operationl",
        ("nearest is “Operational”", "Use one of: Individual"),
    ),
    "an unknown directorate": Wrong(
        "conditions", [{**ANSWER, "directorate": "Adult Cares"}], "directorate", "Adult Cares",
        ("list of directorates", "nearest is “Adult Care and Health”"),
    ),
    "an unknown theme": Wrong(
        "themes", [{**MAIN, "theme": "Protect our enviroment"}], "theme", "Protect our enviroment",
        ("list of themes", "nearest is “Protect our environment”"),
    ),
    "an unknown status": Wrong(
        "projects", project(status="finished"), "status", "finished",
        ("Use one of: proposed, agreed, active, complete, stopped",),
    ),
    "an unknown period": Wrong(
        "maturity", rating(period="2026-27 H3"), "period", "2026-27 H3", ("nearest is “2026-27 H1”",)
    ),
    "an unknown characteristic": Wrong(
        "participation", people(0, characteristic="gender"), "characteristic", "gender",
        ("list of characteristics",),
    ),
    "an unknown category": Wrong(
        "participation", people(1, category="mail"), "category", "mail", ("nearest is “Male”",), 3
    ),
    "a category of another characteristic": Wrong(
        "participation", people(0, category="white"), "category", "white", ("list of categories",)
    ),
    "an unknown question": Wrong(
        "conditions", [{**ANSWER, "item": "C13"}], "item", "C13", ("list of conditions",)
    ),
    "a title that is too long": Wrong(
        "projects", project(title=LONG), "title", LONG, ("101 characters", "the most is 100")
    ),
    "a reference with a space": Wrong(
        "projects", project(project_id="ACH 1"), "project_id", "ACH 1", ("not written as wanted",)
    ),
    "a reference in small letters": Wrong(
        "maturity", rating(project_id="ach-1"), "project_id", "ach-1", ("not written as wanted",)
    ),
    "a unit that is none": Wrong(
        "participation", counted("sex", unit="persons", female=3), "unit", "persons",
        ("Use one of: people, forms, attendances",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_cell_is_one_problem(unchanged: Database, tmp_path: Path, wrong: Wrong) -> None:
    problem = only_problem(unchanged, tmp_path, **{wrong.name: wrong.rows})
    assert problem.file == f"{wrong.name}.csv"
    assert (problem.line, problem.excel_row) == (wrong.line, wrong.line)
    assert (problem.column, problem.value) == (wrong.column, wrong.value)
    assert all(words in problem.message for words in wrong.says), problem.message
    assert problem.message.endswith(".") and problem.message.count(".") >= 2
