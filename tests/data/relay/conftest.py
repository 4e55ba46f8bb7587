"""A dashboard, as far as commands see it: the database open in this process, which serves them."""

from collections.abc import Iterator

import pytest

from data.database import Database
from data.relay import serving


@pytest.fixture
def dashboard(council: Database) -> Iterator[Database]:
    """The council's database, open in this process, which carries out commands."""
    with serving(lambda: council):
        yield council
