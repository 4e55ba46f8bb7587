"""Databases for the tests of the ground floor, made once and copied for each test that writes."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from data.database import Database
from data.settings import SHIPPED_LISTS, database_path
from data.start import open_ready
from tests.data.sending import PROJECT, send
from tests.example import example_database

# Whatever is loaded later is received later, so no test depends on the day it is run.
BASE = datetime(2026, 11, 20, 12)
KNOWN = (
    PROJECT,
    {**PROJECT, "project_id": "ACH-2", "title": "Quiet hours", "start_date": "2025-06-01"},
    {**PROJECT, "project_id": "ACH-SOON", "title": "Not begun", "status": "agreed"},
    {**PROJECT, "project_id": "ACH-OVER", "title": "Ended", "status": "complete",
     "end_date": "2025-02-28"},
    {**PROJECT, "project_id": "CFE-1", "title": "Young voices", "directorate": "CFE"},
)  # fmt: skip


@pytest.fixture(scope="session")
def example_file() -> Path:
    """The example council's database, closed; copy it to write to it."""
    return example_database()


@pytest.fixture(scope="session")
def example(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example council's database, open to be read."""
    copy = tmp_path_factory.mktemp("open") / "example.duckdb"
    shutil.copyfile(example_file, copy)
    database = open_ready(copy)
    yield database
    database.close()


@pytest.fixture
def own_example(example_file: Path) -> Path:
    """A copy of the example where the settings of this test point."""
    path = database_path()
    path.parent.mkdir(parents=True)
    shutil.copyfile(example_file, path)
    return path


@pytest.fixture(scope="session")
def real_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the lists that a council must bring of its own."""
    folder = tmp_path_factory.mktemp("lists")
    for name in ("directorates", "services", "periods"):
        shutil.copyfile(SHIPPED_LISTS / f"{name}.csv", folder / f"{name}.csv")
    (folder / "council.csv").write_text("name,example,notice\nBorough of Test,no,\n")
    return folder


@pytest.fixture(scope="session")
def council_file(
    real_lists: Path, nothing_real_in_the_session: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A real council's database with the projects above, closed; its key is the session's."""
    path = tmp_path_factory.mktemp("council") / "council.duckdb"
    database = open_ready(path, real_lists)
    folder = tmp_path_factory.mktemp("first")
    assert send(database, folder, BASE, projects=KNOWN).status == "loaded"
    database.close()
    return path


@pytest.fixture
def council_key(nothing_real_in_the_session: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The key of the council's database, where the settings of this test point."""
    path = nothing_real_in_the_session / "secret" / "protection.key"
    monkeypatch.setenv("COPRODUCTION_KEY", str(path))
    return path


@pytest.fixture
def council_path(council_file: Path, council_key: Path) -> Path:
    """A copy of the council's database where the settings of this test point, closed."""
    path = database_path()
    path.parent.mkdir(parents=True)
    shutil.copyfile(council_file, path)
    return path


@pytest.fixture
def council(council_path: Path) -> Iterator[Database]:
    """A copy of the council's database, open to be written to."""
    database = open_ready(council_path)
    yield database
    database.close()


@pytest.fixture(scope="module")
def unchanged(council_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The council's database for tests that leave it as it was, shared by those of a module."""
    copy = tmp_path_factory.mktemp("unchanged") / "council.duckdb"
    shutil.copyfile(council_file, copy)
    database = open_ready(copy)
    yield database
    database.close()
