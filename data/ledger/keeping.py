"""Keeping a ledger: compared with the database when that is opened, caught up after every commit."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from data.database import Database
from data.ledger.comparison import lost
from data.ledger.entries import IDENTITY, acceptance, entries, heading
from data.ledger.known import Known, read
from data.ledger.writing import Stamp, append, begin_file, stamp
from data.loss import Loss
from data.mistakes import NotReady

LOG = logging.getLogger("coproduction.ledger")
LOG.addHandler(logging.NullHandler())  # a command says what is wrong itself, and once


class Ledger:
    """The ledger of an open database. `behind` says why it could not be written to, while that is so.

    What could not be written is made good at the next commit that can be.
    """

    def __init__(self, path: Path) -> None:
        """The ledger at `path`, not yet read."""
        self.path = path
        self.behind: str | None = None
        self._last = 0
        self._example = False
        self._stamp: Stamp | None = None
        self._opening = 0
        self._loss: Loss | None = None

    def loss(self, database: Database, opening: int) -> Loss | None:
        """What the database lacks since this opening of its file, or None."""
        if opening != self._opening:
            with database.alone():
                if opening != self._opening:
                    self._opening = opening
                    self._attempt(lambda: self._look(database))
        return self._loss

    def compared(self, database: Database) -> Loss | None:
        """What the database lacks, worked out now and noted nowhere."""
        known = self._read(database)
        return lost(known, self.path, database) if known else None

    def look_again(self, database: Database) -> None:
        """Compare anew: whatever was done to the ledger or the file meanwhile."""
        self._attempt(lambda: self._look(database))

    def note(self, database: Database) -> None:
        """Write down what was committed. Never raises: `behind` says what went wrong."""
        if database.loss is None:
            self._attempt(lambda: self._catch_up(database))

    def go_on(self, database: Database) -> None:
        """Go on after a loss was accepted: what was lost is lost, what the database holds counts."""
        self._attempt(lambda: self._leave_behind(database))
        self.note(database)

    def _leave_behind(self, database: Database) -> None:
        loss = self._loss
        if loss and loss.damage:
            os.replace(self.path, _free(self.path))
            self._begin_anew(database)
        elif loss and loss.first is not None:
            append(self.path, acceptance(loss.first), keep_now=True)
        self._look(database)

    def _look(self, database: Database) -> None:
        """Read the file and compare: what it knows is either all there, or a loss."""
        known = self._read(database)
        if known is None:
            return self._begin_anew(database)
        self._loss = lost(known, self.path, database)
        self._last, self._example = len(known.hashes), known.example
        self._stamp = stamp(self.path)
        if self._loss:
            LOG.error("%s", self._loss.notice)

    def _read(self, database: Database) -> Known | None:
        """What the file knows; nothing where it is an example's that is there no more."""
        known = read(self.path)
        gone = known and known.example and known.identity != database.setting(IDENTITY)
        return None if gone else known

    def _catch_up(self, database: Database) -> None:
        if self._stamp is None or stamp(self.path) != self._stamp:
            self._look(database)
        if self._loss:
            return
        missing = entries(database, self._last)
        example = database.is_example
        first = b"" if example == self._example else heading(database)
        if not missing and not first and not self.behind:
            return
        now, self._stamp = any(each.about_upload for each in missing) or bool(self.behind), None
        append(self.path, first + b"".join(each.line for each in missing), now)
        self._last, self._example = self._last + len(missing), example
        self._stamp = stamp(self.path)

    def _begin_anew(self, database: Database) -> None:
        missing = entries(database, 0)
        begin_file(self.path, heading(database) + b"".join(each.line for each in missing))
        self._loss, self._last, self._example = None, len(missing), database.is_example
        self._stamp = stamp(self.path)
        LOG.info("The ledger %s was begun with %s lines.", self.path, len(missing))

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except NotReady as error:  # the database's own trouble, which every page tells
            LOG.error("The ledger was not compared: %s", error)
        except (OSError, duckdb.Error) as error:
            why = getattr(error, "strerror", None) or " ".join(str(error).split())
            said = f"The ledger {self.path} cannot be written: {why}. Nothing is lost, and it is made "
            said += "good once it can be; see that its disk has room and that it may be written to."
            if said != self.behind:
                LOG.error("%s", said)
            self.behind = said
        else:
            self.behind = None


def _free(path: Path) -> Path:
    """A name beside a file's own that nothing has yet."""
    names = (path.with_name(f"{path.name}.{number}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())
