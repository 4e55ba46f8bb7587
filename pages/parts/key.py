"""What the marks of a picture mean: each drawn as the picture draws it, with its words beside it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages.parts.palette import PAPER, State, Verdict

Mark = State | Verdict


def written_key(marks: Iterable[Mark]) -> None:
    """The key as a list that wraps on a phone; the words are read aloud, the marks are not."""
    entries = [f'<li><span aria-hidden="true" {drawn(mark)}</span>{escape(mark.label)}</li>' for mark in marks]
    if entries:
        st.html('<ul class="key">' + "".join(entries) + "</ul>")


def drawn(mark: Mark) -> str:
    """The rest of a mark's tag: a piece as in a bar, with its fill and edge, or a sign in its colour."""
    if mark.sign:
        return f'style="color:{mark.colour}">{escape(mark.sign)}'
    assert isinstance(mark, State)
    edge = mark.fill if mark.edge == PAPER else mark.edge
    line = "dashed" if mark.dashed else "solid"
    return f'class="piece" style="background:{mark.fill};border:2px {line} {edge}">'


def coloured(mark: Mark) -> str:
    """A mark within a sentence, as Markdown: its sign, or a square like its piece of a bar."""
    if mark.sign:
        return f':color[{mark.sign}]{{foreground="{mark.colour}"}}'
    assert isinstance(mark, State)
    if mark.edge == PAPER:
        return f':color[■]{{foreground="{mark.fill}"}}'
    return f':color[{"⬚" if mark.dashed else "□"}]{{foreground="{mark.edge}"}}'
