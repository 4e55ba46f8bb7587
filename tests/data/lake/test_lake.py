"""What one machine sends, changes, takes back or erases in a lake, every machine has at once."""

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.again import Overtaken
from data.audit import verify
from data.backup import make
from data.backup import verify as whole
from data.backup.restoring import restore
from data.behind import Alone
from data.changes.making import make as change
from data.database import Database
from data.intake.erase import erase
from data.intake.withdraw import withdraw
from data.mistakes import NotReady
from data.rewriting import rewrite
from tests.data.lake.cluster import Cluster
from tests.data.lake.conftest import Machines
from tests.data.sending import NOW, PROJECT, send

LATER = datetime(2026, 11, 21, 14)
PLANTED = "Zebras on the moor"
CALLED = "select title from projects_in_force($as_at) where project_id = 'ACH-1'"


def called(database: Database, moment: datetime = LATER) -> Any:
    return database.read(CALLED, {"as_at": moment}).rows[0][0]


def test_all_that_is_done_is_seen_elsewhere_at_once(
    council_lake: Path, machines: Machines, tmp_path: Path
) -> None:
    here, there = machines("here"), machines("there")
    before = there.version
    assert send(here, tmp_path, NOW, projects=[{**PROJECT, "title": "Named anew"}]).status == "loaded"
    assert there.version != before
    assert called(there) == "Named anew"
    assert called(there, datetime(2026, 11, 20, 13)) == "Day chances"  # as at the day before
    withdraw(there, 2, "sent by mistake", LATER)
    assert called(here) == "Day chances"
    change(here, "list row", "directorates/ACH", '{"short": "Adults"}', "its new name")
    assert there.read("select short from reference.directorates where code = 'ACH'").rows == [("Adults",)]
    assert verify(here).whole and verify(here) == verify(there)


def test_a_backup_put_back_is_put_back_everywhere(
    council_lake: Path, machines: Machines, tmp_path: Path
) -> None:
    here, there = machines("here"), machines("there")
    kept = make(here)
    assert whole(kept) is None
    send(there, tmp_path, NOW, projects=[{**PROJECT, "title": "Not in it"}])
    assert called(here) == "Not in it"
    done = restore(here.path, kept, here, "to try it")
    assert done.lost and done.lost.startswith("upload 2")
    assert called(here) == called(there) == "Day chances"
    assert verify(here).whole
    assert there.read("select upload_id from sent.upload order by 1").rows == [(1,), (2,)]  # a stub


def test_who_is_overtaken_does_it_again(
    council_lake: Path, machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = machines("here"), machines("there")
    overtaken = []

    def late(database: Database) -> None:  # the other one sends while this one, too, has begun
        if not overtaken:
            overtaken.append(send(there, tmp_path / "there", projects=[{**PROJECT, "title": "There"}]))

    monkeypatch.setattr(here.behind, "turn", Alone().turn)  # as if the turn had been lost
    monkeypatch.setattr(there.behind, "turn", Alone().turn)
    monkeypatch.setattr(here.behind.catalogue, "still_has_turn", lambda: late(there))  # type: ignore[attr-defined]
    monkeypatch.setattr(there.behind.catalogue, "still_has_turn", lambda: None)  # type: ignore[attr-defined]
    assert send(here, tmp_path / "here", projects=[{**PROJECT, "title": "Here"}]).status == "loaded"
    assert called(here) == called(there) == "Here"
    assert here.read("select upload_id from sent.upload order by 1").rows == [(1,), (2,), (3,)]
    assert verify(there).whole


def test_nothing_of_what_was_erased_is_left_anywhere(
    council_lake: Path, machines: Machines, tmp_path: Path, postgres: Cluster
) -> None:
    here, there = machines("here"), machines("there")
    send(here, tmp_path, NOW, projects=[{**PROJECT, "title": PLANTED}])
    assert called(there) == PLANTED
    assert traces(council_lake, here, there, postgres) == 3
    erase(here, 2, "asked for", LATER)
    rewrite(here)
    assert called(there) == "Day chances"
    assert traces(council_lake, here, there, postgres) == 0


def traces(data: Path, here: Database, there: Database, postgres: Cluster) -> int:
    """In how many of three places the planted words stand: the shared files, the copies, the catalogue."""
    found = [PLANTED in str(duckdb.read_parquet(str(each)).fetchall()) for each in data.rglob("*.parquet")]
    for each in (here, there):
        each.checkpoint()
    copies = [PLANTED.encode() in each.path.read_bytes() for each in (here, there)]
    return any(found) + any(copies) + (PLANTED in postgres.dump())


def test_without_postgres_there_is_one_sentence_and_nothing_half_done(
    council_lake: Path, machines: Machines, tmp_path: Path, postgres: Cluster
) -> None:
    here = machines("here")
    postgres.stop()
    try:
        with pytest.raises(NotReady, match="PostgreSQL cannot be reached") as said:
            send(here, tmp_path, projects=[PROJECT])
        assert "user=" not in str(said.value) and not isinstance(said.value, Overtaken)
        with pytest.raises(NotReady, match="PostgreSQL cannot be reached"):
            here.read("select 1")
        with pytest.raises(NotReady, match="PostgreSQL cannot be reached"):
            machines("there")
    finally:
        postgres.start()
    assert here.read("select count(*) from sent.upload").rows == [(1,)]
    assert send(here, tmp_path, projects=[{**PROJECT, "title": "Again"}]).status == "loaded"
