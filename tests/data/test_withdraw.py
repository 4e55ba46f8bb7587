"""Taking an upload back: with a reason, once, and so that it can be brought back."""

from datetime import timedelta
from pathlib import Path

import pytest

from data.database import Database
from data.intake import restore, withdraw
from data.mistakes import WrongUse
from tests.data.sending import NOW, RATING, contents, send

WHY = "sent for the wrong half-year"


@pytest.fixture
def upload(council: Database, tmp_path: Path) -> int:
    """An upload that counts."""
    return send(council, tmp_path, maturity=[RATING]).files[0].upload or 0


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_wanted(council: Database, upload: int, reason: str) -> None:
    before = contents(council)
    with pytest.raises(WrongUse, match="is withdrawn with a reason. Say in a line why."):
        withdraw(council, upload, reason, NOW)
    assert contents(council) == before


def test_what_cannot_be_is_refused_and_changes_nothing(council: Database, upload: int) -> None:
    with pytest.raises(WrongUse, match="There is no upload 99"):
        withdraw(council, 99, WHY, NOW)
    with pytest.raises(WrongUse, match=f"Upload {upload} was already sent; nothing was changed"):
        restore(council, upload, WHY, NOW)
    withdraw(council, upload, WHY, NOW)
    before, version = contents(council), council.version
    with pytest.raises(WrongUse, match="was already withdrawn"):
        withdraw(council, upload, WHY, NOW)
    assert contents(council) == before and council.version == version


def test_nothing_is_deleted_and_everything_is_kept(council: Database, upload: int) -> None:
    withdraw(council, upload, WHY, NOW + timedelta(minutes=1), "Head of Testing")
    restore(council, upload, "it was right", NOW + timedelta(minutes=2))
    events = council.read(
        "select act, happened_at, done_by, reason from sent.event "
        f"where upload_id = {upload} order by event_id"
    ).rows
    assert events == [
        ("sent", NOW, "Head of Testing", None),
        ("withdrawn", NOW + timedelta(minutes=1), "Head of Testing", WHY),
        ("restored", NOW + timedelta(minutes=2), None, "it was right"),
    ]
    assert council.read("select count(*) from sent.maturity").rows == [(1,)]


def test_every_act_changes_the_version_of_the_data(council: Database, tmp_path: Path) -> None:
    versions = [council.version]
    number = send(council, tmp_path, maturity=[RATING]).files[0].upload or 0
    versions.append(council.version)
    withdraw(council, number, WHY, NOW)
    versions.append(council.version)
    restore(council, number, WHY, NOW)
    versions.append(council.version)
    assert len(set(versions)) == 4
    send(council, tmp_path, maturity=[RATING])
    assert council.version == versions[-1]
