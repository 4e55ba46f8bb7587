"""What is said of a database file that cannot be used, always with the way out."""

from pathlib import Path

import duckdb

from data.mistakes import NotReady

IN_USE = ("Could not set lock", "Conflicting lock", "used by another process")
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


def newer(path: Path) -> str:
    """The sentence for a file that a newer version of this project or of DuckDB made."""
    return (
        f"The database {path} was made by a newer version than this one; it was left as it is. "
        "Update the dashboard, or set COPRODUCTION_DATABASE to another file."
    )


def why_not_open(path: Path, error: duckdb.Error) -> NotReady:
    """What to raise for what DuckDB said when it was asked to open the file."""
    said = str(error)
    if any(each in said for each in IN_USE):
        return InUse(path)
    if any(each in said for each in NEWER):
        return NotReady(newer(path))
    return NotReady(damaged(path))


def shows_damage(error: duckdb.Error) -> bool:
    """Whether the file was found damaged while it was read: DuckDB checks a block at its first use."""
    fatal = isinstance(error, (duckdb.FatalException, duckdb.InternalException))
    return fatal or "Corrupt database file" in str(error)
