"""Moving: a council brought from a database file into an empty lake, or taken from it into a new file.

Both are compared with where they came from, table by table, before either counts; what they came
from stays as it was.
"""

import os
import tempfile
from pathlib import Path

import duckdb

from data.copying import Figures, keep_for_good
from data.lake.carrying import compared, lay_all
from data.lake.fetching import write
from data.lake.lake import Lake
from data.lake.named import alone_with_lake
from data.lake.shared import EVERYTHING
from data.lake.words import holds_already
from data.locked import LOCKED
from data.mistakes import NotReady, WrongUse
from data.opening import open_database

BEGUN = "taking-"


def bring(file: Path) -> Figures:
    """Bring what a database file holds into the empty lake; the figures of both, which are the same.

    A file of an older version is brought up to date first, after a backup of it. Raises NotReady,
    and the lake stays empty, where the file cannot be read or the lake holds something already.
    """
    if not file.is_file():
        raise WrongUse(f"There is no file {file}. Name the database file whose data is to be brought.")
    with alone_with_lake() as (catalogue, lake):
        if catalogue.holds_something():
            raise holds_already()
        database = open_database(file)
        try:
            with database.reading() as reader:
                return _brought(lake, reader.cursor)
        finally:
            database.close()


def _brought(lake: Lake, cursor: duckdb.DuckDBPyConnection) -> Figures:
    with lake.writing("") as connection:
        lay_all(cursor, connection)
        lake.keep(connection, "brought", EVERYTHING)
    with lake.reading() as (connection, _):  # once more, as any machine will find it
        return compared(cursor, connection)


def take(file: Path) -> Figures:
    """Take what the lake holds into a new database file; the figures of both, which are the same.

    Raises WrongUse for a file that is there, and NotReady where the lake holds nothing or the file
    cannot be written; there is then no file.
    """
    if file.exists():
        raise WrongUse(f"{file} is there already. Name a new file.")
    with alone_with_lake() as (catalogue, lake):
        if not catalogue.holds_something():
            raise NotReady("The lake holds nothing that could be taken. Nothing was written.")
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=BEGUN) as folder:
            fresh = Path(folder, file.name)
            with lake.reading() as (connection, _):
                write(fresh, connection, "")
                with duckdb.connect(str(fresh), read_only=True, config=LOCKED) as held:
                    found = compared(connection, held)
            os.replace(fresh, file)
            keep_for_good(file.parent)
    return found
