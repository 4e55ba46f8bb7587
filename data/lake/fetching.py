"""Fetching: a working copy made anew from its lake, whole or not at all."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import duckdb

from data.copying import copy_into, keep_for_good
from data.database import Database
from data.locked import LOCKED
from data.transaction import LAKE_STATE, put_setting

BEGUN = "fetching-"


def fetch(
    shared: Any, database: Database, lake: duckdb.DuckDBPyConnection | None = None, state: str = ""
) -> None:
    """Put a fresh copy of the lake in the place of the working copy; the database goes on with it."""
    if lake is None:
        with shared.lake.reading() as (lake, state):
            return fetch(shared, database, lake, state)
    for left in database.path.parent.glob(f"{BEGUN}*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=database.path.parent, prefix=BEGUN) as folder:
        file = Path(folder, database.path.name)
        write(file, lake, state)
        with database.closed_meanwhile() as path:
            path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
            os.replace(file, path)
            keep_for_good(path.parent)


def write(file: Path, lake: duckdb.DuckDBPyConnection, state: str) -> None:
    """What the lake holds in a fresh file; with a `state`, as a working copy of that state."""
    copy_into(file, lake)
    if state:
        with duckdb.connect(str(file), config=LOCKED) as copy:
            put_setting(copy, LAKE_STATE, state)
    os.chmod(file, 0o600)
    keep_for_good(file)
