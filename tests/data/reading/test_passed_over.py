"""What looks like a note or a total is kept wherever it may be an answer."""

import pytest

from data.reading import read
from data.reading.sheet import Sheet
from data.schema import vocabulary

HEAD = "project_id,title,directorate,kind,level,status,start_date,end_date\n"
ROW = "A-1,Day,ACH,project,operational,active,2024-05-01,\n"
PEOPLE = "directorate,period,unit,characteristic,category,count\n"


def table(text: str) -> Sheet:
    """The one table of a text."""
    (sheet,) = read("file.csv", text.encode(), vocabulary())
    return sheet


@pytest.mark.parametrize("first", ["KEY-01", "PAGE-2", "NOTE7", "CONTACTS-1", "SOURCE-9", "END-OF", "AS-AT"])
@pytest.mark.parametrize("rest", [",Day,,,,,,", ",Day,ACH,,,,,", ",,,,,,,"])
def test_a_record_whose_reference_is_a_word_of_notes_is_kept(first: str, rest: str) -> None:
    sheet = table(f"{HEAD}{ROW}{first}{rest}\n")
    assert [record[2][0] for record in sheet.records] == ["A-1", first] and not sheet.notes


def test_a_row_that_fills_half_of_the_columns_is_kept() -> None:
    sheet = table(f"{HEAD}{ROW}Key figures,Day,ACH,project,,,,\n")
    assert len(sheet.records) == 2 and not sheet.notes


@pytest.mark.parametrize("note", [
    "Source: the register", "Note 1: as counted", "Key: blank", "Page 1 of 2", "© The council",
    "* as counted", "(1) as counted", "Contact us,for more", "Produced by the team"])  # fmt: skip
def test_a_note_below_is_still_passed_over(note: str) -> None:
    sheet = table(f"{HEAD}{ROW}{note}{',' * (7 - note.count(','))}\n")
    assert len(sheet.records) == 1
    assert sheet.notes == ("Row 3 is a note below the table and was not read.",)


def test_the_subtotals_of_a_spreadsheet_are_passed_over() -> None:
    rows = "".join(f"ACH,2026-27 H1,people,{each},female,3\n" for each in ("sex", "sex"))
    sheet = table(
        f"{PEOPLE}{rows},,,sex Total,,6\nACH,2026-27 H1,people,carer,yes,6\n,,,carer Total,,6\n"
        "ACH Total,,,,,12\n,,,Grand Total,,12\n"
    )
    assert len(sheet.records) == 3
    assert sheet.notes == ("Rows 4 and 6 to 8 are totals and were not read.",)


@pytest.mark.parametrize("row", [
    "A-2,Town Total,ACH,project,operational,active,2024-05-01,", ",Town Total,,,,,,3",
    "A-2,Day Total,,,,,,3", ",Day Total,,,,,,"])  # fmt: skip
def test_a_title_that_ends_in_total_is_kept(row: str) -> None:
    sheet = table(f"{HEAD}{ROW}{row}\n")
    assert len(sheet.records) == 2 and not sheet.notes


@pytest.mark.parametrize(("delimiter", "called"), [
    (",", "a comma"), (";", "a semicolon"), ("\t", "a tab"), ("|", "a bar")])  # fmt: skip
def test_a_row_too_long_is_told_with_what_stands_between_its_cells(
    delimiter: str, called: str
) -> None:
    text = f"{HEAD}{ROW}{ROW.strip()}x,y\n".replace(",", delimiter)
    (problem,) = table(text).problems
    assert problem.message.endswith(f"with quotation marks around a cell that holds {called}.")
