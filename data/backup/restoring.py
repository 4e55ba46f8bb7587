"""Restoring: a verified backup put in the database's place; what was there is moved aside, not lost."""

import os
import shutil
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from data.access import COMMAND, Person
from data.audit import note
from data.backup.checking import verify
from data.backup.erasing import erase_again
from data.backup.kept import Backup
from data.backup.making import digest
from data.backup.schedule import ASIDE
from data.behind import behind
from data.copying import keep_for_good
from data.database import Database
from data.in_words import numbers
from data.keys import check_key
from data.ledger import accept
from data.loss import told
from data.mistakes import NotReady, WrongUse
from data.opening import open_database
from data.rewriting import rewrite
from data.settings import own_lists
from data.start import open_ready

BEGUN = "putting-back-"
WITHOUT_ITS_KEY = "Where a backup's key is lost for good, docs/privacy.md says how to go on without it."


@dataclass(frozen=True)
class Restored:
    """What came of putting a backup back.

    `aside` is where the file that was there lies now, `erased_again` the uploads that were erased
    after the backup was made, and `lost` says what was acknowledged and is not in the backup.
    """

    name: str
    aside: Path | None
    erased_again: tuple[int, ...]
    lost: str | None


def restore(
    path: Path, backup: Backup, database: Database | None, reason: str, person: Person = COMMAND
) -> Restored:
    """Put a backup back as the database at `path`, which `database` holds open, if it can be opened.

    Raises WrongUse without a reason and NotReady for a backup that is not whole, was rounded with
    another key, or cannot be written; nothing is then changed. What it lacks is accepted as lost.
    """
    if not reason.strip():
        raise WrongUse("A backup is put back with a reason. Say in a line why.")
    wrong = verify(backup)
    if wrong:
        raise NotReady(wrong)
    # Whoever wants to send meanwhile waits, and sends to what was put back.
    with database.alone() if database else nullcontext():
        aside, again = _put_back(path, backup, database)
        return Restored(backup.name, aside, again, _settled(path, backup, database, reason, person))


def _put_back(path: Path, backup: Backup, database: Database | None) -> tuple[Path | None, tuple[int, ...]]:
    for left in path.parent.glob(f"{BEGUN}*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=BEGUN) as folder:
            file, again = _prepared(path, backup, Path(folder))
            return _swap(path, file, database), again
    except (OSError, duckdb.Error) as fault:
        raise NotReady(
            f"The backup {backup.name} was not put back: {' '.join(str(fault).split())}. See that the "
            f"disk of {path} has room for it, then do it again."
        ) from None


def _prepared(path: Path, backup: Backup, folder: Path) -> tuple[Path, tuple[int, ...]]:
    """A copy of the backup, ready to take its place, without what was erased since it was made."""
    file = folder / path.name
    shutil.copyfile(backup.path, file)
    if digest(file) != backup.sha256:
        raise OSError("what was written is not what was read")
    os.chmod(file, 0o600)
    copy = open_database(file, keep_before=False)
    try:
        _refuse_other_key(copy, backup)
        again = erase_again(path, backup, copy)
        if again:
            rewrite(copy)
    finally:
        copy.close()
    return file, again


def _refuse_other_key(copy: Database, backup: Backup) -> None:
    try:
        check_key(copy)
    except NotReady as reason:
        raise NotReady(f"The backup {backup.name} was not put back. {reason}. {WITHOUT_ITS_KEY}") from None


def _swap(path: Path, file: Path, database: Database | None) -> Path | None:
    """Let the file take the database's place; where the file that was there lies now."""
    keep_for_good(file)
    (database.behind if database else behind(path)).replace(file)
    aside = path.with_name(f"{path.name}.{ASIDE}{datetime.now():%Y%m%dT%H%M%S%f}")
    with database.closed_meanwhile() if database else nullcontext():
        log = path.with_name(f"{path.name}.wal")
        if log.exists():  # it must not be taken for the log of what is put back
            log.rename(aside.with_name(f"{aside.name}.wal"))
        there = path.exists()
        if there:
            _keep_aside(path, aside)
        os.replace(file, path)
        keep_for_good(path.parent)
    return aside if there else None


def _keep_aside(path: Path, aside: Path) -> None:
    """Give a file a second name, or move it where its disk knows no second names."""
    try:
        os.link(path, aside)
    except OSError:
        os.rename(path, aside)
    os.utime(aside)  # its time to go is counted from now


def _settled(
    path: Path, backup: Backup, database: Database | None, reason: str, person: Person
) -> str | None:
    """The act audited, and what is lost for good accepted and named, in the database as it now is."""
    ready = database or open_ready(path, own_lists())
    try:
        loss = ready.loss
        if loss:
            accept(ready, person, reason)
        note(ready, person, "backup restored", f"{backup.name}, made {backup.made_at[:16]}")
    finally:
        if database is None:
            ready.close()
    gone = [each for each in loss.uploads if each.act != "erased"] if loss else []
    return f"{numbers(each.number for each in gone)}: {told(gone)}" if gone else None
