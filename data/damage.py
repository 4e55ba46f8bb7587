"""What is said of a database file that cannot be used, always with the way out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.mistakes import NotReady

IN_USE = ("Could not set lock", "Conflicting lock", "used by another process")
FULL = ("No space left", "Disk quota exceeded", "File too large")
NOT_WRITABLE = ("Permission denied", "Read-only file system", "read-only")
SPOILT = ("Corrupt database file", "appears to be corrupted", "Could not read enough bytes")
NEWER = ("newer version", "storage version", "version number")


class InUse(NotReady):
    """The database is open in another program; it may be free a moment later."""

    def __init__(self, path: Path) -> None:
        """Say so of the database at this path."""
        super().__init__(
            f"The database {path} is open in another program. Stop the dashboard or the command "
            "that has it open, then try again."
        )


def damaged(path: Path) -> str:
    """The sentence for a file that is damaged or is something else."""
    return (
        f"The file {path} is damaged or is not the dashboard's database; it was left as it is. Move "
        "it aside and put back your newest backup, or set COPRODUCTION_DATABASE to another file."
    )


def newer(path: Path | str) -> str:
    """The sentence for a file that a newer version of this project or of DuckDB made."""
    return (
        f"The database {path} was made by a newer version than this one; it was left as it is. "
        "Update the dashboard, or set COPRODUCTION_DATABASE to another file."
    )


def missing(path: Path) -> str:
    """The sentence for a file that was there when the dashboard started and is no longer."""
    return (
        f"The database {path} is not there any more. Put the file back, or your newest backup: "
        "python -m data.backup restore. The dashboard then goes on by itself."
    )


def full(path: Path) -> str:
    """The sentence for a disk without room, or one that refuses to be written to."""
    return (
        f"Nothing was saved: the disk of {path} has no room or cannot be written to. Everything sent "
        "before is there. Whoever looks after the dashboard makes room; then send it again."
    )


def not_writable(path: Path) -> str:
    """The sentence for a file or folder that may not be written to."""
    return (
        f"The database {path} cannot be opened, because it or its folder may not be written to. Give "
        "the dashboard's user the right to write there, or set COPRODUCTION_DATABASE to another file."
    )


def not_made(path: Path, fault: OSError) -> str:
    """The sentence for a database that cannot be begun where it is wanted."""
    return (
        f"The database {path} cannot be made: {fault.strerror}. Set COPRODUCTION_DATABASE to a file in a "
        "folder that you may write to."
    )


def no_memory(path: Path) -> str:
    """The sentence for what needs more memory than the database may use."""
    return (
        f"The database {path} was asked for more than its memory allows, so nothing was done and nothing "
        "was changed. Choose narrower filters or a smaller file; if it stays, whoever looks after the "
        "dashboard gives it more memory."
    )


def why_not_open(path: Path, error: duckdb.Error) -> NotReady:
    """What to raise for what DuckDB said when it was asked to open the file."""
    said = str(error)
    if any(each in said for each in IN_USE):
        return InUse(path)
    if any(each in said for each in NEWER):
        return NotReady(newer(path))
    if isinstance(error, duckdb.OutOfMemoryException):
        return NotReady(no_memory(path))
    if any(each in said for each in FULL):
        return NotReady(full(path))
    if any(each in said for each in NOT_WRITABLE):
        return NotReady(not_writable(path))
    return NotReady(damaged(path))


def no_room(error: duckdb.Error) -> bool:
    """Whether the disk had no room for what was to be written."""
    return any(each in str(error) for each in (*FULL, *NOT_WRITABLE[:2]))


def shows_damage(error: duckdb.Error) -> bool:
    """Whether the file was found damaged while it was read: DuckDB checks a block at its first use."""
    return fatal(error) or any(each in str(error) for each in SPOILT)


def fatal(error: duckdb.Error) -> bool:
    """Whether nothing more can be asked of the file before it is opened again."""
    return isinstance(error, (duckdb.FatalException, duckdb.InternalException))


@contextmanager
def noticing(path: Path) -> Iterator[None]:
    """Say in a sentence, as NotReady, that the disk or memory is full or that the file is damaged."""
    try:
        yield
    except duckdb.Error as error:
        if no_room(error):
            raise NotReady(full(path)) from None
        if shows_damage(error):
            raise NotReady(damaged(path)) from None
        if isinstance(error, duckdb.OutOfMemoryException):
            raise NotReady(no_memory(path)) from None
        raise
