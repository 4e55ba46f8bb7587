"""The example council, made once for all the tests of a run: its files and its database."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from data.example.council import write_council
from data.start import make_example


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="example-for-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def example_files() -> Path:
    """The folder of lists and deliveries; to be read only."""
    folder = _folder() / "files"
    write_council(folder)
    return folder


@cache
def example_database() -> Path:
    """The database made from them; to be read only, or copied."""
    path = _folder() / "database" / "example.duckdb"
    make_example(path)
    return path
