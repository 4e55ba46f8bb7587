"""A mistyped project id: its returns count as the right one's, the newer first, until that is undone."""

from datetime import datetime
from pathlib import Path

import pytest

from data import changes
from data.database import Database
from data.mistakes import WrongUse
from tests.data.sending import MAIN, PROJECT, RATING, contents, only_problem, send

EVER = datetime(9999, 12, 31)
WRONG, RIGHT, BEFORE = "ACH-I", "ACH-1", "2025-26 H2"
TYPO = {**PROJECT, "project_id": WRONG, "title": "Day chance"}
RATED = "select project_id, period, design, upload_id from maturity_in_force($as_at) order by all"
SHOWN = "select project_id, title from projects_in_force($as_at) where project_id in ('ACH-1', 'ACH-I') order by all"
PEOPLE = "select project_id, period, people from people_protected($as_at) order by all"


def rows(database: Database, sql: str, as_at: datetime = EVER) -> list[tuple[object, ...]]:
    """What a definition says at a moment."""
    return database.read(sql, {"as_at": as_at}).rows


def merge(database: Database, wrong: str = WRONG, right: str = RIGHT) -> int:
    """Merge one id into another."""
    return changes.make(database, "merge project", wrong, right, "mistyped")


@pytest.fixture
def typed(council: Database, tmp_path: Path) -> Database:
    """A project sent under two ids: an older rating of the right one, newer ones of the mistyped."""
    right = [{**RATING, "design": 2, "people": 40}]
    wrong = [{**RATING, "project_id": WRONG, "design": design, "period": period, "people": 20}
             for design, period in ((4, RATING["period"]), (3, BEFORE))]  # fmt: skip
    sent = ({"rated": right}, {"projects": [TYPO]}, {"rated": wrong, "themes": [{**MAIN, "project_id": WRONG}]})
    for place, files in enumerate(sent):
        assert send(council, tmp_path / str(place), **files).status == "loaded"
    return council


def test_the_newer_return_counts_whichever_id_it_was_sent_under(typed: Database) -> None:
    before = typed.newest_event()
    stood = [rows(typed, each) for each in (RATED, SHOWN, PEOPLE)]
    number = merge(typed)
    assert [row[:3] for row in rows(typed, RATED)] == [(RIGHT, BEFORE, "3"), (RIGHT, RATING["period"], "4")]
    assert rows(typed, SHOWN) == [(RIGHT, "Day chance")]
    assert [row[:2] for row in rows(typed, PEOPLE)] == [(RIGHT, BEFORE), (RIGHT, RATING["period"])]
    counting = "select distinct project_id from upload_items($as_at) where counting = upload_id and return_name = 'themes'"
    assert rows(typed, counting) == [(RIGHT,)]
    due = "select distinct project_id from due($as_at) where project_id in ('ACH-1', 'ACH-I')"
    assert rows(typed, due, datetime(2026, 12, 1)) == [(RIGHT,)]
    assert before and rows(typed, SHOWN, before) == stood[1]
    changes.undo(typed, number, "two projects after all")
    assert [rows(typed, each) for each in (RATED, SHOWN, PEOPLE)] == stood


def test_a_return_of_the_right_id_that_is_newer_counts_again(typed: Database, tmp_path: Path) -> None:
    merge(typed)
    assert send(typed, tmp_path / "again", reason="corrected", rated=[{**RATING, "design": 6, "evidence": "x"}]).status
    assert rows(typed, RATED)[-1][:3] == (RIGHT, RATING["period"], "6")


def test_of_both_in_one_upload_the_right_one_counts(council: Database, tmp_path: Path) -> None:
    both = [{**RATING, "design": 2}, {**RATING, "project_id": WRONG, "design": 5}]
    assert send(council, tmp_path, projects=[PROJECT, TYPO], rated=both).status == "loaded"
    merge(council)
    assert [row[:3] for row in rows(council, RATED)] == [(RIGHT, RATING["period"], "2")]
    assert rows(council, SHOWN) == [(RIGHT, "Day chances")]


def test_a_mistyped_id_is_not_taken_again(typed: Database, tmp_path: Path) -> None:
    merge(typed)
    problem = only_problem(typed, tmp_path / "again", projects=[TYPO])
    assert problem.message == "was mistyped, and what was sent under it counts for ACH-1. Write ACH-1, or leave the row out."


def test_a_note_hidden_under_one_id_is_hidden_under_the_other(typed: Database, tmp_path: Path) -> None:
    noted = [{**RATING, "project_id": WRONG, "learning": "Ann helped"}]
    assert send(typed, tmp_path / "noted", reason="corrected", rated=noted).status == "loaded"
    changes.make(typed, "hide note", f"maturity/{WRONG}/{RATING['period']}/learning", "", "a name")
    number = merge(typed)
    learning = "select count(*) from maturity_in_force($as_at) where learning is not null"
    assert rows(typed, learning) == [(0,)]
    changes.undo(typed, number, "two after all")
    assert rows(typed, learning) == [(0,)]


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [("ACH-I", "ACH-I", "Both ids are the same"), ("ACH-X", "ACH-1", "No project was sent as “ACH-X”"),
     ("ACH-I", "ACH-X", "No project was sent as"), ("ACH-I", "' or 1=1", "No project was sent as")],
)  # fmt: skip
def test_ids_that_were_not_sent_are_not_merged(typed: Database, wrong: str, right: str, why: str) -> None:
    before = contents(typed)
    with pytest.raises(WrongUse, match=why):
        merge(typed, wrong, right)
    assert contents(typed) == before


def test_merges_do_not_run_in_chains(typed: Database) -> None:
    merge(typed)
    for wrong, right, why in ((WRONG, "ACH-2", "already"), ("ACH-2", WRONG, "was merged into ACH-1 itself"),
                              (RIGHT, "ACH-2", "Undo that first")):  # fmt: skip
        with pytest.raises(WrongUse, match=why):
            merge(typed, wrong, right)


def test_what_a_merge_would_do_is_said_before(typed: Database) -> None:
    said = changes.foresee(typed, "merge project", WRONG, RIGHT)
    assert said == ("4 returns sent for ACH-I would count as ACH-1's",
                    "For 2 returns both ids have sent; the newer one counts")  # fmt: skip
