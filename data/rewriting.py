"""Rewriting: the database file written anew, so that it holds nothing of what was deleted.

A database file keeps freed places as they were until something else is written there, and a
checkpoint alone leaves deleted text in it. Only a new file holds no trace.
"""

import os
import shutil
import tempfile
from pathlib import Path

from data.copying import copy_into, keep_for_good
from data.database import Database
from data.mistakes import NotReady

BEGUN = "writing-anew-"


def rewrite(database: Database) -> None:
    """Write the database's file anew and put it in place of the old one; the database goes on.

    Nobody else can write meanwhile, and nobody reads for the moment in which the one takes the
    place of the other. Killed at any instant, the old file or the new one is there whole.
    """
    for left in database.path.parent.glob(f"{BEGUN}*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=database.path.parent, prefix=BEGUN) as folder:
        file = Path(folder, database.path.name)
        with database.alone():
            database.behind.write_anew(database)
            with database.reading() as reader:
                copy_into(file, reader.cursor)
            shutil.copymode(database.path, file)
            _put_in_place(database, file)


def _put_in_place(database: Database, file: Path) -> None:
    keep_for_good(file)
    with database.closed_meanwhile() as path:
        log = path.with_name(f"{path.name}.wal")
        if log.exists():  # it would be taken for the new file's log
            raise NotReady(
                f"The database {path} could not be closed in order, so it was left as it is. See that "
                "its disk has room, then do it again."
            )
        os.replace(file, path)
        keep_for_good(path.parent)
