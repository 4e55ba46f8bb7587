"""What is due in words: the headline, one cell, and the next due date."""

from datetime import date

import pytest

from pages.parts import due_words


def row(state: str, **changed: object) -> dict[str, object]:
    """A return in a state."""
    usual = {"state": state, "late": 0, "received": 3, "items": 9, "agreed_by": "Head of Housing"}
    return {**usual, "received_on": date(2026, 5, 12), "due_date": date(2026, 11, 14), **changed}


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (["received"] * 3, "all 3 returns for X came in"),
        (["missing"], "the one return for X is missing"),
        (["missing", "missing"], "none of the 2 returns for X has come in"),
        (["missing", "missing", "part received"], "2 of the 3 returns for X are missing, and 1 came in only in part"),
        (["received", "part received"], "1 of 2 returns for X is complete; 1 came in only in part"),
        (["received", "received", "part received", "part received"],
         "2 of 4 returns for X are complete; 2 came in only in part"),
        (["part received"], "the one return for X came in only in part"),
        (["part received", "part received"], "none of 2 returns for X is complete; 2 came in only in part"),
        (["received", "not due yet"], "1 of the 2 returns for X came in; the rest can still come in time"),
    ],
)
def test_the_headline_fits_the_figures(states: list[str], words: str) -> None:
    assert due_words.answer([row(each) for each in states], "X", "") == words


def test_a_cell_has_words_for_every_state() -> None:
    today = date(2026, 11, 22)
    assert due_words.cell(row("received"), today) == ("received", "12 May 2026", "Head of Housing")
    assert due_words.cell(row("received", late=1), today)[0] == "received late"
    assert due_words.cell(row("part received"), today)[:2] == ("part received", "3 of 9 projects")
    assert due_words.cell(row("missing"), today)[:2] == ("missing", "8 days overdue")
    assert due_words.cell(row("not due yet"), today)[:2] == ("not due yet", "due 14 November 2026")
    assert due_words.cell(None, today)[0] == "nothing due"


def test_the_next_due_date_is_said_while_there_is_one() -> None:
    rows = [
        {"label": "A", "due_date": date(2026, 5, 14), "passed": True},
        {"label": "B", "due_date": date(2026, 11, 14), "passed": False},
    ]
    assert due_words.coming(rows, "A").endswith("the next, for B, are due on 14 November 2026.")
    assert due_words.coming(rows, "B") == "They are due on 14 November 2026."
    assert due_words.coming(rows[:1], "A") == "They were due on 14 May 2026."


def test_a_directorate_without_projects_is_told_to_send_them_first() -> None:
    rows = [{"directorate_name": "A", "return_name": name} for name in ("maturity", "conditions")]
    rows.append({"directorate_name": "B", "return_name": "participation"})
    assert due_words.without_projects(rows).startswith("No project of B is known")
    assert due_words.without_projects(rows[:2]) == ""


def test_in_part_is_said_in_words_where_anything_came_in_part() -> None:
    rows = [row("part received", return_name="maturity"), row("part received", return_name="themes", received=1, late=4)]
    assert due_words.in_part([row("received"), row("missing")], "") == ""
    assert due_words.in_part(rows, "").startswith("“In part” means that a return came in for some projects and not for others")
    said = due_words.in_part(rows, "Finance")
    assert said == "“In part” means that ratings for 3 of 9 projects and themes for 5 of 9 projects came in: the others are named below"
