"""Every question's header is true: it parses, it runs, and what comes back is what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.database import Database
from queries import questions
from queries.ask import answer
from tests.data.changes.changed import changed_example
from tests.house.asked import HEADER, refusal, written
from tests.house.code import PROJECT, addresses, hold
from tests.house.questions import (
    header_breaches,
    kind_breaches,
    samples,
    sql_breaches,
    sql_files,
    types,
)

TRUE = HEADER + "select count(*)::integer as found from projects_in_force($as_at)"
PEOPLE = "--   found  people  people counted [people]\n"
SUM = "select sum(people)::integer as found from people_protected($as_at)"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example, open, with changes made to it, so that every question has something to tell."""
    opened = changed_example(tmp_path_factory.mktemp("asked"))
    yield opened
    opened.close()


@pytest.mark.parametrize("address", addresses())
def test_a_header_is_true_of_what_comes_back(database: Database, address: str) -> None:
    question = questions()[address]
    hold(header_breaches(database, question))
    seen = 0
    for asked in samples(database, question):
        told = answer(database, question, asked)
        hold(kind_breaches(told, types(database, question, asked)))
        seen += len(told.rows)
    assert seen


def test_every_sql_file_is_in_the_style_of_the_house() -> None:
    files = list(sql_files(PROJECT))
    assert len(files) > 20
    hold([each for address, sql in files for each in sql_breaches(address, sql)])


@pytest.mark.parametrize("sql", ["SELECT 1", "select 1\norder by 1", "\tselect 1", "  select 1"])
def test_sql_in_another_style_is_seen(sql: str) -> None:
    assert sql_breaches("a", sql)
    assert not sql_breaches("a", "-- AND so ON\nselect 'OR'\n    from a\norder by b")


def test_a_true_header_is_taken(tmp_path: Path) -> None:
    question = written(tmp_path, TRUE)
    assert (question.address, question.text) == ("topic/question", "How many?")
    assert (question.grain, question.source) == ("one row", "nobody")
    assert [each.name for each in question.parameters] == ["as_at"]
    assert [(each.name, each.kind, each.unit) for each in question.columns] == [
        ("found", "work", "things")
    ]
    assert question.reads == {"projects_in_force"} and not question.counts_people


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("-- How many?\n", "-- How many\n", "not a question ending in “?”"),
        ("-- How many?\n", "", "not a question ending in “?”"),
        ("-- Grain: one row\n", "", "has no “Grain:”"),
        ("-- Grain: one row\n", "-- Grain:\n", "has no “Grain:”"),
        ("-- Source: nobody\n", "", "has no “Source:”"),
        ("-- Parameters:\n", "", "has no “Parameters:”"),
        ("-- Columns:\n", "", "has no “Columns:”"),
        ("timestamp  free", "timestamp free", "4 were wanted"),
        ("timestamp  free", "moment  free", "is “moment”, which is none of"),
        ("timestamp  free", "timestamp  any", "Say free, or “one of”"),
        ("work  what", "number  what", "has no kind"),
        ("work  what", "what", "3 were wanted"),
        (" [things]", "", "has no unit"),
        ("work  what", "from counted  what", "from counted, which is no column"),
        ("work  what", "from found  what", "is from itself"),
        ("($as_at)", "(now()::timestamp)", "may not read"),
        ("($as_at)", "($moment)", "Make them agree"),
        ("select count(*)", "select $level, count(*)", "Make them agree"),
        ("work  what", "people  what", "go together; here there is only one"),
    ],
)
def test_a_header_that_is_not_true_of_its_sql_is_refused(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert TRUE.count(before) == 1
    assert said in refusal(tmp_path, TRUE.replace(before, after))


def test_people_come_from_protected_counts_and_are_called_people(tmp_path: Path) -> None:
    work = HEADER.rsplit("\n", 2)[0] + "\n"
    assert refusal(tmp_path, work + PEOPLE + SUM) == ""
    assert "go together" in refusal(tmp_path, HEADER + SUM)


@pytest.mark.parametrize(
    ("header", "sql", "said"),
    [
        ("work  found [things]", "count(*)", "counts work and is BIGINT"),
        ("work  found [things]", "sum(1)", "is HUGEINT: cast it"),
        ("work  found [%]", "300", "is no share"),
        ("work  found [things]", "1.5", "is DECIMAL(2,1): cast it"),
        ("label  found", "1.5::double", "holds no words"),
        ("label  found", "[1]", "is INTEGER[]: cast it"),
    ],
)
def test_a_column_that_is_not_its_kind_is_seen(
    database: Database, tmp_path: Path, header: str, sql: str, said: str
) -> None:
    text = TRUE.replace("work  what is found [things]", header).replace("count(*)::integer", sql)
    question = written(tmp_path, text)
    asked = next(samples(database, question))
    breaches = kind_breaches(answer(database, question, asked), types(database, question, asked))
    assert any(said in each for each in breaches)


def test_a_header_that_says_something_odd_is_seen(database: Database, tmp_path: Path) -> None:
    second = "--   found  work  again [things]\n--   Odd-Name  work  odd [things]\n"
    text = HEADER + second + "select 1 as found, $as_at, $level"
    level = "--   level  text  one of levels, or every  the level\n-- Columns"
    question = written(
        tmp_path, text.replace("-- Columns", level).replace("$level", "$level in ('all')")
    )
    assert header_breaches(database, question) == [
        "topic/question: column found stands twice",
        "topic/question: “Odd-Name” is no plain name",
        "topic/question: $level may be “every”, which no SQL knows",
    ]


def test_people_that_are_not_rounded_are_seen(database: Database, tmp_path: Path) -> None:
    work = HEADER.rsplit("\n", 2)[0] + "\n"
    question = written(tmp_path, work + PEOPLE + SUM.replace("sum(people)", "sum(people) + 1"))
    asked = next(samples(database, question))
    breaches = kind_breaches(answer(database, question, asked), types(database, question, asked))
    assert any("no multiple of 5" in each for each in breaches)
