"""A file given back says what to put right beside each row, and sends clean once it is."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.database import Database
from data.intake import Delivery, Offer, Outcome, file_given_back, findings, take_in
from tests.data.sending import NOW, RATING, text

pytestmark = pytest.mark.usefixtures("council_key")
LOOK: Callable[..., None] = lambda writer, outcome: None  # noqa: E731
ROWS = [
    {**RATING, "colour": "=1+1", "design": 9},
    {**RATING, "project_id": "ACH-2", "colour": "-5", "aiming_for": ""},
    {**RATING, "project_id": "CFE-1", "colour": "007", "evidence": "Ask a.person@example.org"},
]


def looked_at(council: Database, name: str, content: bytes) -> Outcome:
    """What is found in a file, and nothing kept."""
    return take_in(council, [(Delivery(NOW), [Offer(name, content)])], look=LOOK)


def given_back(outcome: Outcome) -> Worksheet:
    """The sheet of the workbook given back, as another program reads it."""
    book = load_workbook(io.BytesIO(file_given_back(outcome.files)))
    return book.worksheets[0]


def saved(sheet: Worksheet) -> bytes:
    """The workbook of a sheet as a file."""
    content = io.BytesIO()
    book = sheet.parent
    assert isinstance(book, Workbook)
    book.save(content)
    return content.getvalue()


def test_every_cell_stands_where_it_stood_with_what_to_put_right_beside_it(
    council: Database,
) -> None:
    content = b"Ratings of the borough\n\n" + text(ROWS)
    sheet = given_back(looked_at(council, "rated.csv", content))
    assert [cell.value for cell in sheet[3]][:3] == ["project_id", "period", "design"]
    assert sheet.cell(3, sheet.max_column).value.startswith("What to put right")
    assert sheet["C4"].value == 9 and sheet["A5"].value == "ACH-2"
    said = [str(sheet.cell(row, sheet.max_column).value) for row in (4, 5, 6)]
    assert "Design is not in the answers taken" in said[0]
    assert "Aiming for is blank" in said[1]
    assert "Please check: Evidence seems to hold an e-mail address" in said[2]
    assert "a.person" not in said[2]


def test_nothing_in_it_is_a_formula(council: Database) -> None:
    sheet = given_back(looked_at(council, "rated.csv", text(ROWS)))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_once_put_right_it_is_sent_as_it_is(council: Database) -> None:
    sheet = given_back(looked_at(council, "rated.csv", text(ROWS)))
    sheet["C2"], sheet["H3"], sheet["J4"] = 5, 6, "Minutes"
    sent = take_in(council, [(Delivery(NOW), [Offer("rated.xlsx", saved(sheet))])])
    assert sent.status == "loaded", sent.problems
    held = council.read("select project_id, design, aiming_for from sent.maturity order by 1").rows
    assert held == [("ACH-1", "5", 6), ("ACH-2", "5", 6), ("CFE-1", "5", 6)]


def test_ragged_rows_are_given_back_too(council: Database) -> None:
    content = text([RATING]) + b"ACH-2,2026-27 H1,1,2,3,4,staff,5,,,,,,,,,lost\n"
    outcome = looked_at(council, "rated.csv", content)
    assert [each.kind for each in outcome.problems] == ["ragged"]
    sheet = given_back(outcome)
    assert sheet["A3"].value == "ACH-2" and "lost" in [cell.value for cell in sheet[3]]


def test_problems_of_one_kind_are_told_once_with_all_their_cells(
    council: Database, tmp_path: Path
) -> None:
    rows = [{**RATING, "project_id": each, "design": 9} for each in ("ACH-1", "ACH-2", "CFE-1")]
    (received,) = looked_at(council, "rated.csv", text(rows)).files
    (finding,) = findings(received, "must_fix")
    assert (finding.place, finding.cells) == ("Column C, Design", 3)
    (sentence,) = finding.sentences()
    assert sentence.startswith("rows 2, 3 and 4, “9”: is not in the answers taken.")


def test_a_column_is_named_as_the_file_has_it_beside_our_name(council: Database) -> None:
    held = {("Who rated" if name == "rated_by" else name): cell for name, cell in RATING.items()}
    outcome = looked_at(council, "rated.csv", text([{**held, "Who rated": "a neighbour"}]))
    (finding,) = findings(outcome.files[0], "must_fix")
    assert finding.place.endswith(" (“Who rated”, our “Rated by”)")
    sheet = given_back(outcome)
    said = str(sheet.cell(2, sheet.max_column).value)
    assert said.startswith("Rated by (“Who rated”) is not in the answers taken")
