"""No question can read a raw table, whatever way its SQL names it."""

from pathlib import Path

import duckdb
import pytest

from data.mistakes import AuthorMistake
from data.start import open_ready
from queries import questions
from queries.reads import definitions
from tests.house.asked import HEADER, refusal, written
from tests.house.hostile import INNOCENT, RAW


@pytest.mark.parametrize("sql", RAW)
def test_a_question_that_reads_more_than_it_may_is_refused(tmp_path: Path, sql: str) -> None:
    said = refusal(tmp_path, HEADER + sql)
    assert "which a question may not read" in said or "not one SELECT" in said


@pytest.mark.parametrize("sql", INNOCENT)
def test_a_question_that_reads_what_it_may_is_taken(tmp_path: Path, sql: str) -> None:
    assert written(tmp_path, HEADER + sql).reads <= definitions() | {
        "reference.stages", "reference.council",
    }  # fmt: skip


def test_only_the_check_stands_between_a_question_and_the_raw_rows(tmp_path: Path) -> None:
    """Most of the refused statements do run at the database, so refusing them is what protects."""
    database = open_ready(tmp_path / "empty.duckdb")
    ran = 0
    for sql in RAW:
        try:
            database.read(sql.replace("$as_at", "now()::timestamp"))
            ran += 1
        except (duckdb.Error, AuthorMistake):
            continue
    database.close()
    assert ran > 30


def test_every_question_names_only_definitions_and_lists() -> None:
    for question in questions().values():
        assert question.reads and all(
            name in definitions() or name.startswith("reference.") for name in question.reads
        )
