"""What a question may be asked for is read from its header, and every combination is one answer."""

from pathlib import Path

import pytest

from data.database import Database
from data.mistakes import AuthorMistake
from queries import Parameter, questions
from queries.ask import _database
from queries.combinations import combinations, values


@pytest.fixture
def database(example: Path) -> Database:
    """The example's database."""
    return _database()


def listed(database: Database, choices: str) -> list[str] | None:
    """What a header's words stand for."""
    return values(database, Parameter("any", "text", choices, "any"))


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ("free", None),
        ("one of levels, or all", ["individual", "operational", "strategic", "all"]),
        ("one of stages", ["design", "decisions", "delivery", "evaluation"]),
        ("one of participation.unit", ["people", "forms", "attendances"]),
        ("one of all, 18 and over", ["all", "18 and over"]),
        ("one of ladder", ["0", "1", "2", "3", "4", "5", "6", "7"]),
    ],
)
def test_listed_values_come_in_their_order(
    database: Database, choices: str, wanted: list[str] | None
) -> None:
    assert listed(database, choices) == wanted


def test_a_value_is_listed_once(database: Database) -> None:
    found = listed(database, "one of categories") or []
    assert "not_known" in found and len(found) == len(set(found))


@pytest.mark.parametrize(
    "choices", ["one of projects.colour", "one of projects.title", "one of sent.upload"]
)
def test_a_field_without_fixed_answers_is_refused(database: Database, choices: str) -> None:
    with pytest.raises(AuthorMistake, match="There is no field"):
        listed(database, choices)


def test_every_combination_of_listed_parameters_is_given_once(database: Database) -> None:
    question = questions()["maturity/projects_by_step"]
    every = [tuple(sorted(each.items())) for each in combinations(database, question)]
    assert len(every) == len(set(every)) == 6 * 4 * 7
    assert all({name for name, _ in each} == {"period", "level", "kind"} for each in every)
