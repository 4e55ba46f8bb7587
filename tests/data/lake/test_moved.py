"""A council moved into the lake and out of it again says what it said before."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from data.copying import figures_in
from data.database import Database
from data.intake.withdraw import withdraw
from data.lake.carrying import Connection, carry
from data.lake.command import main
from data.lake.moving import bring, take
from data.mistakes import NotReady, WrongUse
from data.start import open_ready
from queries.ask import answer, complete
from queries.combinations import combinations
from queries.publish import publish
from queries.question import Question, questions
from tests.data.lake.conftest import Machines

MOMENT = datetime(2026, 11, 20, 12)


def sums(file: Path) -> dict[str, list[str]]:
    """The count and sum of every table in a closed file."""
    return {table: held[1:] for table, held in figures_in(file).items()}


def said(database: Database, question: Question) -> list[object]:
    """The answer to a question at the last of its combinations."""
    *_, chosen = combinations(database, question)
    found = answer(database, question, complete(database, question, {**chosen, "as_at": MOMENT}))
    return [found.rows, found.note]


def test_a_question_of_every_topic_is_answered_as_from_the_file(
    lake: Path, machines: Machines, example: Database, example_file: Path
) -> None:
    bring(example_file)
    here = machines("here")
    topics = {question.address.split("/")[0]: question for question in questions().values()}
    assert len(topics) > 8
    for question in topics.values():  # all of them, in all their combinations, in the trial
        assert said(here, question) == said(example, question), question.address


@pytest.mark.trial
def test_the_published_set_is_that_of_the_file(
    lake: Path, machines: Machines, example: Database, example_file: Path, tmp_path: Path
) -> None:
    bring(example_file)
    assert publish(machines("here"), tmp_path / "lake", as_at=MOMENT) > 1000
    publish(example, tmp_path / "file", as_at=MOMENT)
    assert published(tmp_path / "lake") == published(tmp_path / "file")


def published(folder: Path) -> dict[str, bytes]:
    """Every file of a published set but its manifest, which names the state of one database."""
    return {each.name + str(each.parent.name): each.read_bytes() for each in folder.rglob("*.csv")}


def test_there_and_back_is_the_same(
    lake: Path, council_file: Path, council_key: Path, machines: Machines, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    before = sums(council_file)
    assert main(["bring", str(council_file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["tables"]
    assert {table: [str(each["rows"]), each["sum"]] for table, each in told.items()} == before
    back = tmp_path / "back.duckdb"
    assert main(["take", str(back)]) == 0
    assert sums(back) == before == sums(council_file)
    withdraw(machines("here"), 1, "to see that it counts", MOMENT)
    assert main(["compare"]) == 0  # by a copy of its own
    changed = tmp_path / "changed.duckdb"
    take(changed)
    differ = {table for table, held in sums(changed).items() if held != before[table]}
    assert differ >= {"sent.event", "audit.line"}
    database = open_ready(changed)  # a database of its own again
    assert database.read("select arg_max(act, event_id) from sent.event").rows == [("withdrawn",)]
    database.close()


def test_nothing_is_brought_over_another_council(lake: Path, council_file: Path, tmp_path: Path) -> None:
    bring(council_file)
    with pytest.raises(NotReady, match="holds a database already"):
        bring(council_file)
    (tmp_path / "there.duckdb").write_bytes(b"mine")
    with pytest.raises(WrongUse, match="is there already"):
        take(tmp_path / "there.duckdb")
    assert (tmp_path / "there.duckdb").read_bytes() == b"mine"


def test_what_came_out_otherwise_does_not_count(
    lake: Path, council_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("data.lake.carrying.lay", _losing)
    assert main(["bring", str(council_file)]) == 1
    assert "What was written is not what was read (sent.event)" in capsys.readouterr().err
    monkeypatch.undo()


def _losing(source: Connection, target: Connection, table: str, made: str) -> None:
    """Every table laid as it should be, but for one row."""
    target.execute(f"create schema if not exists {table.partition('.')[0]}")
    target.execute(made)
    carry(source, target, table)
    if table == "sent.event":
        target.execute("delete from sent.event where event_id = 1")
