"""What the XML of a workbook says and no library tells, and which of its worksheets are read."""

import io
import re
import zipfile

import pytest
from xlsxwriter import Workbook

from data.reading import Sheet, Unreadable, limits, read
from data.reading.here import read_here
from data.schema import vocabulary
from tests.data.reading.clean import PEOPLE, PROJECTS
from tests.data.reading.written import as_workbook, sheet_of


def sheets(content: bytes) -> tuple[Sheet, ...]:
    """The tables of a workbook."""
    return read("file.xlsx", content, vocabulary())


def made() -> bytes:
    """A workbook with an error, a formula, a formula without a result, and hidden rows."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Ours")
        sheet.write_row(0, 0, ["project_id", "people", "asked", "felt_heard"])
        for row in range(1, 8):
            sheet.write_row(row, 0, [f"A-{row}"])
        sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        sheet.write_formula(1, 2, "=3+4", None, 7)
        sheet.write_formula(1, 3, "=4+4", None, 8)
        for row in (3, 4, 6):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(9, 9, None, None, {"hidden": True})
    return file.getvalue()


def rewritten(content: bytes, prefixed: bool, single: bool) -> bytes:
    """The workbook with a prefix before each name of its sheets' XML, or with single quotes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part.startswith("xl/worksheets/sheet"):
                text = text.replace(b"<v>8</v>", b"<v></v>")
                if prefixed:
                    text = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", text).replace(b"xmlns=", b"xmlns:x=")
                text = re.sub(rb'="([^"\']*)"', rb"='\1'", text) if single else text
            new.writestr(part, text)
    return file.getvalue()


@pytest.mark.parametrize("prefixed", [False, True])
@pytest.mark.parametrize("single", [False, True])
def test_an_error_is_no_blank_however_the_xml_is_written(prefixed: bool, single: bool) -> None:
    (sheet,) = sheets(rewritten(made(), prefixed, single))
    assert sheet.records[0][2] == ("A-1", "#N/A", "7", "#NO RESULT")
    assert sheet.notes == ("Rows 4 to 5 and 7 are hidden in the workbook and were read too.",)


def test_only_our_own_lists_are_passed_over_in_silence() -> None:
    def more(book: Workbook) -> None:
        for name in ("_Lists", "_Other", "Lists of ours"):
            sheet_of(name, PEOPLE, hidden=True)(book)
        sheet_of("Lists", PEOPLE)(book)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$3"})
        book.add_chartsheet("Picture").set_chart(chart)

    first, second = sheets(as_workbook(PROJECTS, more=more))
    assert second.worksheet == "Lists"
    assert first.notes == (
        "Worksheet “_Other” is hidden and was not read.",
        "Worksheet “Lists of ours” is hidden and was not read.",
        "“Picture” is no worksheet and was not read.",
    )


def test_the_worksheets_of_a_file_may_hold_so_many_rows_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = as_workbook(PROJECTS, more=sheet_of("People", PEOPLE))
    many = len(PROJECTS) + len(PEOPLE) - 2
    monkeypatch.setattr(limits, "MOST_ROWS", many)
    assert len(read_here("file.xlsx", content, vocabulary())) == 2
    monkeypatch.setattr(limits, "MOST_ROWS", many - 1)
    with pytest.raises(Unreadable, match=f"has {many} rows; the most taken is {many - 1}"):
        read_here("file.xlsx", content, vocabulary())
