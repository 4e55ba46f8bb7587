"""A ledger that was changed is named; a database that is missing is refused where the ledger knows it."""

from datetime import datetime
from pathlib import Path

import pytest

from data.access import COMMAND
from data.audit import verify
from data.ledger import accept, keeping, read
from data.mistakes import NotReady
from data.settings import ledger_path
from data.start import open_dashboard, open_ready
from tests.data.ledger.knowing import known_uploads, whole
from tests.data.ledger.lived import Stopped, uploads_in
from tests.data.sending import PROJECT, send

pytestmark = pytest.mark.usefixtures("council_key")


@pytest.mark.parametrize("damage", ["a line taken out", "a hash changed", "noise", "another's"])
def test_a_ledger_that_was_changed_is_named_until_that_is_accepted(
    stopped: Stopped, tmp_path: Path, damage: str
) -> None:
    path = stopped.put(tmp_path / "changed")
    ledger = ledger_path(path)
    lines = ledger.read_bytes().splitlines(keepends=True)
    changed = {
        "a line taken out": [*lines[:4], *lines[5:]],
        "a hash changed": [*lines[:4], lines[4].replace(b'"hash":"', b'"hash":"0'), *lines[5:]],
        "noise": [b"\x00\xff{}\n[1]\n"],
        "another's": [lines[0].replace(b'"identity":"', b'"identity":"0'), *lines[1:]],
    }[damage]
    ledger.write_bytes(b"".join(changed))
    database = open_ready(path)
    assert database.loss and str(ledger) in str(database.loss) and not database.loss.uploads
    with pytest.raises(NotReady):
        send(database, tmp_path, datetime(2026, 11, 22), "a trial", projects=[{**PROJECT, "title": "New"}])
    accept(database, COMMAND, "The ledger was changed")
    assert database.loss is None and verify(database).whole
    database.close()
    again = open_ready(path)
    assert again.loss is None and known_uploads(again) == stopped.uploads
    again.close()


def test_a_missing_database_is_refused_and_what_it_held_is_named(
    stopped: Stopped, tmp_path: Path
) -> None:
    path = stopped.put(tmp_path / "gone")
    path.unlink()
    for start in (open_ready, lambda missing: open_dashboard(missing, None)):
        with pytest.raises(NotReady, match="is missing, and its ledger .* held uploads 1 to 11: 11 .mat"):
            start(path)
        assert not path.exists()


def test_a_missing_example_is_made_anew_and_its_ledger_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "example.duckdb"
    database = open_ready(path)
    assert send(database, tmp_path, projects=[{**PROJECT, "service": ""}]).status == "loaded"
    database.close()
    before = read(ledger_path(path))
    path.unlink()
    database = open_ready(path)
    after = read(ledger_path(path))
    assert before and before.example and before.uploads and after and after.identity != before.identity
    assert database.loss is None and whole(database) and not after.uploads
    database.close()


def test_an_acceptance_that_the_ledger_has_no_room_for_is_refused_and_done_again(
    stopped: Stopped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes, keep_now: bool) -> None:
        raise OSError(28, "No space left on device")

    database = open_ready(stopped.cut(tmp_path / "lost", None))
    refused = pytest.raises(NotReady, match="No space left.*accept the loss again")
    with monkeypatch.context() as context, refused:
        context.setattr(keeping, "append", full)
        accept(database, COMMAND, "The disk failed")
    assert database.loss
    accept(database, COMMAND, "The disk failed")
    assert database.loss is None and whole(database) and known_uploads(database) == stopped.uploads
    database.close()


def test_a_ledger_changed_under_an_open_database_can_be_accepted(stopped: Stopped, tmp_path: Path) -> None:
    database = open_ready(stopped.put(tmp_path / "open"))
    ledger = ledger_path(database.path)
    ledger.write_bytes(ledger.read_bytes().replace(b'"hash":"', b'"hash":"0'))
    assert not verify(database).whole
    assert accept(database, COMMAND, "The ledger was changed") and verify(database).whole and whole(database)
    database.close()


def stop_here(*told: object) -> None:
    """The end of a process."""
    raise KeyboardInterrupt


def test_an_acceptance_killed_before_the_ledger_knew_is_finished_by_doing_it_again(
    stopped: Stopped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_ready(stopped.cut(tmp_path / "lost", None))
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(keeping.Ledger, "go_on", stop_here)
        accept(database, COMMAND, "The disk failed")
    database.close()
    again = open_ready(database.path)
    assert again.loss and not again.loss.uploads and uploads_in(again) == stopped.uploads
    accept(again, COMMAND, "The disk failed")
    assert again.loss is None and whole(again) and verify(again).whole
    again.close()
