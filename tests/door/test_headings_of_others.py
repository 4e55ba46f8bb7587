"""How a directorate's headings are read is for itself to say: nobody else teaches or learns it."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import queries
import queries.who as doors
from queries import Delivery, Offer, Person, preview, send
from queries.ask import _database
from tests.data.sending import text
from tests.example import example_database
from tests.pages.drawing import lent

CARL = Person("carl", "contributor", frozenset({"FIN"}), session="a sign-in")


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example, lent to the queries."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path / "dashboard.duckdb")))


def headings() -> list[tuple[object, ...]]:
    """What is remembered of headings, and for whom."""
    return _database().read("select directorate, heading, field from sent.heading order by all").rows


def answered(directorate: str) -> Offer:
    """A file about Finance in whose heading somebody said what it means."""
    row = {"directorate": "FIN", "period": "2026-27 H1", "item": "C01", "Own words": "yes", "note": "made up"}
    return Offer("a.csv", text([row]), headings={"Own words": "answer"}, directorate=directorate)


@pytest.mark.parametrize(("whose", "kept"), [("ACH", []), ("FIN", [("FIN", "Own words", "answer")])])
def test_a_contributor_teaches_headings_to_their_own_directorate_alone(
    example: Path, monkeypatch: pytest.MonkeyPatch, whose: str, kept: list[tuple[object, ...]]
) -> None:
    before = headings()
    monkeypatch.setattr(doors, "_present", [lambda: CARL])
    outcome = send(Delivery(queries.moment(), agreed_by="Head of Testing", reason="a trial"), [answered(whose)])
    assert outcome.status == "loaded", outcome.problems
    assert [each for each in headings() if each not in before] == kept


def test_a_contributor_is_not_told_how_others_headings_were_read(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _database().writing() as writer:
        writer.cursor.execute("insert into sent.heading values ('ACH', 'conditions', 'Own words', 'answer')")
    monkeypatch.setattr(doors, "_present", [lambda: CARL])
    asked = Offer("a.csv", answered("ACH").content, directorate="ACH")
    (found,) = preview(Delivery(datetime.now(), reason="a trial"), [asked]).outcome.files
    assert not found.as_last_time
