"""The example council, made once for all the tests of a run: its files and its database."""

import atexit
import shutil
from functools import cache
from getpass import getuser
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from data.demo import made_from
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
    path.parent.mkdir()
    shutil.copyfile(_made_once(), path)
    return path


def _made_once() -> Path:
    """The example as it is made today: one serves every run and process until its making changes."""
    folder = Path(gettempdir()) / f"coproduction-tests-{getuser()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"example-{made_from()}.duckdb"
    if not path.exists():
        make_example(path)
    return path
