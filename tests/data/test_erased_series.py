"""What a lost key rounded stays closed even when the upload that brought it is erased."""

from pathlib import Path

import pytest

from data import new_series
from data.database import Database
from data.intake.erase import erase
from data.start import open_ready
from tests.data.sending import NOW, PEOPLE, counted, send

PEOPLE_NOW = "select distinct directorate from participation_protected(timestamp '9999-12-31')"


def test_erasing_opens_nothing_that_a_lost_key_closed(
    council: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(council, tmp_path, participation=PEOPLE)
    council.close()
    monkeypatch.setenv("COPRODUCTION_KEY", str(tmp_path / "new" / "protection.key"))
    assert new_series.main([]) == 0
    database = open_ready(council.path)
    assert erase(database, 2, "a trial", NOW)
    again = [{**row, "count": 30} for row in PEOPLE[:1]]
    other = counted("sex", directorate="CFE", female=30)
    assert send(database, tmp_path, participation=again).status == "loaded"
    assert send(database, tmp_path, participation=other).status == "loaded"
    assert database.read(PEOPLE_NOW).rows == [("CFE",)]
    held = database.read("select characteristic, category, people from protected.participation "
                         "where upload_id = 2").rows  # fmt: skip
    assert set(held) == {("", "", 0)}
    database.close()
