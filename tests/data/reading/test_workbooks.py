"""A workbook is read in text, worksheet by worksheet; nothing in it is taken for a blank."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from xlsxwriter import Workbook

from data.reading import Sheet, Unreadable, read
from data.schema import vocabulary
from tests.data.reading.clean import PEOPLE, PROJECTS
from tests.data.reading.written import as_workbook, sheet_of


def sheets(content: bytes) -> tuple[Sheet, ...]:
    """The tables of a workbook."""
    return read("file.xlsx", content, vocabulary())


def test_values_are_text_as_people_see_them() -> None:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["project_id", "title", "status", "kind", "level"])
        values = [12.0, 12.5, 1234567, True, False, "a\nb", "0012", 0.1 + 0.2, -3, 1e-7]
        for row, value in enumerate(values, 1):
            sheet.write(row, 0, value)
        for row, moment in enumerate([date(2026, 4, 30), datetime(2026, 4, 30, 10, 5), time(9, 30)], 11):
            sheet.write_datetime(row, 0, moment, day)
        sheet.write_formula(14, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(15, 0, "=1+1", None, 2)
        sheet.write_formula(16, 0, "=1+1", None, "")
    texts = [record[2][0] for record in sheets(file.getvalue())[0].records]
    assert texts[:10] == ["12", "12.5", "1234567", "TRUE", "FALSE", "a\nb", "0012", "0.3", "-3", "1e-07"]
    assert texts[10:12] == ["2026-04-30", "2026-04-30 10:05:00"]
    assert texts[13:] == ["#DIV/0!", "2"]


def emptied(content: bytes) -> bytes:
    """The workbook with every formula's result taken out, as programs without a calculator write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"<v>7</v>", b"<v></v>"))
    return file.getvalue()


def test_a_formula_without_a_result_is_no_blank() -> None:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Ours & theirs")
        sheet.write_row(0, 0, ["project_id", "people", "asked"])
        sheet.write_row(1, 0, ["A-1"])
        sheet.write_formula(1, 2, "=3+4", None, 7)
    assert sheets(file.getvalue())[0].records[0][2] == ("A-1", "", "7")
    assert sheets(emptied(file.getvalue()))[0].records[0][2] == ("A-1", "", "#NO RESULT")


def test_each_worksheet_with_a_table_is_a_sheet() -> None:
    def more(book: Workbook) -> None:
        sheet_of("participation", [[], ["", "Title"], *(["", *row] for row in PEOPLE)])(book)
        sheet_of("Guidance", [["Read this"], ["first"]])(book)
        sheet_of("Colours", [["Fruit", "Colour"], ["pear", "green"]])(book)
        sheet_of("maturity", [["project_id", "period", "design"]])(book)
        sheet_of("Old", PROJECTS, hidden=True)(book)
        sheet_of("_Lists", PROJECTS, hidden=True)(book)

    first, second = sheets(as_workbook(PROJECTS, more=more, name="projects"))
    assert (first.worksheet, second.worksheet) == ("projects", "participation")
    assert second.letters == ("B", "C", "D", "E", "F", "G") and second.header_at == (3, 3)
    assert second.records[0][:2] == (4, 4)
    assert first.notes == (
        "Worksheet “Old” is hidden and was not read.",
        "Worksheet “maturity” has no rows below its headings.",
        "Worksheet “Colours” has none of the headings wanted and was not read.",
    )


def test_a_second_table_in_a_worksheet_is_refused_by_its_name() -> None:
    content = as_workbook(PROJECTS, more=sheet_of("Both", [*PROJECTS, [], *PEOPLE]))
    with pytest.raises(Unreadable, match="worksheet “Both”.* second table"):
        sheets(content)


def test_a_part_that_is_damaged_is_refused() -> None:
    content = bytearray(as_workbook(PROJECTS))
    place = content.find(b"xl/worksheets/sheet1.xml") + 60
    content[place : place + 40] = bytes(40)
    with pytest.raises(Unreadable) as refused:
        sheets(bytes(content))
    assert refused.value.problem.message.endswith(".")
