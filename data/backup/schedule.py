"""Backups that make themselves while the dashboard runs, and old ones that go."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from glob import escape
from pathlib import Path

import duckdb

from data.backup.kept import forget, kept
from data.backup.making import KEPT_DAYS, make
from data.backup.status import note_failure
from data.database import Database
from data.mistakes import NotReady
from data.transaction import mark_of

LOG = logging.getLogger(__name__)
LOOK_EVERY = 60.0
AFTER_CHANGE = 3600.0
AFTER_FAILURE = 600.0
ASIDE = "replaced-"


class Schedule:
    """What is due: a slot an hour after a change, a dated one a day. `clock` counts seconds."""

    def __init__(self, lend: Callable[[], Database], clock: Callable[[], float] = time.monotonic) -> None:
        self._lend, self._clock = lend, clock
        self._changed: float | None = None
        self._not_before = 0.0

    def look(self) -> None:
        """Make what is due and let go what is old. A failure is logged and shown, never raised."""
        if self._clock() < self._not_before:
            return
        try:
            database = self._lend()
        except NotReady:  # every page says why
            return
        try:
            if not database.is_example and database.loss is None:  # good ones shall outlive a loss
                self._make_due(database)
                let_go(database.path)
            note_failure(database.path, None)
        except (NotReady, duckdb.Error, OSError) as fault:
            sentence = said(fault)
            LOG.error("%s", sentence)
            note_failure(database.path, sentence)
            self._not_before = self._clock() + AFTER_FAILURE

    def _make_due(self, database: Database) -> None:
        today, found = date.today().isoformat(), kept(database.path)
        if today not in {each.name for each in found}:
            make(database, today)
            return
        newest = found[0]
        with database.reading() as reader:
            changed = str(mark_of(reader.cursor)) != newest.mark
        if not changed:
            self._changed = None
        elif self._changed is None:
            self._changed = self._clock()
        elif self._clock() - self._changed >= AFTER_CHANGE:
            make(database)
            self._changed = None


def said(fault: Exception) -> str:
    """Why no backup was made, in a sentence."""
    if isinstance(fault, NotReady):
        return str(fault)
    return f"No backup was made: {' '.join(str(fault).split())}. Earlier backups are as they were."


def let_go(path: Path) -> None:
    """Remove dated backups, and files that a restored one took the place of, older than is stated.

    The newest dated one stays whatever its age.
    """
    oldest = datetime.now() - timedelta(days=KEPT_DAYS)
    dated = [each for each in kept(path) if each.is_dated]
    for each in dated[1:]:
        if each.moment < oldest:
            forget(path, each)
    for aside in asides(path):
        with suppress(OSError):
            if datetime.fromtimestamp(aside.stat().st_mtime) < oldest:
                aside.unlink()


def asides(path: Path) -> list[Path]:
    """Files that lay at this path until a backup was put back there."""
    return sorted(path.parent.glob(f"{escape(path.name)}.{ASIDE}*"))


@contextmanager
def by_itself(lend: Callable[[], Database]) -> Iterator[None]:
    """Backups are made while this goes on, by a thread of their own."""
    ended, schedule = threading.Event(), Schedule(lend)

    def look_again_and_again() -> None:
        while not ended.is_set():
            schedule.look()
            ended.wait(LOOK_EVERY)

    thread = threading.Thread(target=look_again_and_again, name="backups", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=LOOK_EVERY)
