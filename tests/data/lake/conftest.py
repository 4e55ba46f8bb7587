"""Lakes for the tests: one PostgreSQL a session, a catalogue and a folder for each, and machines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.database import Database
from data.lake.moving import bring
from data.settings import LAKE, database_path
from data.start import open_ready
from tests.data.lake.cluster import Cluster, cluster, lacking

Machines = Callable[[str], Database]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where no lake can be tried, say so."""
    if why := lacking():
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The session's PostgreSQL."""
    with cluster() as running:
        yield running


@pytest.fixture
def lake(postgres: Cluster, nothing_real: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty lake that the settings name; the folder of its files."""
    data = nothing_real / "shared"
    data.mkdir()
    monkeypatch.setenv("COPRODUCTION_DATABASE", f"{LAKE}{postgres.database()}")
    monkeypatch.setenv("COPRODUCTION_DATA", str(data))
    monkeypatch.setenv("COPRODUCTION_COPY", str(nothing_real / "copies" / "first.duckdb"))
    return data


@pytest.fixture
def machines(lake: Path, nothing_real: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machines]:
    """Machines by their names, each with a working copy of its own; closed at the end."""
    opened: dict[str, Database] = {}

    def machine(name: str) -> Database:
        if name not in opened:
            monkeypatch.setenv("COPRODUCTION_COPY", str(nothing_real / "copies" / f"{name}.duckdb"))
            opened[name] = open_ready(database_path())
        return opened[name]

    yield machine
    for each in opened.values():
        each.close()


@pytest.fixture
def council_lake(lake: Path, council_file: Path, council_key: Path) -> Path:
    """A lake that holds the council's database; the folder of its files."""
    bring(council_file)
    return lake
