"""The restore drill: a backup put back by the command, alone and through the dashboard."""

import json
from pathlib import Path

import pytest

from data.backup import kept, make
from data.database import Database
from data.intake.command import main as intake
from data.relay import serving
from data.relay.address import POSSIBLE
from data.settings import key_path
from data.start import open_ready
from tests.data.backup.drill import backup
from tests.data.command.run import Captured, told
from tests.data.sending import MAIN, RATING, contents, put

WHY = ("--reason", "a drill")


def designs(database: Database) -> list[str]:
    """The design ratings that count."""
    asked = "select design from maturity_in_force(timestamp '9999-12-31')"
    return [row[0] for row in database.read(asked).rows]


@pytest.fixture
def backed_up(council_path: Path, tmp_path: Path, capsys: Captured) -> Path:
    """A council with a rating, upload 2, in its backup, and its themes, upload 3, sent after."""
    assert told(capsys, "send", put(tmp_path, "rated.csv", [RATING]))[1]["upload"] == 2
    assert backup(capsys, "make")[0] == 0
    assert told(capsys, "send", put(tmp_path, "themes.csv", [MAIN]))[1]["upload"] == 3
    return council_path


def test_a_lost_database_is_put_back_and_what_is_missing_is_named(
    backed_up: Path, tmp_path: Path, capsys: Captured
) -> None:
    backed_up.unlink()
    assert intake(["history"]) == 1 and "data.backup restore" in capsys.readouterr().err
    code, out, err = backup(capsys, "restore", "slot-1", *WHY)
    assert (code, err) == (0, "") and "Not in it: upload 3: 3 (themes of ACH, " in out
    database = open_ready(backed_up)
    assert designs(database) == ["5"] and database.loss is None
    acts = [act for (act,) in database.read("select act from audit.line order by number").rows]
    assert acts[-1] == "backup restored" and "loss accepted" in acts
    database.close()
    assert told(capsys, "send", put(tmp_path, "themes.csv", [MAIN]))[1]["upload"] == 4


def test_a_damaged_file_and_its_log_are_moved_aside_not_lost(backed_up: Path, capsys: Captured) -> None:
    backed_up.write_bytes(b"spoilt")
    log = backed_up.with_name(f"{backed_up.name}.wal")
    log.write_bytes(b"a log of another file")
    code, out, _ = backup(capsys, "restore", "slot-1", *WHY, "--json")
    said = json.loads(out)
    aside = Path(said["aside"])
    assert code == 0 and aside.read_bytes() == b"spoilt" and "upload 3" in said["lost"]
    assert aside.with_name(f"{aside.name}.wal").read_bytes() == b"a log of another file"
    open_ready(backed_up).close()


@pytest.mark.skipif(not POSSIBLE, reason="this system has no Unix sockets")
def test_through_the_dashboard_it_goes_on_with_what_was_put_back(
    backed_up: Path, tmp_path: Path, capsys: Captured
) -> None:
    database = open_ready(backed_up)
    with serving(lambda: database):
        before = contents(database)
        assert backup(capsys, "make")[0] == 0
        assert told(capsys, "send", put(tmp_path, "1.csv", [{**RATING, "design": 1}]), *WHY)[0] == 0
        assert designs(database) == ["1"]
        code, out, err = backup(capsys, "restore", "slot-2", *WHY)
        assert (code, err) == (0, "") and "Not in it: upload 4" in out and designs(database) == ["5"]
        assert told(capsys, "send", put(tmp_path, "2.csv", [{**RATING, "design": 2}]), *WHY)[1]["upload"] == 5
        assert designs(database) == ["2"]
    for name in ("sent.projects", "sent.themes", "reference.council"):
        assert contents(database)[name] == before[name]
    database.close()


def test_what_was_erased_since_stays_erased(backed_up: Path, tmp_path: Path, capsys: Captured) -> None:
    mark = "a note that names somebody"
    told(capsys, "send", put(tmp_path, "noted.csv", [{**RATING, "evidence": mark}]), *WHY)
    database = open_ready(backed_up)
    make(database, "2026-01-01")
    make(database)
    database.close()
    code, answer = told(capsys, "erase", "4", *WHY)
    assert (code, answer["status"]) == (0, "erased")
    holds = {each.name: mark.encode() in each.path.read_bytes() for each in kept(backed_up)}
    assert holds == {"2026-01-01": True, "slot-1": False, "slot-2": False}
    said = {each.name: each.erased_since for each in kept(backed_up)}
    assert said == {"2026-01-01": (4,), "slot-1": (), "slot-2": ()}
    assert "Still holds: 4." in backup(capsys, "list")[1]
    assert "Erased again: upload 4." in backup(capsys, "restore", "2026-01-01", *WHY)[1]
    assert mark.encode() not in backed_up.read_bytes()
    database = open_ready(backed_up)
    assert designs(database) == ["5"] and database.loss is None
    database.close()


def test_one_that_is_not_whole_or_of_another_key_changes_nothing(backed_up: Path, capsys: Captured) -> None:
    there = kept(backed_up)[0].path
    sound, before = there.read_bytes(), backed_up.read_bytes()
    there.write_bytes(sound[: len(sound) // 2])
    assert "is not as it was made" in backup(capsys, "restore", "slot-1", *WHY)[2]
    assert backup(capsys, "verify")[0] == 1 and backed_up.read_bytes() == before
    there.write_bytes(sound)
    assert backup(capsys, "verify", "slot-1")[:2] == (0, "slot-1 is whole.\n")
    assert backup(capsys, "restore", "slot-7", *WHY)[0] == 2
    assert backup(capsys, "restore", "slot-1", "--reason", " ")[0] == 2
    assert backed_up.read_bytes() == before and not key_path().is_relative_to(backed_up.parent)


def test_on_another_machine_the_backups_and_the_key_are_enough(
    backed_up: Path, council_key: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there" / backed_up.name
    monkeypatch.setenv("COPRODUCTION_BACKUPS", str(kept(backed_up)[0].folder))
    monkeypatch.setenv("COPRODUCTION_DATABASE", str(there))
    with monkeypatch.context() as patch:
        patch.setenv("COPRODUCTION_KEY", str(tmp_path / "no.key"))
        code, _, err = backup(capsys, "restore", "slot-1", *WHY)
    assert code == 1 and "no.key" in err and list(there.parent.iterdir()) == []
    assert backup(capsys, "restore", "slot-1", *WHY)[0] == 0
    assert [each["upload"] for each in told(capsys, "history")[1]] == [2, 1]
    assert {each.name for each in there.parent.iterdir()} == {there.name, f"{there.stem}.ledger"}
