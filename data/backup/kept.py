"""What is kept: the folder of the backups, the note that says what each holds, and their names."""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from data.copying import Figures, keep_for_good
from data.mistakes import NotReady, WrongUse
from data.settings import backups_folder, key_path

SLOTS = ("slot-1", "slot-2")
UPGRADE = "before-format-"


@dataclass(frozen=True)
class Backup:
    """One backup: its name, its file and what the note beside the file says of it.

    `mark` is the state of the data that it holds, `identity` that of its database. `erased_since`
    are the uploads that it still holds and that were erased after it was made.
    """

    name: str
    file: str
    made_at: str
    mark: str
    uploads: int
    size: int
    sha256: str
    duckdb: str
    identity: str
    figures: Figures = field(repr=False)
    says: str
    erased_since: tuple[int, ...] = ()
    folder: Path = field(default=Path(), compare=False)

    @property
    def path(self) -> Path:
        """Where its database file lies."""
        return self.folder / self.file

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made_at)

    @property
    def is_dated(self) -> bool:
        """Whether it is kept for some weeks, and not written over by the next but one."""
        return self.name not in SLOTS


def folder_for(database: Path) -> Path:
    """The folder of a database's backups, there and for its own user only. Raises NotReady if not."""
    folder = backups_folder(database)
    if key_path().parent == folder:
        raise NotReady(
            f"The protection key must not lie among the backups in {folder}, where one copy would take "
            "both. Set COPRODUCTION_BACKUPS or COPRODUCTION_KEY to another folder."
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.chmod(folder, 0o700)
    except OSError as error:
        raise NotReady(
            f"The folder of backups {folder} cannot be used: {error.strerror}. Set COPRODUCTION_BACKUPS "
            "to a folder that the dashboard's user may write to."
        ) from None
    return folder


def note_of(database: Path, name: str) -> Path:
    """The note of a backup of this name. Backups of another database have another first word."""
    return backups_folder(database) / f"{database.stem}.{name}.json"


def kept(database: Path) -> list[Backup]:
    """Every backup there is a note of, newest first; whether each is good `verify` says."""
    found = list(filter(None, map(_read, _ours(database, r"[^.]+\.json"))))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def _ours(database: Path, ending: str) -> list[Path]:
    """The files in the folder that are named after this database and end like this."""
    folder, wanted = backups_folder(database), re.compile(rf"{re.escape(database.stem)}\.{ending}")
    try:
        return [path for path in folder.iterdir() if wanted.fullmatch(path.name)]
    except OSError:
        return []


def _read(note: Path) -> Backup | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        said = json.loads(note.read_text(encoding="utf-8"))
        backup = Backup(**{**said, "erased_since": tuple(said["erased_since"])}, folder=note.parent)
        if isinstance(backup.moment, datetime) and Path(backup.file).name == backup.file:
            return backup
    return None


def named(database: Path, name: str) -> Backup:
    """The backup of this name. Raises WrongUse where there is none."""
    for backup in kept(database):
        if backup.name == name:
            return backup
    raise WrongUse(
        f"There is no backup {name} in {backups_folder(database)}. python -m data.backup list names them."
    )


def keep_note(database: Path, backup: Backup) -> None:
    """Write a backup's note; from then on it, and no earlier one of its name, is the backup."""
    note = note_of(database, backup.name)
    record = {name: value for name, value in asdict(backup).items() if name != "folder"}
    begun = note.with_suffix(".new")
    begun.write_text(json.dumps(record, indent=1), encoding="utf-8")
    os.chmod(begun, 0o600)
    keep_for_good(begun)
    os.replace(begun, note)
    keep_for_good(note.parent)


def strays(database: Path) -> list[Path]:
    """Files of backups that no note names: of one that was killed, or that another took the place of."""
    noted = {backup.file for backup in kept(database)}
    files = _ours(database, r"[^.]+\.(new|[^.]+\.duckdb(\.wal)?)")
    return [path for path in files if path.name not in noted]


def forget(database: Path, backup: Backup) -> None:
    """Remove a backup, its note first."""
    note_of(database, backup.name).unlink(missing_ok=True)
    backup.path.unlink(missing_ok=True)


def note_erased(database: Path, upload: int, erased_at: datetime) -> None:
    """Say in the note of every backup made before an upload was erased that it still holds it.

    Uploads are numbered without gaps, so a backup of fewer has not got it.
    """
    for backup in kept(database):
        holds = backup.uploads >= upload and backup.moment < erased_at
        if holds and upload not in backup.erased_since:
            keep_note(database, replace(backup, erased_since=(*backup.erased_since, upload)))
