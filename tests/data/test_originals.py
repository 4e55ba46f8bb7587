"""The file of an upload: handed out as it was sent, and never where it counts people."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from data.access import THIS_MACHINE
from data.database import Database
from data.intake import withdraw
from data.intake.commit import record_event
from data.intake.originals import original
from data.mistakes import WrongUse
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, RATING, send


def number(council: Database, folder: Path, **returns: list) -> int:
    """The number of the upload of one return."""
    return send(council, folder, **returns).files[0].upload or 0


@pytest.mark.parametrize(("name", "rows"), [("themes", [MAIN]), ("conditions", [ANSWER])])
def test_a_file_comes_back_byte_for_byte(council: Database, tmp_path: Path, name: str, rows: list) -> None:
    upload = number(council, tmp_path, **{name: rows})
    said, content = original(council, upload)
    kept = council.read("select file_bytes from sent.upload where upload_id = $n", {"n": upload}).rows[0][0]
    assert content == bytes(kept) and next(iter(rows[0])).encode() in content
    assert said == f"upload-{upload}-{name}-{sha256(content).hexdigest()[:8]}.csv"


@pytest.mark.parametrize(("name", "rows"), [("maturity", [RATING]), ("participation", PEOPLE)])
def test_a_file_that_counts_people_is_kept_back_while_nobody_signs_in(council: Database, tmp_path: Path, name: str, rows: list) -> None:
    upload = number(council, tmp_path, **{name: rows})
    with pytest.raises(WrongUse, match=f"file of upload {upload} holds counts of people"):
        original(council, upload, THIS_MACHINE)


def test_no_upload_is_no_file(council: Database) -> None:
    with pytest.raises(WrongUse, match="There is no upload 99"):
        original(council, 99)


def test_a_withdrawn_file_is_still_there_and_an_erased_one_is_not(council: Database, tmp_path: Path) -> None:
    upload = number(council, tmp_path, themes=[MAIN])
    withdraw(council, upload, "wrong", NOW)
    assert original(council, upload)[1]
    with council.writing() as writer:
        record_event(writer.cursor, upload, "erased", NOW + timedelta(minutes=1), None, "asked for")
    with pytest.raises(WrongUse, match="was erased for good"):
        original(council, upload)


def test_a_fingerprint_is_shown_only_of_files_that_count_nobody(council: Database, tmp_path: Path) -> None:
    """Whoever knows all counts but one could try each until the fingerprint is met."""
    send(council, tmp_path, maturity=[RATING], participation=PEOPLE, themes=[MAIN])
    rows = council.read("select return_name, fingerprint from uploads(timestamp '2026-12-01')").rows
    shown = {name for name, fingerprint in rows if fingerprint}
    assert {"maturity", "participation"} <= {name for name, _ in rows}
    assert shown == {name for name, _ in rows} - {"maturity", "participation"}
