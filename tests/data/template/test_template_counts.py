"""No template holds a count of people, whatever was sent: neither as it was sent nor rounded."""

import io
import zipfile
from pathlib import Path

import pytest

from data.database import Database
from data.intake.template import csv_files, workbook
from tests.data.sending import PERIOD, RATING, Row, counted, send
from tests.data.template.opened import opened

PEOPLE: Row = {"people": 99991, "new_people": 70001, "asked": 99961, "felt_heard": 80021}
PLANTED = (99991, 70001, 99961, 80021, 90007, 60013, 75011)


@pytest.fixture
def sent(council: Database, tmp_path: Path) -> Database:
    """A council that sent counts that could not be anywhere by chance, in two half-years."""
    for period in ("2025-26 H2", PERIOD):
        rating = {**RATING, **PEOPLE, "period": period}
        people = counted("sex", period=period, female=90007, male=60013, not_known=75011)
        outcome = send(council, tmp_path, reason="A test", maturity=[rating], participation=people)
        assert outcome.status == "loaded", outcome
    return council


def unpacked(content: bytes) -> str:
    """Every part of a workbook as text, hidden ones too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())


@pytest.mark.parametrize("period", ["2025-26 H2", PERIOD])
def test_no_count_of_people_is_in_a_template(sent: Database, period: str) -> None:
    book = workbook(sent, "ACH", period)
    files = b"\n".join(csv_files(sent, "ACH", period).values()).decode("utf-8")
    near = {str(count // 5 * 5 + step) for count in PLANTED for step in (0, 5)}
    for count in {str(count) for count in PLANTED} | near:
        assert count not in unpacked(book) and count not in files


def test_the_last_ratings_are_there_without_them(sent: Database) -> None:
    sheet = opened(workbook(sent, "ACH", PERIOD))["Ratings"]
    row = [cell.value for cell in sheet[5]]
    assert row[0] == "ACH-1" and row[3:8] == [5, 3, "NS", "NA", "staff"]
    assert [value for value in row[8:] if value is not None] == [6]
