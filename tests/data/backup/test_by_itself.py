"""The dashboard makes backups by itself: one a day, one an hour after a change; old ones go."""

import os
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.backup import KEPT_DAYS, by_itself, kept, status
from data.backup.kept import keep_note
from data.backup.schedule import AFTER_CHANGE, AFTER_FAILURE, ASIDE, Schedule
from data.database import Database
from data.mistakes import NotReady
from tests.data.sending import RATING, send

TODAY = date.today().isoformat()


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def names(database: Database) -> list[str]:
    """What there is a backup of, newest first."""
    return [each.name for each in kept(database.path)]


def test_one_a_day_and_a_slot_an_hour_after_a_change(council: Database, tmp_path: Path) -> None:
    clock = Clock()
    schedule = Schedule(lambda: council, clock)
    schedule.look()
    assert names(council) == [TODAY]
    clock.now += 10 * AFTER_CHANGE
    schedule.look()
    assert names(council) == [TODAY]
    send(council, tmp_path, rated=[RATING])
    schedule.look()
    clock.now += AFTER_CHANGE - 1
    schedule.look()
    assert names(council) == [TODAY]
    clock.now += 1
    schedule.look()
    schedule.look()
    assert names(council) == ["slot-1", TODAY] and kept(council.path)[0].uploads == 2


def test_a_failure_is_shown_until_it_is_made_good_and_never_raised(
    council: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    schedule = Schedule(lambda: council, clock)
    with monkeypatch.context() as patch:
        patch.setattr("data.backup.making.ROOM", 1 << 60)
        schedule.look()
    assert "MB left" in (status(council).problem or "")
    schedule.look()
    assert names(council) == []
    clock.now += AFTER_FAILURE
    schedule.look()
    assert names(council) == [TODAY] and status(council).problem is None


def test_a_database_that_cannot_be_used_now_is_asked_for_again_later(council: Database) -> None:
    answers = iter([NotReady("not now")])

    def lend() -> Database:
        for mistake in answers:
            raise mistake
        return council

    schedule = Schedule(lend, Clock())
    schedule.look()
    assert names(council) == []
    schedule.look()
    assert names(council) == [TODAY]


def test_dated_ones_and_what_was_moved_aside_go_after_their_time(council: Database) -> None:
    schedule = Schedule(lambda: council, Clock())
    schedule.look()
    made = kept(council.path)[0]
    for days in (KEPT_DAYS + 1, KEPT_DAYS - 1):
        past = datetime.now() - timedelta(days=days)
        name = past.date().isoformat()
        older = replace(made, name=name, made_at=past.isoformat(), file=f"dashboard.{name}.x.duckdb")
        os.link(made.path, older.path)
        keep_note(council.path, older)
        aside = council.path.with_name(f"{council.path.name}.{ASIDE}{name}")
        aside.write_bytes(b"")
        os.utime(aside, (past.timestamp(), past.timestamp()))
    schedule.look()
    recent = (datetime.now() - timedelta(days=KEPT_DAYS - 1)).date().isoformat()
    assert names(council) == [TODAY, recent]
    left = [each.name for each in council.path.parent.glob(f"*{ASIDE}*")]
    assert left == [f"{council.path.name}.{ASIDE}{recent}"]
    assert len(list(made.folder.iterdir())) == 4


def test_it_goes_on_while_the_dashboard_does_and_leaves_the_example_alone(
    council: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, more = threading.Event(), threading.Event()

    def lend() -> Database:
        (more if asked.is_set() else asked).set()
        return council

    monkeypatch.setattr("data.backup.schedule.LOOK_EVERY", 0.05)
    monkeypatch.setattr(Database, "is_example", True)
    with by_itself(lend):
        assert asked.wait(20) and more.wait(20)
    assert names(council) == [] and status(council).problem is None
    assert "backups" not in {thread.name for thread in threading.enumerate()}
