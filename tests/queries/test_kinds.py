"""Kinds are true: rounding people another way changes counts of people and nothing else."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from data.protection import PUBLISHED_KEY, cell_id, protect
from data.start import open_ready
from queries import Answer, Question, questions
from queries.ask import answer, complete
from queries.combinations import combinations
from tests.example import example_database
from tests.house.code import addresses

OTHER_KEY = b"another key than the published one"
FEW, MANY = 2, 12
RAW = {
    "participation": 'select upload_id, directorate, period, unit, characteristic, category, "count" '
    'from sent.participation where "count" is not null',
    "maturity": "select upload_id, project_id, period, field, people from sent.maturity "
    "unpivot (people for field in (people, new_people, asked, felt_heard))",
}


def protected(database: Database, name: str, key: bytes) -> list[tuple[Any, ...]]:
    """The protected rows of a return under a key, worked out from the raw ones."""
    return [
        (upload, *cell, protect(count, cell_id((name, *cell)), key))
        for upload, *cell, count in database.read(RAW[name]).rows
    ]


@pytest.fixture(scope="module")
def under_both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Database]]:
    """The example under the published key, and the same counts rounded under another."""
    folder = tmp_path_factory.mktemp("two-keys")
    both = []
    for name in ("published", "other"):
        path = shutil.copy(example_database(), folder / f"{name}.duckdb")
        both.append(open_ready(Path(path)))
    round_again(both[1])
    yield both[0], both[1]
    for database in both:
        database.close()


def round_again(database: Database) -> None:
    """Put counts rounded under the other key in place of those that are there."""
    for name in RAW:
        rows = protected(database, name, OTHER_KEY)
        marks = ", ".join("?" * (len(rows[0]) + 2))
        with database.writing() as writer:
            series = writer.read("select value from sent.setting where name = 'protected series'")
            writer.cursor.execute(f"delete from protected.{name}")
            writer.cursor.executemany(
                f"insert into protected.{name} values ({marks})",
                [(row[0], 0, series.rows[0][0], *row[1:]) for row in rows],
            )


def about_people(question: Question) -> set[str]:
    """The columns that count people, or are worked out of ones that do."""
    found = {column.name for column in question.columns if column.kind == "people"}
    for _ in question.columns:
        found |= {column.name for column in question.columns if column.origin in found}
    return found


def some(database: Database, question: Question, most: int) -> list[dict[str, str]]:
    """Up to so many of the question's combinations of parameters, spread over all of them."""
    every = list(combinations(database, question))
    return every[:: max(1, -(-len(every) // most))]


def about_work(told: Answer, hidden: set[str]) -> Counter[tuple[Any, ...]]:
    """The rows without the columns about people."""
    shown = [column.name for column in told.columns if column.name not in hidden]
    return Counter(tuple(row[name] for name in shown) for row in told.rows)


@pytest.mark.parametrize("most", [FEW, pytest.param(MANY, marks=pytest.mark.trial)])
@pytest.mark.parametrize("address", addresses())
def test_another_key_changes_only_what_is_about_people(
    under_both: tuple[Database, Database], address: str, most: int
) -> None:
    question = questions()[address]
    hidden, changed = about_people(question), False
    for chosen in some(under_both[0], question, most):
        one, other = (
            answer(each, question, complete(each, question, chosen)) for each in under_both
        )
        assert about_work(one, hidden) == about_work(other, hidden), chosen
        changed = changed or one.rows != other.rows
    assert changed == bool(hidden)


def test_the_two_keys_round_most_counts_apart(under_both: tuple[Database, Database]) -> None:
    for name in RAW:
        one, other = (
            each.read(
                f"select * exclude (event_id, series) from protected.{name} order by all"
            ).rows
            for each in under_both
        )
        assert one == sorted(protected(under_both[0], name, PUBLISHED_KEY))
        assert len(set(one) - set(other)) > len(one) / 5
