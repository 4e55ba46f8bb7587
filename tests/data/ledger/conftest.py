"""A council's files as they were left when its machine stopped, made once for a module."""

from pathlib import Path

import pytest

from tests.data.ledger.lived import Stopped, stop


@pytest.fixture(scope="module")
def stopped(council_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    """What was left of a council's database in use; to be copied before it is opened."""
    folder = tmp_path_factory.mktemp("stopped")
    return stop(council_file, folder / "council", folder / "files")
