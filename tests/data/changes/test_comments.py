"""A director's comment: one a directorate and period, the newest counts, earlier moments stand."""

from datetime import datetime

import pytest

from data import changes
from data.database import Database
from data.mistakes import WrongUse

SUBJECT = "ACH/2026-27 H1"
SAID = "select directorate, period, comment from comments($as_at)"


def say(database: Database, words: str, subject: str = SUBJECT) -> int:
    """Write a comment."""
    return changes.make(database, "comment", subject, words, "asked by the director")


def said(database: Database, as_at: datetime = datetime(9999, 12, 31)) -> list[tuple[str, ...]]:
    """The comments at a moment."""
    return database.read(SAID, {"as_at": as_at}).rows


def test_the_newest_comment_counts_and_the_one_before_comes_back(council: Database) -> None:
    say(council, "Two teams joined.")
    moment = council.newest_event()
    second = say(council, "Three teams joined.")
    assert said(council) == [("ACH", "2026-27 H1", "Three teams joined.")]
    assert moment and said(council, moment) == [("ACH", "2026-27 H1", "Two teams joined.")]
    changes.undo(council, second, "it was two")
    assert said(council) == [("ACH", "2026-27 H1", "Two teams joined.")]


@pytest.mark.parametrize(
    ("words", "why"),
    [("", "Write the comment"), ("  ", "Write the comment"), ("x" * 301, "up to 300"), ("a\nb", "one line"),
     ("Ask Dr Green", "a person's name"), ("write to ann@example.org", "an e-mail address")],
)  # fmt: skip
def test_a_comment_is_short_and_names_nobody(council: Database, words: str, why: str) -> None:
    with pytest.raises(WrongUse, match=why):
        say(council, words)
    assert said(council) == []


@pytest.mark.parametrize("subject", ["ACH", "ACH/", "NOT/2026-27 H1", "ACH/2099-00 H1", "x' or 1=1/2026-27 H1"])
def test_a_comment_belongs_to_a_directorate_and_a_period(council: Database, subject: str) -> None:
    with pytest.raises(WrongUse, match="stands beside a directorate"):
        say(council, "Two teams joined.", subject)


def test_hostile_words_stay_words(council: Database) -> None:
    words = "=cmd|' /C calc'!A0 <script>alert(1)</script> ![x](http://e.vil) '; drop table sent.change; --"
    say(council, words)
    assert said(council) == [("ACH", "2026-27 H1", words)]
