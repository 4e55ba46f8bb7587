"""A sign-in that ended stays ended, also after the dashboard was started again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import queries
from queries import Person, signing
from tests.example import example_database
from tests.pages.drawing import lent


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example, lent to the queries."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path / "dashboard.duckdb")))


def test_a_sign_out_is_known_after_a_start_again(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vera, other = (Person("vera", "viewer", session=mark) for mark in ("one sign-in", "another"))
    queries.sign_out(vera)
    monkeypatch.setattr(signing, "_ended_here", set())
    monkeypatch.setenv("COPRODUCTION_DATABASE", str(example))
    queries.close()
    queries.ready()
    assert queries.has_signed_out(vera) and not queries.has_signed_out(other)
