"""What the trials share: a real council's database, and the parent that forks commands."""

from collections.abc import Iterator

import pytest

from tests.data.conftest import council_file, council_key, council_path, real_lists
from tests.faults.orders import Parent, parent

__all__ = ["council_file", "council_key", "council_path", "real_lists"]


@pytest.fixture(scope="module")
def forking() -> Iterator[Parent]:
    """The parent that forks commands, one for a module."""
    with parent() as found:
        yield found
