"""A file that is no table of text is refused with one sentence, whatever its bytes are."""

import random
from pathlib import Path

import pytest

from data.database import Database
from data.reading import Unreadable, limits, read
from data.schema import vocabulary
from tests.data.sending import MAIN, PEOPLE, PROJECT, RATING, counted, only_problem, problems, text

pytestmark = pytest.mark.usefixtures("council_key")

SHORT = "ACH,2026-27 H1,people,sex,male"
UNREADABLE = {
    "an empty file": (b"", None, "is empty"),
    "a file of blank lines": (b"\n , ,\n\n", None, "is empty"),
    "a header only": (text([PROJECT]).split(b"\n")[0] + b"\n", None, "has a header and no rows"),
    "NUL bytes": (text([PROJECT]).replace(b"Day", b"D\x00y"), None, "is not a text file"),
    "letters of no coding": (text([PROJECT]).replace(b"Day", b"D\x81y"), 2, "is not known"),
    "two bytes a letter, cut short": (text([PROJECT]).decode().encode("utf-16")[:-1], None,
                                      "a damaged text file"),
    "a broken workbook": (b"PK\x03\x04\x14\x00\x06\x00" + random.Random(1).randbytes(500), None,
                          "a zip that is damaged"),
    "a quotation mark never closed": (
        text([PROJECT, PROJECT]).replace(b"Day", b'"Day'), 2, "opened and not closed"),
    "a cell without end": (text([{**PROJECT, "title": "x" * 140_000}]), 2, "a cell over 128 KB"),
    "columns of nothing known": (b"a,b\n1,2\n", None, "its headings are “a”, “b”. Use the template"),
    "no mark between cells": (text([PROJECT]).replace(b",", b"!"), None, "none of the returns (Conditions"),
    "far too many columns": (text([{f"c{place}": 1 for place in range(201)}]), None,
                             "has 201 columns"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_problem(
    unchanged: Database, tmp_path: Path, content: bytes, line: int | None, says: str
) -> None:
    problem = only_problem(unchanged, tmp_path, projects=content)
    assert (problem.file, problem.line) == ("projects.csv", line)
    assert says in problem.message and problem.message.endswith(".")


def test_a_file_too_large_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_BYTES", 3 * 1024 * 1024)
    with pytest.raises(Unreadable, match=r"is 4 MB; the largest file taken is 3 MB\. Send it in"):
        read("projects.csv", b"x" * 4 * 1024 * 1024, vocabulary())


def test_too_many_rows_are_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 3)
    assert len(read("themes.csv", text([MAIN] * 3), vocabulary())[0].records) == 3
    with pytest.raises(Unreadable, match=r"has 4 rows; the most taken is 3\. Send it in parts"):
        read("themes.csv", text([MAIN] * 4), vocabulary())


@pytest.mark.parametrize(("row", "cells"), [(SHORT, 5), (SHORT + ",9,9", 7)])
def test_a_ragged_row_is_one_problem_and_no_total_is_blamed(
    unchanged: Database, tmp_path: Path, row: str, cells: int
) -> None:
    lines = text(PEOPLE).decode().splitlines()
    lines[2] = row
    problem = only_problem(unchanged, tmp_path, participation="\n".join(lines).encode())
    assert (problem.file, problem.line) == ("participation.csv", 3)
    assert f"has {cells} cells where the header has 6." in problem.message


def test_a_ragged_main_theme_is_one_problem(unchanged: Database, tmp_path: Path) -> None:
    also = {**MAIN, "theme": "T1", "main_or_also": "also"}
    content = text([also, MAIN]).replace(b"main,active", b"main")
    assert only_problem(unchanged, tmp_path, themes=content).line == 3


def test_a_line_is_counted_as_an_editor_does_and_a_row_as_a_spreadsheet_does(
    unchanged: Database, tmp_path: Path
) -> None:
    rows = [{**PROJECT, "title": "Two\nlines"}, {**PROJECT, "project_id": "B", "level": "none"}]
    problem = only_problem(unchanged, tmp_path, projects=rows)
    assert (problem.line, problem.excel_row) == (4, 3)


def test_what_cannot_be_read_is_not_blamed_on_what_depends_on_it(
    unchanged: Database, tmp_path: Path
) -> None:
    new = {**RATING, "project_id": "ACH-NEW"}
    for broken in (b"", text([PROJECT]).replace(b"Day", b"D\x00y"),
                   text([{**PROJECT, "project_id": "ACH-NEW", "level": "none"}])):  # fmt: skip
        problem = only_problem(unchanged, tmp_path, projects=broken, maturity=[new])
        assert problem.file == "projects.csv"


def test_a_refused_change_of_status_is_not_blamed_on_its_rating(
    unchanged: Database, tmp_path: Path
) -> None:
    begun = {**PROJECT, "project_id": "ACH-SOON", "status": "activ"}
    rated = {**RATING, "project_id": "ACH-SOON"}
    problem = only_problem(unchanged, tmp_path, projects=[begun], maturity=[rated])
    assert (problem.file, problem.value) == ("projects.csv", "activ")


def test_one_misspelt_row_does_not_blame_the_total_of_its_group(
    unchanged: Database, tmp_path: Path
) -> None:
    rows = [*counted("sexx", female=12), *PEOPLE[1:]]
    assert only_problem(unchanged, tmp_path, participation=rows).value == "sexx"


def test_every_problem_of_every_file_is_told_in_one_go(unchanged: Database, tmp_path: Path) -> None:
    found = problems(
        unchanged,
        tmp_path,
        projects=[{**PROJECT, "level": "none", "kind": "idea"}, PROJECT],
        maturity=[{**RATING, "design": "", "aiming_for": 9}],
        participation=b"\xff\xfe\x00",
        themes=[MAIN],
    )
    told = sorted((problem.file, problem.line or 0, problem.column or "") for problem in found)
    assert told == [
        ("maturity.csv", 2, "aiming_for"),
        ("maturity.csv", 2, "design"),
        ("participation.csv", 0, ""),
        ("projects.csv", 2, "kind"),
        ("projects.csv", 2, "level"),
        ("projects.csv", 3, "project_id"),
    ]
