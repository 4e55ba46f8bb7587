"""How a template looks in a spreadsheet: sheets, headings, drop-downs, boxes and notes."""

from collections.abc import Iterator

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.database import Database
from data.intake.template import cells_to_fill, workbook
from data.intake.template.looks import YELLOW
from data.schema import return_schemas
from tests.data.template.opened import HEADINGS, SHEETS, boxes, forms, headings, opened

ACH = ("ACH", "2026-27 H1")


@pytest.fixture(scope="module")
def book(example: Database) -> Workbook:
    """The workbook of one directorate, conditions among it."""
    return opened(workbook(example, *ACH))


def offered(book: Workbook, sheet: Worksheet, column: str) -> list[str]:
    """What the drop-down of a column offers in its first row."""
    letter = sheet.cell(HEADINGS, headings(sheet).index(column) + 1).column_letter
    for each in validations(sheet):
        if f"{letter}{HEADINGS + 1}" in each.sqref and each.type == "list":
            return entries(book, str(each.formula1))
    return []


def validations(sheet: Worksheet) -> Iterator[DataValidation]:
    """Everything that a worksheet says of what its boxes take."""
    yield from sheet.data_validations.dataValidation


def entries(book: Workbook, source: str) -> list[str]:
    """The entries of a drop-down, from where it takes them."""
    if source.startswith('"'):
        return source.strip('"').split(",")
    place = source.split("!")[1].replace("$", "")
    return [str(row[0].value) for row in book["_Lists"][place]]


def test_the_sheets_stand_in_the_order_they_are_filled_in(example: Database, book: Workbook) -> None:
    assert book.sheetnames == ["Guidance", *SHEETS, "_Lists"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 6 + ["hidden"]
    later = opened(workbook(example, "ACH", "2025-26 H2"))
    assert later.sheetnames == ["Guidance", *list(SHEETS)[:4], "_Lists"]


def test_every_field_has_one_heading_that_means_it(book: Workbook) -> None:
    for sheet, schema in forms(book):
        read = [each for each in headings(sheet) if not each.startswith(("Last time", "For information"))]
        assert sorted(read) == sorted(field.title for field in schema.fields)
        for cell in sheet[HEADINGS]:
            assert cell.comment is not None and cell.comment.text.strip()


def test_fixed_answers_and_lists_are_offered(book: Workbook) -> None:
    for sheet, schema in forms(book):
        for field in schema.fields:
            if field.choices:
                assert offered(book, sheet, field.title) == list(field.choices)
    projects, rated, themes = (book[name] for name in list(SHEETS)[:3])
    assert offered(book, projects, "Directorate")[1] == "Children, Families and Education"
    assert offered(book, projects, "Service")[0] == "Day Opportunities"
    assert len(offered(book, projects, "Service")) == 5
    assert len(offered(book, themes, "Theme")) == 6
    assert offered(book, rated, "Aiming for") == list("234567")


def test_counts_take_whole_numbers_only(book: Workbook) -> None:
    whole = {
        str(each.sqref) for sheet, _ in forms(book) for each in validations(sheet) if each.type == "whole"
    }
    assert {place.split(":")[0] for place in whole} == {"U5", "V5", "W5", "X5", "F5"}


def test_what_is_told_refuses_typing(book: Workbook) -> None:
    for sheet, _ in forms(book):
        shut = {str(each.sqref)[0] for each in validations(sheet) if each.type == "textLength"
                and each.formula1 == "0"}  # fmt: skip
        told = {cell.column_letter for cell in sheet[HEADINGS]
                if str(cell.value).startswith(("Last time", "For information"))}  # fmt: skip
        assert told <= shut
        assert not sheet.protection.sheet


def test_nothing_changed_is_offered_only_where_something_was_rated(unchanged: Database) -> None:
    sheet = opened(workbook(unchanged, *ACH))["Ratings"]
    place = headings(sheet).index("Nothing changed") + 1
    letter = sheet.cell(HEADINGS, place).column_letter
    kinds = {str(each.sqref): each.type for each in validations(sheet) if letter in str(each.sqref)}
    # Two projects that were never rated, then rows to spare.
    assert kinds == {f"{letter}5:{letter}6": "textLength", f"{letter}7:{letter}11": "list"}


def test_no_cell_is_a_formula(book: Workbook) -> None:
    for sheet in book:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_yellow_boxes_are_those_that_are_counted(example: Database, book: Workbook) -> None:
    yellow = {
        schema.name: sum(
            box.value is None and box.fill.start_color.rgb == f"FF{YELLOW[1:]}" for box in boxes(sheet)
        )
        for sheet, schema in forms(book)
    }
    assert yellow == cells_to_fill(example, *ACH)
    # Nine projects: five answers each and a theme with its strength; six lists of people; twelve questions.
    people = 8 + 4 + 7 + 4 + 4 + 9
    assert yellow == {"projects": 0, "maturity": 45, "themes": 18, "participation": people, "conditions": 12}


def test_the_guidance_explains_every_column(book: Workbook) -> None:
    told = {tuple(cell.value for cell in row[:2]) for row in book["Guidance"].iter_rows()}
    for schema in return_schemas().values():
        assert {(field.title, field.description) for field in schema.fields} <= told
    said = " ".join(str(cell.value) for row in book["Guidance"].iter_rows() for cell in row if cell.value)
    for words in ("Adult Care and Health", "Due on 14 November 2026", "made up", "7 Co-production",
                  "9 projects: 111 boxes to fill in, about 37 minutes", "postcodes"):  # fmt: skip
        assert words in said


def test_the_same_content_is_the_same_bytes(example: Database) -> None:
    assert workbook(example, *ACH) == workbook(example, *ACH)


def test_sheets_print_across_and_keep_their_headings_in_sight(book: Workbook) -> None:
    for sheet, _ in forms(book):
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1) and sheet.page_setup.fitToHeight == 0
        assert str(sheet.freeze_panes).endswith(str(HEADINGS + 1))
        assert sheet.auto_filter.ref is None
