"""A file with the wrong columns is refused with one sentence that names the column."""

from hashlib import sha256
from pathlib import Path

import pytest

from data.database import Database
from data.intake import Delivery, Offer, take_in
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, PROJECT, RATING, Row
from tests.data.sending import only_problem, problems, send, text

pytestmark = pytest.mark.usefixtures("council_key")

PERSONAL = (
    "Name", "full name", "Surname", "participant_name", "E-mail", "email address", "Phone number",
    "mobile", "Home address", "Postcode", "Date of birth", "DOB", "NHS number", "NI number",
    "national_insurance", "passport no",
)  # fmt: skip


def without(rows: list[Row], column: str) -> list[Row]:
    """The rows as they are but for one column."""
    return [{name: value for name, value in row.items() if name != column} for row in rows]


def renamed(rows: list[Row], old: str, new: str) -> list[Row]:
    """The rows with another name for one column."""
    return [{new if name == old else name: value for name, value in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("name", "rows", "column"),
    [
        ("projects", [PROJECT], "title"),
        ("maturity", [RATING], "aiming_for"),
        ("themes", [MAIN], "strength"),
        ("participation", PEOPLE, "category"),
        ("participation", PEOPLE, "unit"),
    ],
)
def test_a_missing_column_is_named(
    unchanged: Database, tmp_path: Path, name: str, rows: list[Row], column: str
) -> None:
    problem = only_problem(unchanged, tmp_path, **{name: without(rows, column)})
    assert (problem.file, problem.line, problem.column) == (f"{name}.csv", 1, column)
    assert "is missing" in problem.message and "Add the column" in problem.message


def test_a_column_that_is_no_field_is_left_out_and_said_so(
    council: Database, tmp_path: Path
) -> None:
    outcome = send(council, tmp_path, projects=[{**PROJECT, "title": "New", "colour": "blue"}])
    (said,) = outcome.files[0].problems
    assert (outcome.status, said.line, said.column, said.letter) == ("loaded", 1, "colour", "H")
    assert "is not a column of this return and is left out." in said.message
    asked = "select file_bytes, columns_left_out, file_sha256 from sent.upload where upload_id = 2"
    (kept,) = council.read(asked).rows
    assert b"colour" not in kept[0] and b"blue" not in kept[0] and kept[1] == "colour"
    assert kept[2] == sha256((tmp_path / "projects.csv").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "row", "meant", "given"),
    [
        ("projects", PROJECT, "title", "Titel"),
        ("maturity", {**RATING, "design": 6, "evidence": "Minutes"}, "evidence", "evidnce"),
        ("themes", {**MAIN, "strength": "change shown", "note": "Fewer calls"}, "strength",
         "Strength rating 2026"),
    ],
)  # fmt: skip
def test_a_heading_that_may_mean_a_column_is_asked_about(
    unchanged: Database, tmp_path: Path, name: str, row: Row, meant: str, given: str
) -> None:
    problem = only_problem(unchanged, tmp_path, **{name: renamed([row], meant, given)})
    assert (problem.line, problem.column, problem.kind) == (1, given, "unsure")
    assert f"may be {meant}. Say which column it is" in problem.message


def test_a_name_that_is_taken_is_not_suggested(council: Database, tmp_path: Path) -> None:
    outcome = send(council, tmp_path, projects=[{**PROJECT, "title": "New", "titles": "Two"}])
    assert [each.kind for each in outcome.files[0].problems] == ["left_out"]


def test_an_answer_settles_a_heading_and_is_remembered_for_that_service(
    council: Database, tmp_path: Path
) -> None:
    first, later = (
        text(renamed([{**PROJECT, "title": title}], "title", "Titel")) for title in ("One", "Two")
    )

    def sent(content: bytes, whose: str, **answers: str) -> str:
        offer = Offer("projects.csv", content, headings=answers, directorate=whose)
        return take_in(council, [(Delivery(NOW), [offer])]).status

    assert sent(first, "ACH") == "rejected"
    assert sent(first, "ACH", Titel="title") == "loaded"
    assert sent(later, "CFE") == "rejected"
    assert sent(later, "ACH") == "loaded"
    assert council.read("select title from sent.projects where upload_id = 3").rows == [("Two",)]


def test_a_heading_answered_with_nothing_is_left_out(council: Database) -> None:
    content = text([{**RATING, "evidnce": "Minutes of the board"}])
    offer = Offer("rated.csv", content, headings={"evidnce": None})
    outcome = take_in(council, [(Delivery(NOW), [offer])])
    assert [each.kind for each in outcome.files[0].problems] == ["left_out"]
    assert council.read("select evidence from sent.maturity").rows == [(None,)]


def test_a_column_that_stands_twice_is_named(unchanged: Database, tmp_path: Path) -> None:
    twice = text([{**PROJECT, "Title ": "Again"}])
    problem = only_problem(unchanged, tmp_path, projects=twice)
    assert (problem.line, problem.column) == (1, "Title")
    assert "stands twice in the header, beside “title”" in problem.message


@pytest.mark.parametrize(
    "column", ["project_id", "project", "Project ID", "service", "Service area", "services"]
)
def test_a_project_or_service_is_refused_in_participation(
    unchanged: Database, tmp_path: Path, column: str
) -> None:
    rows = [{**row, column: "ACH-1"} for row in PEOPLE]
    problem = only_problem(unchanged, tmp_path, participation=rows)
    assert (problem.line, problem.column) == (1, column)
    assert "never by project or service" in problem.message


@pytest.mark.parametrize("column", PERSONAL)
def test_a_column_of_personal_data_is_refused(
    unchanged: Database, tmp_path: Path, column: str
) -> None:
    problem = only_problem(unchanged, tmp_path, projects=[{**PROJECT, column: "x"}])
    assert (problem.line, problem.column) == (1, column)
    assert "personal data" in problem.message and "Take this column out" in problem.message


def test_personal_data_is_refused_in_every_return(unchanged: Database, tmp_path: Path) -> None:
    returns = {"projects": [PROJECT], "maturity": [RATING], "themes": [MAIN],
               "participation": PEOPLE, "conditions": [ANSWER]}  # fmt: skip
    files = {name: [{**row, "E-mail": "x"} for row in rows] for name, rows in returns.items()}
    found = problems(unchanged, tmp_path, **files)
    assert sorted(problem.file for problem in found) == sorted(f"{name}.csv" for name in files)
    assert all("personal data" in problem.message for problem in found)


def test_a_header_may_be_written_as_people_write(council: Database, tmp_path: Path) -> None:
    row = renamed([{**PROJECT, "title": "Renamed"}], "project_id", " Project ID ")
    assert send(council, tmp_path, projects=renamed(row, "start_date", "Start-date")).status == "loaded"
