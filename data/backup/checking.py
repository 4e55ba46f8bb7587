"""Checking a backup: opened, and compared with what it held when it was made."""

from functools import lru_cache
from pathlib import Path

import duckdb

from data.backup.kept import Backup
from data.backup.making import digest
from data.copying import figures_in


def verify(backup: Backup) -> str | None:
    """None for a backup that is whole; otherwise the one sentence that says what is wrong with it.

    It is opened, locked down and read only, and every table compared with what was copied.
    """
    wrong = sound(backup)
    if wrong:
        return wrong
    try:
        found = figures_in(backup.path)
    except duckdb.Error:
        return _spoilt(backup)
    same = found == backup.figures
    if duckdb.__version__ != backup.duckdb:  # another version may describe and sum the same otherwise
        same = _counts(found) == _counts(backup.figures)
    return None if same else _spoilt(backup)


def sound(backup: Backup) -> str | None:
    """What is wrong with a backup's file as such: not there, shorter, or altered since."""
    try:
        seen = backup.path.stat()
        same = _digest(backup.path, seen.st_mtime_ns, seen.st_size) == backup.sha256
    except OSError as fault:
        return (
            f"The backup {backup.name} cannot be read ({fault.strerror}): {backup.path}. Use another one "
            "and make a new one."
        )
    return None if same else _spoilt(backup)


@lru_cache(maxsize=128)
def _digest(path: Path, _changed: int, _size: int) -> str:
    """Worked out once for a file that nobody touched."""
    return digest(path)


def _counts(figures: dict[str, list[str]]) -> dict[str, str]:
    return {table: held[1] for table, held in figures.items()}


def _spoilt(backup: Backup) -> str:
    return (
        f"The backup {backup.name} is not as it was made: {backup.path} was altered or damaged. Use "
        "another one and make a new one."
    )
