"""The files of a briefing, each made when its button is pressed, and noted as handed out."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import briefing
import streamlit as st
from briefing import Pack
from queries import exported, version

from pages.parts.sentences import escaped
from pages.parts.who import when_pressed

PAGE, SLIDES, BOOK = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)


@dataclass(frozen=True)
class File:
    """A kind of file: what its button says, what it is for, what makes it, its ending and type."""

    called: str
    about: str
    make: Callable[[Pack], bytes]
    ending: str
    kind: str


FILES = {
    "one page": File("Download the one page (PDF)", "", briefing.one_page, "pdf", PAGE),
    "slides": File(
        "Download the slides (PowerPoint)", "To show and to change: every chart and table can be edited.",
        briefing.slides, "pptx", SLIDES,
    ),
    "document": File(
        "Download the document (PDF)", "To read and to send: made so that it can be read aloud too.",
        briefing.document, "pdf", PAGE,
    ),
    "workbook": File(
        "Download the figures (Excel)", "To work with: every figure behind the charts, with its meaning.",
        briefing.workbook, "xlsx", BOOK,
    ),
}  # fmt: skip


def one_page_of(pack: Pack) -> None:
    """The button for the page to hand out, before everything else."""
    button(pack, "one page", "primary")


def file_of(pack: Pack, name: str) -> None:
    """What a file is for, and its button."""
    st.markdown(escaped(FILES[name].about))
    button(pack, name, "secondary")


def button(pack: Pack, name: str, look: str) -> None:
    """A button that makes the file when it is pressed; it turns while it does."""
    one = FILES[name]
    st.download_button(
        one.called, when_pressed(lambda: exported(f"briefing: {name}", one.make(pack))),
        file_name=f"briefing-{name.replace(' ', '-')}-{mark(pack)}.{one.ending}", mime=one.kind,
        key=f"briefing {name}", on_click="ignore", type=look,
    )  # fmt: skip


def mark(pack: Pack) -> str:
    """Eight characters that differ with what the pack says and with the data it is of."""
    said = (pack.filters, pack.made_on, pack.as_it_stood_on, version())
    return sha256(repr(said).encode()).hexdigest()[:8]
