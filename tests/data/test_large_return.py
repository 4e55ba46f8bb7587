"""The benchmark's own files: what it takes for right is right, and what it spoils is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.check import line
from benchmarks.large import right_rows, with_faults, write, write_lists
from data.database import Database
from data.intake import Delivery, Offer, take_in
from data.start import open_ready
from tests.data.sending import NOW

pytestmark = pytest.mark.usefixtures("council_key")


@pytest.fixture(scope="module")
def large_council(
    nothing_real_in_the_session: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("large")
    write_lists(folder / "lists")
    database = open_ready(folder / "held" / "large.duckdb", folder / "lists")
    yield database
    database.close()


def test_what_is_planted_is_found_and_nothing_else(large_council: Database, tmp_path: Path) -> None:
    rows, planted = with_faults(right_rows(1)[:2000], 60)
    write(tmp_path / "participation.csv", rows)
    offer = Offer.of(tmp_path / "participation.csv")
    outcome = take_in(large_council, [(Delivery(NOW), [offer])])
    found = {
        (each.excel_row, "key" if each.kind == "repeat" else each.column) for each in outcome.problems
    }
    assert len(planted) == 60
    assert found == planted


def test_rows_without_a_fault_are_taken(large_council: Database, tmp_path: Path) -> None:
    write(tmp_path / "participation.csv", right_rows(1))
    outcome = take_in(large_council, [(Delivery(NOW), [Offer.of(tmp_path / "participation.csv")])])
    assert outcome.status == "loaded", outcome.problems[:1]
    assert outcome.files[0].rows == 10_000


def test_a_line_gives_medians_and_multiples_of_the_floor() -> None:
    floor = [{"seconds": 2.0, "worked": 1.0, "memory": 90.0, "found": 0, "more": 0}]
    runs = [{**floor[0], "seconds": each, "worked": 4.0, "found": 200, "more": 33} for each in (9.0, 4.0, 5.0)]
    assert line("polars", "faults", runs, floor) == [
        "pandera, polars back end: check only", "100,000 rows with faults", "5.00", "4.00 to 9.00", "2.5", "4.00", "4.0", "90",
        "200 of 200 and 33 more",
    ]  # fmt: skip
