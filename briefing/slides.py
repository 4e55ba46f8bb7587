"""Slides: a pack as a PowerPoint file whose charts and tables can be edited."""

import io
from collections.abc import Sequence
from datetime import datetime

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from briefing import slide_charts
from briefing.letters import plain
from briefing.pack import Bars, Pack, Place, Section, Table
from briefing.slide_parts import BODY, SIZE, boxes, heading, line, paragraphs, prepared, table

ROWS = 11
LINES = 9


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
    chosen = [f"{name}: {said}" for name, said in pack.filters]
    slide = heading(deck, pack, pack.title)
    paragraphs(slide, (pack.council, pack.period, pack.dates, *chosen, pack.notice), 20)


def place_slides(deck: Deck, pack: Pack, place: Place) -> None:
    """The three sentences, the four small charts, then a section after another."""
    slide = heading(deck, pack, f"{place.name}: three sentences")
    boxes(slide, place.findings)
    line(slide, " ".join((*place.comments, f"Corrections: {place.corrections}")))
    drawn = [chart for chart in place.small if chart.lines]
    for section in place.sections:
        section_slides(deck, pack, place, section)
    if not place.sections:
        for chart in drawn:
            chart_slide(deck, pack, place, chart)


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
    slide = heading(deck, pack, f"{chart.title} {place.name}" if len(pack.places) > 1 else chart.title)
    slide_charts.draw(slide, chart, BODY, 12 if len(chart.lines) > 7 else 14)
    slide.notes_slide.notes_text_frame.text = plain(chart.description)


def table_slides(deck: Deck, pack: Pack, place: Place, one: Table) -> None:
    """A table, over as many slides as its rows need."""
    parts = [one.rows[at : at + ROWS] for at in range(0, len(one.rows), ROWS)]
    for at, rows in enumerate(parts, 1):
        part = f" ({at} of {len(parts)})" if len(parts) > 1 else ""
        slide = heading(deck, pack, f"{one.title}{part}")
        table(slide, one.title, (one.headings, *rows))


def words(deck: Deck, pack: Pack, title: str, said: Sequence[str]) -> None:
    """Sentences under a title, over as many slides as they need."""
    for at in range(0, len(said), LINES):
        paragraphs(heading(deck, pack, title), said[at : at + LINES], SIZE)
