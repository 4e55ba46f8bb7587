"""Names: a label stands for its code only where nothing else could be meant, and while it is in use."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data.database import Database
from data.intake.template import workbook
from data.intake.template.names import labels
from data.start import open_ready
from tests.data.template.opened import opened


def entries(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    """Entries of a list."""
    return [{"code": code, "label": label} for code, label in pairs]


def test_a_label_of_two_entries_stands_for_neither() -> None:
    found = labels(entries(("A", "North team"), ("B", "north  Team"), ("C", "South team")))
    assert found == {"A": "A", "B": "B", "C": "South team"}


def test_a_label_that_is_another_code_is_not_written() -> None:
    assert labels(entries(("A", "b"), ("B", "Team"))) == {"A": "A", "B": "Team"}
    assert labels(entries(("A", "a"),)) == {"A": "a"}
    assert labels([{"code": "A"}]) == {}


@pytest.fixture
def reorganised(real_lists: Path, council_key: Path, tmp_path: Path) -> Iterator[Database]:
    """A council with a service that is over, one that is yet to come, and one with a hard name."""
    folder = tmp_path / "lists"
    shutil.copytree(real_lists, folder)
    with (folder / "services.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["valid_to"], rows[1]["valid_from"] = "2026-03-31", "2026-10-01"
    rows[2]["label"], rows[3]["label"] = 'Care "at home", nights', "=1+1"
    with (folder / "services.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    database = open_ready(tmp_path / "own.duckdb", folder)
    yield database
    database.close()


def services(sheet: Worksheet) -> str:
    """Where the drop-down for services takes its entries from."""
    (found,) = [each for each in sheet.data_validations.dataValidation if "D5" in each.sqref]
    return str(found.formula1)


def test_services_are_offered_while_they_are_there(reorganised: Database) -> None:
    offered = {}
    for period in ("2025-26 H2", "2026-27 H1"):
        book = opened(workbook(reorganised, "ACH", period))
        place = services(book["Projects"]).split("!")[1].replace("$", "")
        cells = [row[0] for row in book["_Lists"][place]]
        offered[period] = [cell.value for cell in cells]
        assert {cell.data_type for cell in cells} == {"s"}
    now = ['Care "at home", nights', "=1+1", "Public Health"]
    assert offered == {"2025-26 H2": ["Day Opportunities", *now], "2026-27 H1": now}
