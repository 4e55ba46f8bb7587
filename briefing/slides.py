"""Slides: a pack as a PowerPoint file whose charts and tables can be edited."""

import io
from collections.abc import Sequence
from datetime import datetime

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from briefing import slide_charts
from briefing.letters import plain
from briefing.pack import Bars, Pack, Place, Section, Table
from briefing.slide_parts import BODY, LOW, LOWER, SIZE, UNDER, boxes, heading, large, paragraphs, prepared, table

LINES = 9
# Inches of a table, of a row of one line and of each line more; letters that a line has room for.
HIGH, ROW, LINE, LETTERS = 5.35, 0.34, 0.19, 150


def slides(pack: Pack) -> bytes:
    """The pack as slides: title, then each place with sentences, charts and tables, then the notes."""
    deck = prepared(Presentation())
    told(deck, pack)
    opening(deck, pack)
    for place in pack.places:
        place_slides(deck, pack, place)
    for title, said in (("Notes", pack.notes), ("How these figures are made, in short", pack.methods), ("Credits", pack.credits)):
        words(deck, pack, title, said)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def told(deck: Deck, pack: Pack) -> None:
    """What the file says of itself."""
    about = deck.core_properties
    about.title, about.author, about.language = plain(pack.title), plain(pack.council), "en-GB"
    about.last_modified_by, about.subject = plain(pack.council), plain(pack.period)
    about.created = about.modified = datetime.combine(pack.made_on, datetime.min.time())


def opening(deck: Deck, pack: Pack) -> None:
    """Title, council, half-year, dates, choices, and the notice where the figures are made up."""
    slide = heading(deck, pack, pack.title)
    large(slide.shapes.title)
    paragraphs(slide, (f"{pack.council}, {pack.period}",), 28, LOW)
    chosen = [f"{name}: {said}" for name, said in pack.filters]
    paragraphs(slide, (pack.notice, pack.dates, *chosen), SIZE, LOWER)


def place_slides(deck: Deck, pack: Pack, place: Place) -> None:
    """The three sentences, the four small charts, then a section after another."""
    slide = heading(deck, pack, f"{place.name}: three sentences")
    boxes(slide, place.findings)
    paragraphs(slide, (f"Corrections: {place.corrections}",), 14, UNDER)
    if place.comments:
        words(deck, pack, f"{place.name}: what directors say", place.comments)
    for section in place.sections:
        section_slides(deck, pack, place, section)


def section_slides(deck: Deck, pack: Pack, place: Place, section: Section) -> None:
    """What a section says, its charts, a slide each, and its tables."""
    words(deck, pack, f"{place.name}: {section.title}", (*section.said, *section.notes))
    for chart in section.charts:
        if chart.lines:
            chart_slide(deck, pack, place, chart)
    for one in section.tables:
        table_slides(deck, pack, place, one)


def chart_slide(deck: Deck, pack: Pack, place: Place, chart: Bars) -> None:
    """One chart under its question."""
    slide = heading(deck, pack, f"{place.name}: {chart.title}" if len(pack.places) > 1 else chart.title)
    slide_charts.draw(slide, chart, BODY, 12 if len(chart.lines) > 7 else 14)
    slide.notes_slide.notes_text_frame.text = plain(chart.description)


def table_slides(deck: Deck, pack: Pack, place: Place, one: Table) -> None:
    """A table, over as many slides as its rows need."""
    whose = f"{place.name}: " if len(pack.places) > 1 else ""
    parts = fitting(one)
    for at, rows in enumerate(parts, 1):
        part = f" ({at} of {len(parts)})" if len(parts) > 1 else ""
        slide = heading(deck, pack, f"{whose}{one.title}{part}")
        table(slide, one.title, (one.headings, *rows), one.widths)


def fitting(one: Table) -> list[list[tuple[str, ...]]]:
    """The rows of a table, parted so that each slide has room for its own."""
    parts: list[list[tuple[str, ...]]] = []
    left = 0.0
    for row in one.rows:
        high = ROW + LINE * (one.lines(row, LETTERS) - 1)
        if high > left:
            parts.append([])
            left = HIGH - ROW - LINE * (one.lines(one.headings, LETTERS) - 1)
        parts[-1].append(row)
        left -= high
    return parts


def words(deck: Deck, pack: Pack, title: str, said: Sequence[str]) -> None:
    """Sentences under a title, over as many slides as they need."""
    for at in range(0, len(said), LINES):
        paragraphs(heading(deck, pack, title), said[at : at + LINES], SIZE)
