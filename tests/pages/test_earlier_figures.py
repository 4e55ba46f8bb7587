"""Whatever is sent, withdrawn or restored later, an earlier half-year is shown as it stood, to the letter."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.database import Database
from queries import Question, ask, questions
from queries.ask import _database
from queries.combinations import combinations
from queries.moments import end_of
from queries.publish import publish
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.queries.later import Later

DAY, PERIOD = date(2025, 11, 14), "2025-26 H1"
Published = dict[str, bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of this test lie."""
    return tmp_path_factory.mktemp("later")


@pytest.fixture(scope="module")
def example(folder: Path) -> Iterator[Path]:
    """A copy of the example, lent to the pages, to be changed."""
    yield from lent(Path(shutil.copy(example_database(), folder / "dashboard.duckdb")))


def a_part(database: Database, question: Question) -> Iterator[dict[str, str]]:
    """One combination of the half-year for each question: the short form of this test."""
    for chosen in combinations(database, question):
        if set(chosen.values()) <= {PERIOD, "all", "people", "age"}:
            yield chosen
            return


def as_it_stood(folder: Path, name: str) -> Published:
    """The published set as it stood on the day, file by file."""
    publish(_database(), folder / name, as_at=end_of(DAY))
    files = (folder / name).rglob("*.csv")
    return {str(path.relative_to(folder / name)): path.read_bytes() for path in files}


def overview() -> None:
    """The first page."""
    from pages.council.overview import overview

    overview()


@pytest.mark.parametrize(
    ("acts", "choose"), [(8, a_part), pytest.param(100, combinations, marks=pytest.mark.trial)]
)
def test_what_is_done_later_leaves_the_earlier_published_set_as_it_was(
    example: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, acts: int, choose: object
) -> None:
    """The long form asks every question at every combination of every filter, in every half-year."""
    monkeypatch.setattr("queries.publish.combinations", choose)
    before, now = as_it_stood(folder, f"before-{acts}"), ask("maturity/projects", period=PERIOD).rows
    page = drawn(overview, as_it_stood_on=str(DAY), period=PERIOD)
    later = Later(_database(), folder, PERIOD)
    done = [later.act() for _ in range(acts)]
    assert {"maturity", "participation", "projects", "withdraw", "restore"} <= set(done)
    assert as_it_stood(folder, f"after-{acts}") == before and len(before) >= len(questions())
    again = drawn(overview, as_it_stood_on=str(DAY), period=PERIOD)
    assert "You are looking at these figures as they stood on 14 November 2025." in said(again)
    assert [each.value for each in again.metric] == [each.value for each in page.metric]
    assert said(again) == said(page)
    assert ask("maturity/projects", period=PERIOD).rows != now, "what was done changes the figures of now"
    assert ask("returns/period_status", period=PERIOD).one["corrected"] > acts / 4, "and is said"
