"""ask() refuses what a question does not have, fills in the moment and area, and is checked."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

import queries
from data.mistakes import AuthorMistake
from queries import ask, choices, council
from queries.ask import _database, answer, complete
from queries.question import read_question

HEADLINE = "overview/headline"
NOW = "2026-27 H1"
FALSE = """-- How many?
-- Grain: one row
-- Source: none
-- Parameters:
--   as_at  timestamp  free  returns received up to this moment count
-- Columns:
--   projects  work  projects [projects]
select {columns} from projects_in_force($as_at)
"""


def late() -> datetime:
    """A moment after everything in the example."""
    return datetime(2026, 12, 30, 12)


@pytest.mark.parametrize(
    ("address", "parameters", "said"),
    [
        ("maturity/nothing", {}, "There is no question maturity/nothing"),
        (HEADLINE, {}, r"asked with \['as_at'\]; its parameters are \['as_at', 'period'\]"),
        (HEADLINE, {"period": NOW, "colour": "red"}, r"asked with \['as_at', 'colour', 'period'\]"),
        (HEADLINE, {"period": None}, "asked with period = None; wanted a text"),
        (HEADLINE, {"period": [NOW]}, "wanted a text"),
        (HEADLINE, {"period": NOW, "as_at": "2026-11-01"}, "wanted a timestamp"),
    ],
)
def test_a_wrong_question_is_refused_with_a_sentence(
    example: Path, address: str, parameters: dict[str, Any], said: str
) -> None:
    with pytest.raises(AuthorMistake, match=said):
        ask(address, **parameters)


def test_the_moment_is_now_unless_it_is_given(example: Path) -> None:
    newest = _database().newest_event()
    assert newest is not None
    expected = datetime.combine(max(date.today(), newest.date()), time.max)
    assert ask(HEADLINE, period=NOW).parameters["as_at"] == expected
    assert ask(HEADLINE, period=NOW, as_at=None).parameters["as_at"] == expected


def test_a_day_stands_for_its_last_moment_and_a_moment_for_itself(example: Path) -> None:
    day = ask(HEADLINE, period=NOW, as_at=date(2026, 10, 12))
    assert day.parameters["as_at"] == datetime(2026, 10, 12, 23, 59, 59, 999999)
    assert day.note.as_it_stood_on == date(2026, 10, 12)
    noon = ask(HEADLINE, period=NOW, as_at=datetime(2026, 10, 12, 12))
    before = ask(HEADLINE, period=NOW, as_at=datetime(2026, 10, 12, 11, 59))
    assert noon.rows != before.rows


def test_the_area_is_the_configured_one_unless_it_is_given(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = queries.questions()["diversity/findings"]
    given = {"as_at": late(), "period": NOW, "unit": "people", "ages": "all"}
    assert complete(_database(), question, given)["area"] == "Wirral"
    monkeypatch.setenv("COPRODUCTION_AREA", "Shropshire")
    assert complete(_database(), question, given)["area"] == "Shropshire"
    assert complete(_database(), question, {**given, "area": "England"})["area"] == "England"


def test_lists_come_in_their_order_and_an_unknown_one_is_refused(example: Path) -> None:
    assert [row["code"] for row in choices("directorates")] == [
        "ACH", "CFE", "NEI", "REG", "FIN", "LAW", "RES",
    ]  # fmt: skip
    assert [row["step"] for row in choices("ladder")] == list(range(8))
    assert [row["order"] for row in choices("periods")] == [1, 2, 3, 4, 5, 6]
    ages = [row["label"] for row in choices("categories") if row["characteristic"] == "age"]
    assert ages[0] == "Under 18" and ages[-1] == "Not known"
    for name in ("uploads", "sent.upload", "projects.title"):
        with pytest.raises(AuthorMistake, match="There is no "):
            choices(name)


def test_the_fixed_answers_of_a_return_are_offered_as_it_lists_them(example: Path) -> None:
    offered = [(row["code"], row["label"]) for row in choices("projects.kind")]
    assert offered[0] == ("project", "Project") and len(offered) == 6


def test_the_council_and_every_note_say_that_the_example_is_made_up(example: Path) -> None:
    assert council()["name"] == "Example Borough"
    assert council()["notice"] in ask(HEADLINE, period=NOW).note.lines()


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("count(*)::integer as projects, 1 as more", "the header lists the columns"),
        ("count(*)::integer as others", "the header lists the columns"),
        ("no_such_column as projects", "does not run"),
    ],
)
def test_a_header_that_is_not_true_of_what_comes_back_is_refused(
    example: Path, tmp_path: Path, columns: str, said: str
) -> None:
    file = tmp_path / "maturity" / "false.sql"
    file.parent.mkdir()
    file.write_text(FALSE.format(columns=columns))
    question = read_question(file, tmp_path)
    with pytest.raises(AuthorMistake, match=said):
        answer(_database(), question, {"as_at": late()})
