"""A demonstration: the made-up council in a folder of its own, begun afresh as often as wanted."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from data.database import Database
from data.ledger import begin
from data.mistakes import WrongUse
from data.settings import HERE, demo_folder, ledger_path
from data.start import make_example, open_ready

WITH_MISTAKES = HERE / "example" / "resources-themes-with-mistakes.csv"
MADE_FROM = (".py", ".sql", ".csv", ".json")


def open_demonstration(path: Path) -> Database:
    """The demonstration's database as new, whatever was done in it before.

    Raises NotReady with one sentence when another dashboard has it open or it cannot be made.
    """
    used = path.exists()
    if not used:
        _put(fresh(path.parent), path)
        ledger_path(path).unlink(missing_ok=True)
    database = open_ready(path)
    try:
        if used:
            start_again(database)
    except BaseException:
        database.close()
        raise
    return database


def start_again(database: Database) -> None:
    """Put the untouched example in the place of an open demonstration, and a new ledger beside it.

    Raises WrongUse for any other database: what is real is never thrown away.
    """
    folder = demo_folder()
    if folder is None or database.path.parent != folder or not database.is_example:
        raise WrongUse("Only a demonstration can be started again, and this is none: nothing was changed.")
    new = fresh(folder)
    with database.alone():
        with database.closed_meanwhile() as path:
            _put(new, path)
            ledger_path(path).unlink(missing_ok=True)
        begin(database)


def fresh(folder: Path) -> Path:
    """The untouched example as it is made today, made when the folder has none."""
    made = folder / f"untouched-{made_from()}.duckdb"
    if not made.exists():
        for older in folder.glob("untouched-*"):
            older.unlink()
        make_example(made)
    return made


def made_from() -> str:
    """What the example is made from, in short: another text when any of it changes."""
    digest = hashlib.sha256()
    for file in sorted(each for each in HERE.rglob("*") if each.suffix in MADE_FROM):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _put(file: Path, path: Path) -> None:
    """A copy of the file at `path`, whole or not at all, without the log of what was there."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="starting-again-") as folder:
        copy = Path(shutil.copyfile(file, Path(folder, path.name)))
        path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
        os.replace(copy, path)
