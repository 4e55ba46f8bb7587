"""Making a backup: through the database while it is in use, compared, then put in its place."""

import hashlib
import os
import shutil
import tempfile
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from data.backup.kept import SLOTS, Backup, folder_for, keep_note, kept, strays
from data.copying import Figures, copy_into, figures, figures_in, keep_for_good
from data.damage import shows_damage
from data.database import Database
from data.mistakes import NotReady
from data.transaction import mark_of

BEGUN = "making-"
ROOM = 16 << 20
KEPT_DAYS = 28
SLOT_SAYS = "Written anew in turn, and at once when an upload is erased."
DATED_SAYS = f"Kept for {KEPT_DAYS} days; what is erased meanwhile is in it until then."
_one_at_a_time = threading.Lock()


def make(database: Database, name: str | None = None) -> Backup:
    """A backup of everything committed so far, of this name or in the slot whose turn it is.

    It is made while others read and send. What was there under its name is gone only once the new
    one is whole. Raises NotReady with one sentence, and changes nothing, when it cannot be made.
    """
    with database.reading() as reader:
        return write_backup(reader.cursor, database.path, name)


def write_backup(cursor: duckdb.DuckDBPyConnection, path: Path, name: str | None = None) -> Backup:
    """A backup of what the cursor's transaction sees of the database at `path`."""
    with _one_at_a_time:
        folder = folder_for(path)
        for left in folder.glob(f"{BEGUN}{path.stem}-*"):
            shutil.rmtree(left, ignore_errors=True)
        _refuse_others(cursor, path, folder)
        _refuse_without_room(path, folder)
        try:
            return _write(cursor, path, folder, name or _turn(path))
        except (OSError, duckdb.IOException) as fault:
            if isinstance(fault, duckdb.Error) and shows_damage(fault):
                raise
            raise NotReady(
                f"No backup was made in {folder}: {' '.join(str(fault).split())}. Earlier backups are as "
                "they were. Make room there or set COPRODUCTION_BACKUPS to another folder."
            ) from None
        finally:
            for stray in strays(path):
                stray.unlink(missing_ok=True)


def _turn(path: Path) -> str:
    """The slot that is empty, or the older one."""
    held = {each.name: each.made_at for each in kept(path)}
    return min(SLOTS, key=lambda slot: held.get(slot, ""))


def _refuse_without_room(path: Path, folder: Path) -> None:
    """A disk filled by a backup would stop the dashboard where both are on it."""
    log = path.with_name(f"{path.name}.wal")
    wanted = 2 * path.stat().st_size + (log.stat().st_size if log.exists() else 0) + ROOM
    if shutil.disk_usage(folder).free < wanted:
        raise NotReady(
            f"No backup was made in {folder}: its disk has less than {wanted >> 20} MB left. Earlier "
            "backups are as they were. Make room there or set COPRODUCTION_BACKUPS to another folder."
        )


def _write(cursor: duckdb.DuckDBPyConnection, path: Path, folder: Path, name: str) -> Backup:
    with tempfile.TemporaryDirectory(dir=folder, prefix=f"{BEGUN}{path.stem}-") as begun:
        file = Path(begun, path.name)
        copy_into(file, cursor)
        found = figures(cursor)
        if figures_in(file) != found:
            raise NotReady(
                f"No backup was made in {folder}: what was written is not what the database holds. Check "
                "its disk, then make it again; earlier backups are as they were."
            )
        os.chmod(file, 0o600)
        keep_for_good(file)
        backup = _described(cursor, file, name, found)
        backup = replace(backup, file=f"{path.stem}.{name}.{datetime.now():%Y%m%dT%H%M%S%f}.duckdb",
                         folder=folder)  # fmt: skip
        os.replace(file, backup.path)
    keep_note(path, backup)
    return backup


def _described(cursor: duckdb.DuckDBPyConnection, file: Path, name: str, found: Figures) -> Backup:
    """What the note says of a backup; one of an older format lacks what its mark is made of."""
    mark = str(mark_of(cursor)) if {"audit.line", "sent.change"} <= found.keys() else ""
    ((uploads,),) = cursor.execute("select count(*) from sent.upload").fetchall()
    now = datetime.now().isoformat(timespec="microseconds")
    says = SLOT_SAYS if name in SLOTS else DATED_SAYS
    return Backup(name, file.name, now, mark, uploads, file.stat().st_size, digest(file),
                  duckdb.__version__, _identity(cursor), found, says)  # fmt: skip


def _identity(cursor: duckdb.DuckDBPyConnection) -> str:
    """Which database this is, whatever its file is called; one of an older format does not say."""
    return "".join(cursor.execute("select value from sent.setting where name = 'identity'").fetchone() or "")


def _refuse_others(cursor: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
    """Two databases of one name must not write over each other's backups."""
    own = _identity(cursor)
    if own and any(each.identity not in (own, "") for each in kept(path)):
        raise NotReady(
            f"No backup was made: {folder} holds those of another database. Set COPRODUCTION_BACKUPS to a "
            "folder of this one's own, or move what lies there away."
        )


def digest(file: Path) -> str:
    """The fingerprint of a file's bytes."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
