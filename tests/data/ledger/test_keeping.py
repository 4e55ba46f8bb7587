"""The ledger is kept beside every commit, and says so when it could not be."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from data.access import COMMAND
from data.audit import note, verify
from data.database import Database
from data.ledger import keeping, writing
from data.settings import ledger_path
from data.start import open_ready
from tests.data.ledger.knowing import known_of, known_uploads, whole
from tests.data.ledger.lived import Stopped
from tests.data.sending import NOW, RATING, send

pytestmark = pytest.mark.usefixtures("council_key")


def said(database: Database) -> list[dict[str, Any]]:
    """The lines of the ledger that can be read."""
    found = []
    for line in ledger_path(database.path).read_bytes().split(b"\n"):
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def test_an_upload_is_on_the_disk_of_the_ledger_before_it_is_acknowledged(
    council: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []
    monkeypatch.setattr(writing.os, "fsync", lambda handle: kept.append(os.fstat(handle).st_size))
    assert send(council, tmp_path, rated=[{**RATING, "evidence": "A secret"}]).status == "loaded"
    path = ledger_path(council.path)
    assert kept[-1] == path.stat().st_size and path.stat().st_mode & 0o777 == 0o600
    newest = said(council)[-1]
    told = {"upload_id": 2, "act": "sent", "return": "maturity", "directorates": ["ACH"]}
    assert told.items() <= newest.items()
    text = path.read_text()
    assert whole(council) and "secret" not in text.lower() and ".csv" not in text and "count" not in text


def test_a_refused_file_and_a_look_leave_no_line(council: Database, tmp_path: Path) -> None:
    before, version = said(council), council.version
    assert send(council, tmp_path, rated=[{**RATING, "design": 99}]).status == "rejected"
    assert said(council) == before
    note(council, COMMAND, "refused", "sending")
    assert len(said(council)) == len(before) + 1 and council.version == version


@pytest.mark.parametrize("cut", [1, 2, 60, 150, 700])
def test_a_line_that_is_missing_or_half_is_said_again(stopped: Stopped, tmp_path: Path, cut: int) -> None:
    path = stopped.put(tmp_path / "cut")
    ledger = ledger_path(path)
    ledger.write_bytes(ledger.read_bytes()[:-cut])
    database = open_ready(path)
    assert database.loss is None and whole(database) and verify(database).whole
    note(database, COMMAND, "signed in")
    assert whole(database)
    database.close()


def test_what_could_not_be_written_is_said_and_made_good(
    council: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, content: bytes, keep_now: bool) -> None:
        with path.open("ab") as file:
            file.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(keeping, "append", half)
        assert send(council, tmp_path, rated=[RATING]).status == "loaded"
        note(council, COMMAND, "signed in")
        assert council.ledger and "No space left on device. Nothing is lost" in str(council.ledger.behind)
        assert not whole(council) and council.loss is None
    note(council, COMMAND, "signed out")
    assert council.ledger.behind is None and whole(council)
    council.close()
    again = open_ready(council.path)
    assert again.loss is None and whole(again)
    again.close()


def test_a_ledger_that_is_missing_is_begun_with_what_is_held(stopped: Stopped, tmp_path: Path) -> None:
    path = stopped.put(tmp_path / "gone")
    ledger_path(path).unlink()
    database = open_ready(path)
    assert database.loss is None and whole(database)
    ledger_path(path).unlink()
    note(database, COMMAND, "signed in")
    assert whole(database) and known_uploads(database) == stopped.uploads
    database.close()


def test_a_ledger_says_whether_its_database_is_the_example(tmp_path: Path, real_lists: Path) -> None:
    path = tmp_path / "begun.duckdb"
    open_ready(path).close()
    database = open_ready(path, real_lists)
    assert not known_of(database).example and whole(database)
    database.close()
    lines = ledger_path(path).read_text().splitlines()
    assert ['"example":true' in line for line in lines if '"kind"' in line] == [True, False]


def test_uploads_from_before_there_was_an_audit_are_taken_over(council: Database, tmp_path: Path) -> None:
    with council.writing() as writer:
        writer.cursor.execute("delete from audit.line")
    council.close()
    ledger_path(council.path).unlink()
    older = open_ready(council.path)
    assert known_uploads(older) == {1} and verify(older).whole
    assert send(older, tmp_path, NOW, rated=[RATING]).files[0].upload == 2 and whole(older)
    older.close()
