"""The files of a briefing, each made when its button is pressed, and noted as handed out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import briefing
import streamlit as st
from briefing import Pack
from queries import exported, version

from pages.parts.who import when_pressed

PAGE, SLIDES, BOOK = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
LONGEST = 40
ABOUT = (
    "A briefing is four files with the same words and figures as the pages. The one page holds these sentences, four "
    "charts and what was corrected. In the slides every chart and table can be changed. The document has every chosen "
    "page and can be read aloud. The workbook has every figure."
)


@dataclass(frozen=True)
class File:
    """A kind of file: what its button says, what makes it, its ending and type."""

    called: str
    make: Callable[[Pack], bytes]
    ending: str
    kind: str


FILES = {
    "one page": File("Download the one page (PDF)", briefing.one_page, "pdf", PAGE),
    "slides": File("Slides (PowerPoint)", briefing.slides, "pptx", SLIDES),
    "document": File("Document (PDF)", briefing.document, "pdf", PAGE),
    "workbook": File("Workbook (Excel)", briefing.workbook, "xlsx", BOOK),
}


def button(pack: Pack, name: str, period: str) -> None:
    """A button that makes the file of a half-year when it is pressed; it turns while it does."""
    one, first = FILES[name], name == next(iter(FILES))
    st.download_button(
        one.called, when_pressed(lambda: exported(f"briefing: {name}", one.make(pack))),
        file_name=f"{called(pack, name, period)}.{one.ending}", mime=one.kind,
        key=f"briefing {name}", on_click="ignore", type="primary" if first else "secondary",
    )  # fmt: skip


def called(pack: Pack, name: str, period: str) -> str:
    """A file's name: what it is, of which place and half-year, and its mark."""
    several = f"{len(pack.places)} directorates"
    where = pack.places[0].name[:LONGEST] if len(pack.places) == 1 else several
    said = "-".join(("briefing", name, where, period)).lower()
    return f"{re.sub('[^a-z0-9]+', '-', said)}-{mark(pack)}"


def mark(pack: Pack) -> str:
    """Eight characters that differ with what the pack says and with the data it is of."""
    places = [(place.findings, place.small, place.comments, place.corrections) for place in pack.places]
    said = (pack.title, pack.filters, pack.dates, version(), places)
    return sha256(repr(said).encode()).hexdigest()[:8]
