"""A backup holds what the database held, is made while that is in use, and takes turns with another."""

import json
import signal
import stat
from datetime import date
from pathlib import Path

import pytest

from data.backup import kept, make, status, verify
from data.backup.checking import sound
from data.database import Database
from data.mistakes import NotReady
from data.opening import open_database
from data.transaction import put_setting
from tests.data.backup.drill import opened
from tests.data.sending import RATING, contents, send


def test_it_holds_what_the_database_holds_and_nothing_of_the_key(
    council: Database, council_key: Path, tmp_path: Path
) -> None:
    assert send(council, tmp_path, rated=[{**RATING, "people": 40}]).status == "loaded"
    backup = make(council)
    assert verify(backup) is None and backup.uploads == 2
    content = backup.path.read_bytes()
    key = council_key.read_bytes().strip()
    assert key not in content and bytes.fromhex(key.decode()) not in content
    rights = [stat.S_IMODE(path.stat().st_mode) for path in (backup.folder, backup.path)]
    assert rights == [0o700, 0o600]
    copy = opened(backup.path, tmp_path / "copy")
    assert {name: figure for name, figure in contents(copy).items() if name != "audit.line"} == {
        name: figure for name, figure in contents(council).items() if name != "audit.line"
    }
    copy.close()


def test_two_slots_take_turns_and_a_dated_one_stays(council: Database) -> None:
    made = [make(council).name for _ in range(3)]
    make(council, date.today().isoformat())
    assert made == ["slot-1", "slot-2", "slot-1"]
    assert [each.name for each in kept(council.path)] == [date.today().isoformat(), "slot-1", "slot-2"]
    files = {each.name for each in kept(council.path)[0].folder.iterdir()}
    assert files == {each.file for each in kept(council.path)} | {
        f"dashboard.{each.name}.json" for each in kept(council.path)
    }
    assert status(council).problem is None


def test_what_is_wrong_with_a_backup_is_said(council: Database) -> None:
    first, second = make(council), make(council)
    content = bytearray(second.path.read_bytes())
    content[len(content) // 2] ^= 1
    second.path.write_bytes(content)
    assert "is not as it was made" in (verify(second) or "")
    assert (newest := status(council).newest) and newest.name == first.name
    assert status(council).problem == sound(second)
    first.path.unlink()
    assert "cannot be read" in (verify(first) or "") and status(council).newest is None
    assert make(council).name == "slot-1"


def test_a_note_that_was_altered_does_not_make_a_spoilt_backup_good(council: Database) -> None:
    backup = make(council)
    note = backup.folder / "dashboard.slot-1.json"
    said = json.loads(note.read_text())
    said["figures"]["sent.upload"][1] = "7"
    note.write_text(json.dumps(said))
    assert verify(kept(council.path)[0]) is not None
    note.write_text("{}")
    assert kept(council.path) == []


def test_without_room_or_right_nothing_is_changed(
    council: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = make(council)
    with monkeypatch.context() as patch:
        patch.setattr("data.backup.making.ROOM", 1 << 60)
        with pytest.raises(NotReady, match="No backup was made in .* MB left"):
            make(council)
    blocked = tmp_path / "a file"
    blocked.write_text("")
    with monkeypatch.context() as patch:
        patch.setenv("COPRODUCTION_BACKUPS", str(blocked))
        with pytest.raises(NotReady, match="cannot be used"):
            make(council)
    assert kept(council.path) == [before] and verify(before) is None


def test_a_disk_that_fills_up_meanwhile_leaves_earlier_backups_and_the_database_as_they_were(
    council: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    before = make(council)
    size = before.size // 2
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(NotReady, match="No backup was made in"):
            make(council)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert kept(council.path) == [before] and verify(before) is None
    assert make(council).name == "slot-2" and council.read("select 1").rows == [(1,)]


def test_two_databases_of_one_name_do_not_share_backups(
    council: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COPRODUCTION_BACKUPS", str(tmp_path / "shared"))
    made = make(council)
    other = open_database(tmp_path / council.path.name)
    with other.writing() as writer:
        put_setting(writer.cursor, "identity", "another")
    with pytest.raises(NotReady, match="holds those of another database"):
        make(other)
    other.close()
    assert kept(council.path) == [made] and verify(made) is None
