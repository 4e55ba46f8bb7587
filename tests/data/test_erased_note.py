"""A note is erased from every upload that ever held it, and nothing else of them is."""

from pathlib import Path

import pytest

from data.access import COMMAND
from data.audit import verify
from data.backup import kept, make
from data.backup.command import main as restoring
from data.database import Database
from data.intake import withdraw
from data.intake.command import main
from data.intake.erase_note import ERASED, erase_note, note_fields
from data.intake.originals import original
from data.ledger import accept
from data.mistakes import WrongUse
from data.rewriting import rewrite
from data.schema import return_schemas
from data.start import open_ready
from tests.data.sending import NOW, PERIOD, RATING, send

MATURITY = return_schemas()["maturity"]
SAID = "Ana Example of 12 High Street told us so"
KEY = {"project_id": "ACH-1", "period": PERIOD}
OTHER = {**RATING, "project_id": "CFE-1", "evidence": "Minutes of the board"}
HELD = "select project_id, evidence, design from sent.maturity order by upload_id, line"


@pytest.fixture
def told(council: Database, tmp_path: Path) -> Database:
    """A council that was sent the same note twice, and withdrew the first."""
    first = send(council, tmp_path, maturity=[{**RATING, "evidence": SAID}, OTHER]).files[0].upload or 0
    send(council, tmp_path, reason="a trial", maturity=[{**RATING, "evidence": SAID, "decisions": 4}])
    withdraw(council, first, "wrong", NOW)
    return council


def test_a_note_is_gone_from_every_upload_and_its_rows_stay(told: Database) -> None:
    before = told.read(HELD).rows
    uploads = erase_note(told, MATURITY, "evidence", KEY, "names a person")
    assert uploads == (2, 3)
    after = told.read(HELD).rows
    assert after == [(project, ERASED if project == "ACH-1" else said, design) for project, said, design in before]
    for upload in uploads:
        with pytest.raises(WrongUse, match="was erased"):
            original(told, upload)


def test_once_the_file_is_written_anew_no_trace_is_left(told: Database) -> None:
    erase_note(told, MATURITY, "evidence", KEY, "names a person")
    rewrite(told)
    told.close()
    assert b"High Street" not in told.path.read_bytes()


def test_the_audit_says_which_line_of_which_upload_and_not_what_stood_there(told: Database) -> None:
    erase_note(told, MATURITY, "evidence", KEY, "names a person")
    lines = told.read("select upload_id, about from audit.line where act = 'note erased' order by number").rows
    assert lines == [(2, "evidence, line 2"), (3, "evidence, line 2")]
    assert verify(told).whole


WRONG = [
    ("design", KEY, "why", "is no note of maturity. Its notes: evidence, what_changed, learning"),
    ("project_id", KEY, "why", "is no note"),
    ("evidence", {"project_id": "ACH-1"}, "why", "is named by project_id, period"),
    ("evidence", {**KEY, "period": "2024-25 H1"}, "why", "No upload has anything in evidence there"),
    ("evidence", KEY, " ", "with a reason"),
]


@pytest.mark.parametrize(("field", "key", "reason", "says"), WRONG)
def test_what_cannot_be_meant_changes_nothing(
    told: Database, field: str, key: dict[str, str], reason: str, says: str
) -> None:
    before = told.read(HELD).rows
    with pytest.raises(WrongUse, match=says):
        erase_note(told, MATURITY, field, key, reason)
    assert told.read(HELD).rows == before


def test_an_erased_note_is_not_erased_again(told: Database) -> None:
    erase_note(told, MATURITY, "evidence", KEY, "names a person")
    with pytest.raises(WrongUse, match="No upload has"):
        erase_note(told, MATURITY, "evidence", KEY, "once more")


def test_a_note_erased_since_an_older_copy_is_erased_again_when_the_loss_is_accepted(told: Database) -> None:
    told.checkpoint()
    older = told.path.read_bytes()
    erase_note(told, MATURITY, "evidence", KEY, "names a person")
    told.close()
    told.path.write_bytes(older)
    again = open_ready(told.path)
    assert again.loss and [said for _, said, _ in again.read(HELD).rows].count(SAID) == 2
    accept(again, COMMAND, "an older copy")
    assert [said for _, said, _ in again.read(HELD).rows].count(ERASED) == 2
    assert verify(again).whole and again.loss is None
    again.close()


def test_every_return_with_sentences_has_its_notes() -> None:
    found = {name: note_fields(schema) for name, schema in return_schemas().items()}
    assert found == {
        "projects": ("title",), "maturity": ("evidence", "what_changed", "learning"), "themes": ("note",),
        "participation": (), "conditions": ("note",),
    }  # fmt: skip


def test_the_command_leaves_no_trace_in_file_or_slots_and_a_backup_put_back_loses_the_note_again(
    told: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(told, "2026-11-01")
    make(told)
    path = told.path
    told.close()
    words = ["erase-note", "--return", "maturity", "--field", "evidence", "--reason", "names a person"]
    for name, value in KEY.items():
        words += ["--only", f"{name}={value}"]
    for _ in range(2):
        assert main(words) == 0
        assert "erased for good from upload 2, 3" in capsys.readouterr().out
    slots = [each for each in kept(path) if not each.is_dated]
    assert slots and all(b"High Street" not in each.path.read_bytes() for each in slots)
    assert b"High Street" not in path.read_bytes()
    assert restoring(["restore", "2026-11-01", "--reason", "a trial"]) == 0
    assert b"High Street" not in path.read_bytes()
    again = open_ready(path)
    assert [said for _, said, _ in again.read(HELD).rows].count(ERASED) == 2
    assert verify(again).whole and again.loss is None
    again.close()
