"""What holds for every test: none of them can reach a real database, key or council's lists."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from data.locked import LOCKED

TESTS = count()


def point_into(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Point every setting into a folder: an empty place for a database, and one for a key."""
    patch.setenv("COPRODUCTION_DATABASE", str(folder / "held" / "dashboard.duckdb"))
    patch.setenv("COPRODUCTION_KEY", str(folder / "secret" / "protection.key"))
    patch.delenv("COPRODUCTION_REFERENCE", raising=False)
    patch.delenv("COPRODUCTION_AREA", raising=False)
    for name in ("ACCESS", "BACKUPS", "DEMO", "LEDGER", "LOG"):
        patch.delenv(f"COPRODUCTION_{name}", raising=False)


@pytest.fixture(scope="session", autouse=True)
def nothing_real_in_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The settings of whatever is made once for many tests; the folder they point into."""
    folder = tmp_path_factory.mktemp("session")
    with pytest.MonkeyPatch.context() as patch:
        point_into(folder, patch)
        yield folder


@pytest.fixture(autouse=True)
def nothing_real(nothing_real_in_the_session: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of one test; the folder they point into."""
    folder = nothing_real_in_the_session / f"settings-{next(TESTS)}"
    folder.mkdir()
    point_into(folder, monkeypatch)
    return folder


@pytest.fixture(scope="session", autouse=True)
def one_thread_a_database(request: pytest.FixtureRequest) -> Iterator[None]:
    """Databases in the tests' own process have one thread: they are small, and a second costs a fifth more.

    Trials, dashboards that are served and commands that are started have the two that ship.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "not trial" in request.config.getoption("markexpr"):
            patch.setitem(LOCKED, "threads", "1")
        yield
