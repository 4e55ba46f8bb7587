"""Templates at the edges: what is refused, withdrawn, not begun, hostile, or not there at all."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from data.database import Database
from data.intake import withdraw
from data.intake.template import cells_to_fill, csv_files, csv_zip, file_name, workbook
from data.mistakes import WrongUse
from tests.data.sending import NOW, PERIOD, PROJECT, RATING, send
from tests.data.template.opened import HEADINGS, lines, opened

FORMULA = '=HYPERLINK("http://example.org","Click")'


@pytest.mark.parametrize("asked", [workbook, csv_files, csv_zip, file_name, cells_to_fill])
def test_an_unknown_directorate_or_half_year_is_refused(unchanged: Database, asked: object) -> None:
    assert callable(asked)
    with pytest.raises(WrongUse, match="no directorate “XYZ” in the list of directorates. Choose one"):
        asked(unchanged, "XYZ", PERIOD)
    with pytest.raises(WrongUse, match="no half-year “2026-27 H9” in the list of periods. Choose one"):
        asked(unchanged, "ACH", "2026-27 H9")


def test_a_file_is_named_after_whose_it_is(unchanged: Database) -> None:
    assert file_name(unchanged, "ACH", PERIOD) == "returns-adult-care-and-health-2026-27-h1.xlsx"
    zipped = file_name(unchanged, "CFE", PERIOD, "zip")
    assert zipped == "returns-children-families-and-education-2026-27-h1.zip"


def test_only_projects_under_way_are_to_be_rated(unchanged: Database) -> None:
    files = csv_files(unchanged, "ACH", PERIOD)
    known = [row["project_id"] for row in lines(files["projects.csv"])]
    assert known == ["ACH-1", "ACH-2", "ACH-OVER", "ACH-SOON"]
    assert [row["project_id"] for row in lines(files["maturity.csv"])] == ["ACH-1", "ACH-2"]


def test_a_directorate_without_projects_sees_an_example_that_is_not_read(unchanged: Database) -> None:
    sheet = opened(workbook(unchanged, "LAW", PERIOD))["Projects"]
    assert sheet.cell(HEADINGS + 1, 1).value == "Example, not read"
    assert sheet.cell(HEADINGS + 1, 3).value == "Law and Corporate Services"
    assert lines(csv_files(unchanged, "LAW", PERIOD)["projects.csv"]) == []
    theirs = opened(workbook(unchanged, "ACH", PERIOD))["Projects"]
    assert theirs.cell(HEADINGS + 1, 1).value == "ACH-1"


def test_text_stays_text_whatever_it_begins_with(council: Database, tmp_path: Path) -> None:
    assert send(council, tmp_path, projects=[{**PROJECT, "title": FORMULA}]).status == "loaded"
    book = opened(workbook(council, "ACH", PERIOD))
    for name, column in (("Projects", 2), ("Ratings", 2)):
        cell = book[name].cell(HEADINGS + 1, column)
        assert (cell.value, cell.data_type, cell.hyperlink) == (FORMULA, "s", None)
    assert lines(csv_files(council, "ACH", PERIOD)["projects.csv"])[0]["title"] == f"'{FORMULA}"


def test_last_time_is_what_is_in_force(council: Database, tmp_path: Path) -> None:
    for period, step in (("2025-26 H1", 2), ("2025-26 H2", 4)):
        rating = {**RATING, "period": period, "design": step, "aiming_for": step + 1}
        outcome = send(council, tmp_path, reason="A test", maturity=[rating])
        assert outcome.status == "loaded"

    def last() -> tuple[str, str]:
        row = lines(csv_files(council, "ACH", PERIOD)["maturity.csv"])[0]
        return row["Last time: Design"], row["aiming_for"]

    assert last() == ("4", "5")
    number = outcome.files[0].upload
    assert number is not None
    withdraw(council, number, "Sent by mistake", NOW + timedelta(hours=1))
    assert last() == ("2", "3")


def test_the_files_open_in_a_spreadsheet_and_in_one_zip(unchanged: Database) -> None:
    files = csv_files(unchanged, "ACH", PERIOD)
    names = ("projects", "maturity", "themes", "participation", "conditions")
    assert list(files) == [f"{name}.csv" for name in names]
    assert list(csv_files(unchanged, "ACH", "2025-26 H2")) == list(files)[:4]
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\n") == content.count(b"\r\n")
    with zipfile.ZipFile(io.BytesIO(csv_zip(unchanged, "ACH", PERIOD))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert csv_zip(unchanged, "ACH", PERIOD) == csv_zip(unchanged, "ACH", PERIOD)
