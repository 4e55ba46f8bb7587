"""What the files say is what the pages say, figure by figure."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation
from pypdf import PdfReader
from typst import TypstError

import briefing
from briefing import Pack
from pages.parts.briefing_pack import composed
from queries import Answer
from tests.briefing.opened import as_kept, of_slides, printed, squeezed
from tests.example import example_database
from tests.pages.drawing import lent

NOW, FIRST = "2026-27 H1", "2023-24 H2"
CHOICES = [(NOW, ()), (NOW, ("LAW", "CFE")), (FIRST, ())]


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module", params=CHOICES, ids=lambda one: f"{one[0]} {','.join(one[1]) or 'all'}")
def pack(request: pytest.FixtureRequest) -> Pack:
    """A pack for the council, for two directorates of which one sent nothing, for the first half-year."""
    return composed(*request.param, ())


def test_the_pdfs_say_every_sentence_and_every_figure(pack: Pack) -> None:
    made = briefing.one_page(pack)
    page, whole = printed(made), printed(briefing.document(pack))
    assert len(PdfReader(io.BytesIO(made)).pages) == len(pack.places)
    for place in pack.places:
        for one in place.findings:
            assert squeezed(one.said) in page and squeezed(one.said) in whole
        assert squeezed(place.corrections) in page and squeezed(place.corrections) in whole
        for chart in place.small:
            for line, words in zip(chart.lines, chart.words, strict=True):
                assert squeezed(line) in page and squeezed(words) in page
        for section in place.sections:
            for said_there in section.said:
                assert squeezed(said_there) in whole
            for table in section.tables:
                for row in table.rows:
                    assert squeezed("".join(row)) in whole
    for line in (*pack.credits, pack.dates, pack.notice, *pack.notes):
        assert squeezed(line) in page and squeezed(line) in whole


def test_the_slides_hold_every_sentence_table_and_chart_each_with_a_description(pack: Pack) -> None:
    made = briefing.slides(pack)
    words, tables, charts = of_slides(made)
    assert all(squeezed(one.said) in words for place in pack.places for one in place.findings)
    rows = [row for table in tables for row in table]
    for _, chart in pack.charts():
        if chart.lines:
            assert {one.label: tuple(value or None for value in one.values) for one in chart.series} in charts
    for place in pack.places:
        for section in place.sections:
            assert all(row in rows for table in section.tables for row in table.rows)
            assert all(squeezed(each) in words for each in (*section.said, *section.notes))
    described(made)


def test_the_workbook_holds_every_answer_as_it_was_asked(pack: Pack) -> None:
    book = load_workbook(io.BytesIO(briefing.workbook(pack)))
    sheets = {(sheet["A1"].value, sheet["A2"].value): sheet for sheet in book.worksheets}
    sections = [section for place in pack.places for section in place.sections]
    for answer in [each for one in sections for each in (*(table.answer for table in one.tables), *one.behind)]:
        holds(sheets[answer.text, " ".join(answer.note.lines())], answer)


def holds(sheet: Worksheet, answer: Answer) -> None:
    """A sheet holds every row of an answer, and says what stands for few people."""
    headings = [cell.value for cell in sheet[4]]
    cells = list(sheet.iter_rows(min_row=5, max_row=4 + len(answer.rows), values_only=True))
    for row, found in zip(answer.rows, cells, strict=True):
        held = dict(zip(headings, found, strict=True))
        assert [as_kept(held[each.name]) for each in answer.columns] == [as_kept(row[each.name]) for each in answer.columns]
        for column in answer.columns:
            if column.kind == "people" and row[column.name] == 0:
                assert held[f"{column.name} shown"] == "fewer than 5"


@pytest.fixture(scope="module")
def finance() -> Pack:
    """A pack for one directorate."""
    return composed(NOW, ("FIN",), ("maturity",))


@pytest.mark.parametrize("make", [briefing.one_page, briefing.document])
def test_a_picture_without_a_description_is_refused(finance: Pack, make: Callable[[Pack], bytes]) -> None:
    (place,) = finance.places
    bare = tuple(replace(chart, description="") for chart in place.small if chart.lines)
    section = replace(place.sections[0], charts=bare)
    with pytest.raises(TypstError, match="alternative description|alt"):
        make(replace(finance, places=(replace(place, small=bare, sections=(section,)),)))


def test_a_table_that_is_long_goes_on_on_another_slide(finance: Pack) -> None:
    (place,) = finance.places
    table = place.sections[0].tables[0]
    rows = tuple(("A very long title of a project that goes on " * 2, *row[1:]) for row in table.rows * 5)
    section = replace(place.sections[0], tables=(replace(table, rows=rows),))
    made = Presentation(io.BytesIO(briefing.slides(replace(finance, places=(replace(place, sections=(section,)),)))))
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 2 and sum(len(each.rows) - 1 for each in tables) == len(rows)


def described(made: bytes) -> None:
    """Every slide has a title, every chart and table on it a description."""
    for slide in Presentation(io.BytesIO(made)).slides:
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
