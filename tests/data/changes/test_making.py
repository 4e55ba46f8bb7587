"""A change is kept with who and why, counts from its moment on, and is taken back by another row."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import changes
from data.access import Person
from data.audit import lines, verify
from data.backup import make
from data.database import Database
from data.mistakes import NotReady, WrongUse
from data.start import open_ready
from tests.data.sending import NOW, RATING, contents, send

ADA = Person("ada", "administrator")
NOTE = "maturity/ACH-1/2026-27 H1/learning"
EVER = datetime(9999, 12, 31)
IN_FORCE = "select change_id, subject from changes_in_force($as_at)"


def hide(database: Database, reason: str = "a name") -> int:
    """Hide the one note."""
    return changes.make(database, "hide note", NOTE, "", reason, ADA)


def in_force(database: Database, as_at: datetime = EVER) -> list[tuple[int, str]]:
    """The changes in force at a moment."""
    return database.read(IN_FORCE, {"as_at": as_at}).rows


@pytest.fixture
def noted(council: Database, tmp_path: Path) -> Database:
    """A database with one note."""
    assert send(council, tmp_path, rated=[{**RATING, "learning": "Ask early"}]).status == "loaded"
    return council


def test_a_change_counts_until_it_is_undone_and_earlier_moments_stand(noted: Database) -> None:
    before = noted.version
    assert hide(noted) == 1
    (made,) = noted.read("select happened_at, done_by, reason from sent.change").rows
    assert made[0] >= NOW and made[1:] == ("ada", "a name")
    assert in_force(noted) == [(1, NOTE)] and noted.version != before
    assert in_force(noted, made[0] - timedelta(seconds=1)) == []
    between = noted.version
    changes.undo(noted, 1, "no name\nafter all", ADA)
    assert in_force(noted) == [] and in_force(noted, made[0]) == [(1, NOTE)] and noted.version != between
    (told,) = noted.read("select undone_by, undone_reason from changes($now)", {"now": EVER}).rows
    assert told == ("ada", "no name after all")
    assert hide(noted) == 3


def test_a_note_hidden_later_is_hidden_at_every_moment(noted: Database) -> None:
    hide(noted)
    assert NOTE in [mark for (mark,) in noted.read("select mark from notes_hidden()").rows]
    kept = noted.read("select learning from maturity_in_force($when)", {"when": NOW}).rows
    assert kept == [(None,)]


def test_each_is_audited_and_the_ledger_knows_it(noted: Database) -> None:
    hide(noted)
    changes.undo(noted, 1, "no name", ADA)
    newest = [(each.who, each.act, each.about) for each in lines(noted)[:2]]
    assert newest == [
        ("ada", "change undone", f"change 1, hide note: {NOTE}"),
        ("ada", "changed", f"change 1, hide note: {NOTE}"),
    ]
    assert verify(noted).whole and noted.loss is None


@pytest.mark.parametrize("kind", ["", "hide notes", "drop table sent.change", "x" * 5000])
def test_an_unknown_kind_is_refused(noted: Database, kind: str) -> None:
    refused(noted, kind, NOTE, "", "why", "There is no change")


@pytest.mark.parametrize("reason", ["", " \n\t", "x" * 201])
def test_a_reason_is_wanted_and_is_short(noted: Database, reason: str) -> None:
    refused(noted, "hide note", NOTE, "", reason, "Say why, in up to 200 characters")
    hide(noted)
    with pytest.raises(WrongUse, match="Say why"):
        changes.undo(noted, 1, reason, ADA)


@pytest.mark.parametrize(
    "subject",
    ["", "x" * 201, "a\nb", "maturity", "maturity/ACH-1/2026-27 H1/design", "projects/ACH-1/2026-27 H1/title",
     "maturity/ACH-1/2026-27 H1/learning/more", "maturity/ACH-2/2026-27 H1/learning",
     "themes/ACH-1/2026-27 H1/T3", "maturity/' or 1=1 --/2026-27 H1/learning",
     'maturity/ACH-1/2026-27 H1/learning" <> \'\' or "learning'],
)  # fmt: skip
def test_a_note_that_nobody_sent_is_not_hidden(noted: Database, subject: str) -> None:
    refused(noted, "hide note", subject, "", "why", ".")


def test_a_change_is_made_once_and_undone_once(noted: Database) -> None:
    hide(noted)
    refused(noted, "hide note", NOTE, "", "why", "hidden already")
    changes.undo(noted, 1, "why", ADA)
    for number, said in ((1, "was undone already"), (2, "cannot be taken back itself"), (9, "There is no change 9")):
        with pytest.raises(WrongUse, match=said):
            changes.undo(noted, number, "why", ADA)


def refused(database: Database, kind: str, subject: str, value: str, reason: str, said: str) -> None:
    """Assert that a change is refused with a sentence, and that nothing at all is written."""
    before = contents(database)
    with pytest.raises(WrongUse, match=said):
        changes.make(database, kind, subject, value, reason, ADA)
    assert contents(database) == before


def test_changes_outlive_a_start_and_stand_in_backups(noted: Database) -> None:
    hide(noted)
    copied = make(noted)
    noted.close()
    for path in (noted.path, copied.path):
        with_changes = open_ready(path)
        assert in_force(with_changes) == [(1, NOTE)]
        with_changes.close()


def test_a_change_that_is_lost_from_the_file_is_known_to_be_missing(noted: Database) -> None:
    hide(noted)
    with noted.writing() as writer:
        writer.cursor.execute("delete from sent.change")
        writer.cursor.execute("delete from audit.line where act = 'changed'")
    noted.close()
    again = open_ready(noted.path)
    assert again.loss and "audit" in again.loss.what
    with pytest.raises(NotReady):
        hide(again)
    again.close()
