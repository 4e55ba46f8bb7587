"""Parts of the slides: title and foot, sentences, boxes and tables, each at its place."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from briefing.letters import plain
from briefing.pack import Finding, Pack

WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
INSIDE = Emu(WIDE - 2 * EDGE)
TOP = Inches(1.45)
BODY = (EDGE, TOP, INSIDE, Inches(5.35))
LOW = (EDGE, Inches(3.3), INSIDE, Inches(0.8))
LOWER = (EDGE, Inches(4.3), INSIDE, Inches(2.4))
UNDER = (EDGE, Inches(6.0), INSIDE, Inches(0.8))
FOOT = (EDGE, Inches(6.95), INSIDE, Inches(0.4))
SIZE = 18
BLUE, INK, SOFT, PALE, PAPER = (RGBColor.from_string(each) for each in ("00539F", "1A1A1A", "4B5563", "EEF3F9", "FFFFFF"))
TITLE_ONLY = 5


def prepared(deck: Deck) -> Deck:
    """A wide deck whose titles stand at the top on the left."""
    deck.slide_width, deck.slide_height = WIDE, HIGH
    layout = deck.slide_layouts[TITLE_ONLY]
    for place in list(layout.placeholders):
        if place.placeholder_format.type is not None and place.placeholder_format.idx != 0:
            place._element.getparent().remove(place._element)
        else:
            place.left, place.top, place.width, place.height = EDGE, Inches(0.4), INSIDE, Inches(0.95)
    return deck


def heading(deck: Deck, pack: Pack, title: str) -> Slide:
    """A new slide under its title, with council, half-year and notice at its foot."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    frame = slide.shapes.title.text_frame
    frame.text, frame.word_wrap, frame.vertical_anchor = plain(title), True, MSO_ANCHOR.MIDDLE
    look(frame.paragraphs[0], 30 if len(title) < 60 else 22, BLUE, bold=True)
    foot = slide.shapes.add_textbox(*FOOT)
    foot.name, foot.text_frame.word_wrap = "Foot", True
    foot.text_frame.text = plain(" · ".join(filter(None, (pack.council, pack.period, pack.notice))))
    look(foot.text_frame.paragraphs[0], 11, SOFT)
    return slide


def look(paragraph: Any, size: int, colour: RGBColor = INK, *, bold: bool = False) -> None:
    """The letters of a paragraph, to the left."""
    paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(size), bold, colour
    paragraph.alignment = 1


def large(title: Any) -> None:
    """The title of the whole pack, lower and larger."""
    title.left, title.top, title.width, title.height = EDGE, Inches(1.4), INSIDE, Inches(1.9)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    look(title.text_frame.paragraphs[0], 44 if len(title.text_frame.text) < 70 else 30, BLUE, bold=True)


def paragraphs(slide: Slide, said: Sequence[str], size: int, box: tuple[Emu, ...] = BODY) -> None:
    """Sentences one under another; smaller where there are many letters."""
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    letters = sum(map(len, said))
    fits = size if letters < 900 else 16 if letters < 1300 else 13
    for at, each in enumerate(filter(None, said)):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = plain(each)
        paragraph.space_after = Pt(8)
        look(paragraph, fits)


def boxes(slide: Slide, findings: Sequence[Finding]) -> None:
    """The three sentences side by side, each with its question."""
    gap = Inches(0.25)
    wide = Emu((INSIDE - 2 * gap) // 3)
    for at, one in enumerate(findings):
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, EDGE + at * (wide + gap), TOP, wide, Inches(4.4))
        shape.name = one.kind
        shape.fill.solid()
        shape.fill.fore_color.rgb = PALE
        shape.line.fill.background()
        shape.shadow.inherit = False
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
        size = 20 if len(one.said) < 170 else 15
        for place, (said, letters, colour) in enumerate(
            ((one.kind, 22, BLUE), (one.said, size, INK), (f"Ask in the meeting: {one.ask}", 15, SOFT))
        ):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.text, paragraph.space_after = plain(said), Pt(8)
            look(paragraph, letters, colour, bold=place == 0)


def table(slide: Slide, description: str, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """A table whose first row are its headings."""
    down, across = len(rows), len(rows[0])
    frame = slide.shapes.add_table(down, across, EDGE, TOP, INSIDE, Emu(Inches(0.33) * down))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(description))
    for place, column in enumerate(frame.table.columns):
        column.width = Emu(INSIDE * widths[place] // sum(widths))
    for at, row in enumerate(rows):
        for place, said in enumerate(row):
            cell = frame.table.cell(at, place)
            cell.text, cell.margin_top, cell.margin_bottom = plain(said), Pt(3), Pt(3)
            look(cell.text_frame.paragraphs[0], 11 if at == 0 or across > 8 else 12, PAPER if at == 0 else INK, bold=at == 0)
            cell.fill.solid()
            cell.fill.fore_color.rgb = BLUE if at == 0 else PALE if at % 2 == 0 else PAPER
