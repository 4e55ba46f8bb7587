"""Rules are told in the words that stand above the columns, and each complaint is a true one."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.database import Database
from data.intake import Delivery, Offer, file_given_back, take_in
from data.schema import return_schemas
from tests.data.sending import NOW, PEOPLE, PERIOD, RATING, counted, only_problem, problems, text

pytestmark = pytest.mark.usefixtures("council_key")
LOOK: Callable[..., None] = lambda writer, outcome: None  # noqa: E731
COMMENT = re.compile(r"--.*")
QUOTED = re.compile(r"'([^']*)'")
RULES = [rule for schema in return_schemas().values() for rule in (*schema.rules(), *schema.questions())]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.parent.name}/{rule.stem}")
def test_no_sentence_of_a_rule_names_a_column_by_its_machine_name(rule: Path) -> None:
    quoted = QUOTED.findall(COMMENT.sub("", rule.read_text(encoding="utf-8")))
    said = [each for each in quoted if " " in each]
    assert said and not [each for each in said if re.search(r"\w_|_\w", each)]


def test_rated_apart_is_told_by_titles(unchanged: Database, tmp_path: Path) -> None:
    rows = [{**RATING, "rated_by": "people", "people_delivery": 2}]
    problem = only_problem(unchanged, tmp_path, rated=rows)
    titles = {each.name: each.title for each in return_schemas()["maturity"].fields}
    assert f"Change “{titles['rated_by']}” to staff" in problem.message
    assert f"clear “{titles['people_design']}”" in problem.message


@pytest.mark.parametrize(("category", "count"), [("Total", 23), ("female", -3), ("femal", 12)])
def test_a_wrong_row_of_people_is_not_blamed_on_the_totals_too(
    unchanged: Database, tmp_path: Path, category: str, count: int
) -> None:
    first = {**PEOPLE[0], "category": category, "count": count}
    rows = [first, *(PEOPLE[1:] if category != "Total" else PEOPLE), *counted("disability", disabled=23)]
    found = problems(unchanged, tmp_path, people=rows)
    assert [(each.line, each.column) for each in found] == [
        (2, "count" if category == "female" else "category")
    ]


def test_what_must_be_put_right_comes_first_in_a_file_given_back(unchanged: Database) -> None:
    row = {**RATING, "project_id": "ACH-9", "period": PERIOD, "evidence": "Ask a@example.org",
           "rated_by": "everybody"}  # fmt: skip
    outcome = take_in(unchanged, [(Delivery(NOW), [Offer("rated.csv", text([row]))])], look=LOOK)
    sheet = load_workbook(io.BytesIO(file_given_back(outcome.files))).worksheets[0]
    said = str(sheet.cell(2, sheet.max_column).value)
    places = [said.index(words) for words in ("Project is not", "Rated by is not", "Please check: Evidence")]
    assert max(places[:2]) < places[2]
