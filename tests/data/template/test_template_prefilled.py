"""What a template begins from is what was sent, worked out a second way; every answer is blank."""

import pytest

from data.database import Database
from data.intake.template import csv_files, workbook
from tests.data.template.opened import forms, lines, opened, texts
from tests.data.template.worked_out import (
    DIRECTORATES,
    PERIODS,
    answers,
    belonging,
    boxes,
    contributions,
    details,
    rating,
)


@pytest.mark.parametrize("directorate", DIRECTORATES)
def test_a_template_holds_what_is_known_and_no_answer(example: Database, directorate: str) -> None:
    # Two half-years of each; among the first directorate's is one in which a project without an end
    # date was over already.
    for place in range((DIRECTORATES.index(directorate) + 1) % 3, len(PERIODS), 3):
        period = PERIODS[place]
        projects = belonging(directorate, place)
        found = {name: lines(held) for name, held in csv_files(example, directorate, period.code).items()}
        opens = period.code == "2023-24 H2" or period.code.endswith("H1")
        assert found == {
            "projects.csv": details(directorate),
            "maturity.csv": [rating(project, place) for project in projects],
            "themes.csv": [row for project in projects for row in contributions(project, place)],
            "participation.csv": boxes(directorate, place),
        } | ({"conditions.csv": answers(directorate, place)} if opens else {})


@pytest.mark.parametrize(
    ("directorate", "period"), [("ACH", "2026-27 H1"), ("RES", "2023-24 H2")]
)
def test_a_workbook_holds_the_same_as_the_files(
    example: Database, directorate: str, period: str
) -> None:
    book = opened(workbook(example, directorate, period))
    files = csv_files(example, directorate, period)
    found = {f"{schema.name}.csv": texts(sheet, schema) for sheet, schema in forms(book)}
    assert found == {name: lines(content) for name, content in files.items()}
