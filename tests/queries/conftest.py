"""The example council for tests of the middle floor: its files, and its database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import queries
from tests.example import example_database, example_files
from tests.queries.plain.files import Council, read_council


def opened(path: Path) -> Iterator[Path]:
    """Lend a database to ask(); the setting is put back, the open database stays."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPRODUCTION_DATABASE", str(path))
        patch.delenv("COPRODUCTION_REFERENCE", raising=False)
        queries.close()
        queries.ready()
    yield path
    queries.close()


@pytest.fixture(scope="module")
def example() -> Iterator[Path]:
    """The example's database, open to ask(); nothing may change it."""
    yield from opened(example_database())


@pytest.fixture
def own_example(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example's database, open to ask(), that a test may change."""
    yield from opened(Path(shutil.copy(example_database(), tmp_path / "own.duckdb")))


@pytest.fixture(scope="session")
def council() -> Council:
    """The example council's files, read the slow way."""
    return read_council(example_files())
