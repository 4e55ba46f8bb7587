"""Whatever administrators change and take back, the lists and what is told of them equal a plain model."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from data.start import open_ready
from queries import questions
from queries.ask import answer, complete
from queries.combinations import combinations
from queries.moments import now_shown
from tests.data.changes.changing import PERIODS, History, laid, sent_to
from tests.data.changes.listed import Model

ACTS = 8
# What tells of the changes themselves, which stay told when they are taken back.
OF_CHANGES = ("running/changes", "running/lists_after_final")
RATED = "select project_id, period, design from maturity_in_force($now)"


def told(database: Database, address: str, **given: Any) -> tuple[Any, ...]:
    """The rows of an answer, unkept."""
    question = questions()[address]
    return answer(database, question, complete(database, question, given)).rows


def agree(database: Database, model: Model) -> None:
    """Assert that the lists and four answers say what the model says."""
    for name, rows in model.lists().items():
        assert {row["code"]: row for row in laid(database, name)} == rows
    assert sorted(laid(database, "population"), key=lambda row: sorted(row.items())) == model.people()
    now = now_shown(database)
    shown = [(row["project_id"], row["directorate"]) for row in told(database, "projects/described")]
    assert sorted(shown) == sorted(model.projects(now.date()).items())
    rated = database.read(RATED, {"now": now}).rows
    assert sorted(rated) == sorted((*key, one["design"]) for key, one in model.ratings().items())
    notes = [(row["place"], row["note"]) for row in told(database, "learning/notes")]
    assert sorted(notes) == sorted(model.notes())
    for period in PERIODS:
        said = {f"{row['directorate']}/{period}": row["comment"] for row in told(database, "running/comments", period=period)}
        assert said == {key: words for key, words in model.of("comment").items() if key.endswith(period)}
    listed = [(row["change"], row["kind"], row["subject"], row["undone_on"] is None) for row in told(database, "running/changes")]
    assert listed == [(one.number, one.kind, one.subject, one in model.standing) for one in reversed(model.every)]


def published(database: Database, one_in: int) -> dict[str, list[dict[str, Any]]]:
    """An answer to one in so many questions but those on changes, of the newest half-year that has begun."""
    found = {}
    for address, question in list(questions().items())[::one_in]:
        asked = [each for each in combinations(database, question) if each.get("period", PERIODS[1]) == PERIODS[1]]
        if address not in OF_CHANGES:
            found[address] = [dict(row) for row in told(database, address, **asked[0])]
    return found


def live(path: Path, sent: list[dict[str, Any]], seed: int, one_in: int) -> Counter[str]:
    """One history: the model after each act, and after taking everything back what was there at first."""
    database = open_ready(path)
    try:
        history, before = History(database, sent, seed), published(database, one_in)
        for _ in range(ACTS):
            history.act()
            agree(database, history.model)
        while history.model.standing:
            left = len(history.model.standing)
            history.take_back(history.model.standing[-1])
            assert len(history.model.standing) < left, "the newest rests on nothing"
        agree(database, history.model)
        assert published(database, one_in) == before
    finally:
        database.close()
    return history.done


def live_many(council_path: Path, folder: Path, seeds: range, one_in: int = 1) -> Counter[str]:
    """A history for each seed, each on a copy of one file; what was done in all of them."""
    database = open_ready(council_path)
    sent = sent_to(database, folder)
    database.close()
    done: Counter[str] = Counter()
    for seed in seeds:
        copy = Path(shutil.copy(council_path, folder / "copy.duckdb"))
        copy.with_suffix(".ledger").unlink(missing_ok=True)
        done += live(copy, sent, seed, one_in)
    return done


def test_random_histories_of_changes_equal_a_plain_model(council_path: Path, tmp_path: Path) -> None:
    done = live_many(council_path, tmp_path, range(3, 4), one_in=6)
    assert len(done) >= 4 and done["undone"], done


@pytest.mark.trial
@pytest.mark.parametrize("first", range(1000, 1200, 50))
def test_200_histories_of_changes_equal_a_plain_model(council_path: Path, tmp_path: Path, first: int) -> None:
    done = live_many(council_path, tmp_path, range(first, first + 50))
    assert len(done) == 9 and done["undone"] > 100, done
