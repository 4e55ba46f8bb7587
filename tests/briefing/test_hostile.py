"""Text that a council sends stays text in every file: no formula, link, macro or layout of its own."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

import briefing
from briefing import Pack
from briefing.letters import PRINTED
from briefing.letters import printed as printed_as
from pages.parts.briefing_pack import composed
from tests.briefing.opened import no_formula, of_slides, printed, squeezed
from tests.example import example_database
from tests.pages.drawing import lent

NOW = "2026-27 H1"


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


HOSTILE = (
    "=HYPERLINK(\"http://example.invalid\",\"x\")", "#read(\"x\") $x$ *b* _i_ <label> @cite [c]", "http://example.invalid/a",
    "{{= +cmd|' /C calc'!A0}}", "@SUM(1+1)", "mailto:a@example.invalid", "_x0041_ \u202egnp.exe\u202c \x00\x07\u0000",
    "中文 😀 ẞ", "-1+1", "internal:Sheet1!A1", "</a:t><script>", "\\u{1f4a9} \\ // /* */ `raw`",
)  # fmt: skip


def hostile(pack: Pack) -> Pack:
    """The pack with text in every place that a council writes, which would do something if it were run."""
    (place,) = pack.places
    one = place.sections[0]
    chart = one.charts[0]
    names = tuple(HOSTILE[at % len(HOSTILE)] for at in range(len(chart.lines)))
    charts = tuple(
        replace(chart, lines=names, words=names[::-1], title=text, description=text,
                series=tuple(replace(each, label=text) for each in chart.series))
        for text in HOSTILE
    )  # fmt: skip
    (table, *_) = one.tables
    rows = tuple(tuple(text for _ in table.headings) for text in HOSTILE)
    answer = replace(table.answer, rows=tuple(
        {**table.answer.rows[0], "directorate_name": text} for text in HOSTILE
    ))  # fmt: skip
    tables = (replace(table, rows=rows, title=HOSTILE[0], answer=answer),)
    section = replace(one, title=HOSTILE[1], said=HOSTILE, charts=charts, tables=tables)
    findings = tuple(replace(each, said=HOSTILE[0], ask=HOSTILE[1]) for each in place.findings)
    place = replace(place, name=HOSTILE[0], findings=findings, small=charts[:4], sections=(section,), comments=HOSTILE)
    return replace(pack, title=HOSTILE[0], council=HOSTILE[1], places=(place,))


@pytest.fixture(scope="module")
def bad() -> Pack:
    """A pack full of hostile text."""
    return hostile(composed(NOW, (), ("maturity",)))


def test_hostile_text_stays_text_on_printed_pages(bad: Pack) -> None:
    for make in (briefing.one_page, briefing.document):
        made = make(bad)
        words = printed(made)
        assert squeezed(HOSTILE[1]) in words and squeezed(HOSTILE[0]) in words
        pages = PdfReader(io.BytesIO(made)).pages
        assert not any("/Annots" in page for page in pages)
        assert b"/JavaScript" not in made and b"/Launch" not in made and b"/URI" not in made


def test_hostile_text_stays_text_on_slides(bad: Pack) -> None:
    made = briefing.slides(bad)
    words, _, _ = of_slides(made)
    assert squeezed(HOSTILE[0]) in words
    with ZipFile(io.BytesIO(made)) as package:
        for name in package.namelist():
            content = package.read(name)
            assert b'TargetMode="External"' not in content and b"hlinkClick" not in content and "vba" not in name.lower()
            if name.endswith(".xlsx"):
                assert no_formula(content)


def test_hostile_text_stays_text_in_the_workbook(bad: Pack) -> None:
    made = briefing.workbook(bad)
    assert no_formula(made)
    held = [cell.value for sheet in load_workbook(io.BytesIO(made)) for row in sheet.iter_rows() for cell in row]
    assert HOSTILE[0] in held and HOSTILE[4] in held and HOSTILE[8] in held


def test_the_whole_alphabet_of_the_printed_pages_is_printed(bad: Pack) -> None:
    letters = "".join(chr(code) for low, high in PRINTED for code in range(low, high + 1))
    assert all(letter == printed_as(letter) for letter in letters.strip() if not letter.isspace())
    words = printed(briefing.one_page(replace(bad, notes=(letters,))))
    assert "Ж" in words and "é" in words and "ŵ" in words
