"""The protection key: made at its first use, kept apart, and never another one unnoticed."""

import re
import stat
from pathlib import Path

import pytest

from data import load, new_series
from data.database import Database
from data.keys import SERIES
from data.mistakes import NotReady
from data.protection import PUBLISHED_KEY, fingerprint
from data.settings import database_path, key_path
from data.start import open_ready
from tests.data.sending import PEOPLE, contents, counted, put, send

WAY_OUT = "Put back the key from your safe copy, or start a new protected series"
PEOPLE_NOW = "select * from participation_protected(timestamp '9999-12-31') order by all"


def test_a_new_council_makes_its_key_at_its_first_return(
    real_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ready(database_path(), real_lists).close()
    assert not key_path().exists()
    monkeypatch.setenv("COPRODUCTION_REFERENCE", str(real_lists))
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE))]) == 0
    key = key_path().read_bytes()
    assert re.fullmatch(rb"[0-9a-f]{64}", key)
    assert stat.S_IMODE(key_path().stat().st_mode) == 0o600
    database = open_ready(database_path())
    assert database.setting(SERIES) == fingerprint(key)
    database.close()


def test_the_database_does_not_hold_the_key(council_path: Path, council_key: Path) -> None:
    assert council_key.read_bytes() not in council_path.read_bytes()
    assert bytes.fromhex(council_key.read_text()) not in council_path.read_bytes()


@pytest.mark.parametrize("key", [None, b"", b"another key", PUBLISHED_KEY])
def test_another_or_a_missing_key_stops_the_start(
    council_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: bytes | None
) -> None:
    monkeypatch.setenv("COPRODUCTION_KEY", str(tmp_path / "wrong.key"))
    if key is not None:
        (tmp_path / "wrong.key").write_bytes(key)
    before = council_path.read_bytes()
    with pytest.raises(NotReady, match="should hold the key that" if key is None else "another key"):
        open_ready(council_path)
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE))]) == 1
    assert council_path.read_bytes() == before
    assert (tmp_path / "wrong.key").exists() == (key is not None)


def test_the_sentence_says_the_way_out(
    council_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COPRODUCTION_KEY", str(tmp_path / "gone.key"))
    with pytest.raises(NotReady) as refused:
        open_ready(council_path)
    assert WAY_OUT in str(refused.value) and "python -m data.new_series" in str(refused.value)


def test_a_key_put_back_starts_again(
    council_path: Path, council_key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "safe" / "copy.key"
    copy.parent.mkdir()
    copy.write_bytes(council_key.read_bytes())
    monkeypatch.setenv("COPRODUCTION_KEY", str(copy))
    open_ready(council_path).close()


def test_a_key_beside_the_database_is_refused(
    real_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPRODUCTION_KEY", str(database_path().parent / "protection.key"))
    with pytest.raises(NotReady, match="must not lie beside the database"):
        open_ready(database_path(), real_lists)
    assert not key_path().exists()


def test_a_key_that_cannot_be_written_is_a_sentence(
    real_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("COPRODUCTION_KEY", str(tmp_path / "file" / "protection.key"))
    database = open_ready(database_path(), real_lists)
    before = contents(database)
    with pytest.raises(NotReady, match="cannot be kept: .* Set COPRODUCTION_KEY to a file in"):
        send(database, tmp_path, participation=PEOPLE)
    assert contents(database) == before
    database.close()


def test_an_empty_key_file_is_never_a_key(real_lists: Path, tmp_path: Path) -> None:
    key_path().parent.mkdir(parents=True)
    key_path().write_bytes(b"")
    database = open_ready(database_path(), real_lists)
    with pytest.raises(NotReady, match="cannot be kept"):
        send(database, tmp_path, participation=PEOPLE)
    database.close()


def test_the_example_needs_no_key_and_makes_none(own_example: Path, tmp_path: Path) -> None:
    database = open_ready(own_example)
    assert database.setting(SERIES) == fingerprint(PUBLISHED_KEY)
    assert send(database, tmp_path, reason="a test", participation=PEOPLE).status == "loaded"
    database.close()
    assert not key_path().exists()


def test_after_a_lost_key_old_figures_stay_closed_and_new_ones_are_shown(
    council: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(council, tmp_path, participation=PEOPLE)
    assert len(council.read(PEOPLE_NOW).rows) == len(PEOPLE)
    council.close()
    monkeypatch.setenv("COPRODUCTION_KEY", str(tmp_path / "new" / "protection.key"))
    assert new_series.main([]) == 0 and stat.S_IMODE(key_path().stat().st_mode) == 0o600
    database = open_ready(council.path)
    assert database.read(PEOPLE_NOW).rows == []
    corrected = [{**row, "count": 30} for row in PEOPLE[:1]]
    assert send(database, tmp_path, reason="a new key", participation=corrected).status == "loaded"
    assert database.read(PEOPLE_NOW).rows == []
    other = counted("sex", directorate="CFE", female=30)
    assert send(database, tmp_path, participation=other).status == "loaded"
    assert [row[0] for row in database.read(PEOPLE_NOW).rows] == ["CFE"]
    database.close()


def test_a_new_series_never_takes_the_place_of_a_key_that_is_there(
    council_path: Path, council_key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = council_key.read_bytes()
    assert new_series.main([]) == 1 and council_key.read_bytes() == key
    assert capsys.readouterr().err.startswith(f"There is a key in {council_key}.")
    open_ready(council_path).close()


def test_a_new_series_keeps_its_key_apart_too(
    council_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPRODUCTION_KEY", str(council_path.parent / "protection.key"))
    before = council_path.read_bytes()
    assert new_series.main([]) == 1 and council_path.read_bytes() == before
    assert "must not lie beside the database" in capsys.readouterr().err
    assert not key_path().exists()
