"""How the backups stand, for a page and for the command: the newest good one, how old, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from data.backup.checking import sound
from data.backup.kept import Backup, kept
from data.database import Database
from data.settings import backups_folder

OLD = timedelta(hours=26)
_failures: dict[Path, str] = {}


@dataclass(frozen=True)
class Status:
    """Where backups lie, all there are (newest first), the newest good one, its age, what is wrong;
    `wrong` says by name what is the matter with those that are not good."""

    folder: Path
    kept: tuple[Backup, ...]
    newest: Backup | None
    age: timedelta | None
    problem: str | None
    wrong: Mapping[str, str] = field(default_factory=dict)


def note_failure(path: Path, sentence: str | None) -> None:
    """Keep why the dashboard's last attempt at a backup failed, for who asks; None when it did not."""
    if sentence is None:
        _failures.pop(path, None)
    else:
        _failures[path] = sentence


def status(database: Database) -> Status:
    """How the backups of a database stand now. Files that changed since are read again."""
    found = kept(database.path)
    wrong = {each.name: sentence for each in found if (sentence := sound(each))}
    good = [each for each in found if each.name not in wrong]
    newest = good[0] if good else None
    age = max(datetime.now() - newest.moment, timedelta()) if newest else None
    problem = _failures.get(database.path) or next(iter(wrong.values()), None)
    return Status(
        backups_folder(database.path), tuple(found), newest, age, problem or _too_old(database, age), wrong
    )


def _too_old(database: Database, age: timedelta | None) -> str | None:
    if database.is_example:
        return None
    if age is None:
        return "There is no good backup yet. Make one: python -m data.backup make."
    if age > OLD:
        return (
            f"The newest good backup is {age // timedelta(hours=1):,} hours old; one is made every day "
            "while the dashboard runs. Make one: python -m data.backup make."
        )
    return None
