"""One dashboard with sign-in for all these tests, on a copy of the example."""

import shutil
from collections.abc import Iterator

import pytest

from tests.door.signed import Dashboard, signing_in
from tests.example import example_database


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A running dashboard that people sign in to; no provider is asked, cookies are made here."""
    folder = tmp_path_factory.mktemp("signed")
    database = shutil.copy(example_database(), folder / "dashboard.duckdb")
    with signing_in(folder, database) as found:
        yield found
