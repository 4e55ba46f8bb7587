"""What stands at the top of a page: sentences in plain English, figures, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.parts.links import go
from pages.parts.sentences import escaped, sentence

READABLE = 860


@dataclass(frozen=True)
class Tile:
    """One figure at the top of a page: what it counts, the figure, and its base in words."""

    label: str
    figure: str
    base: str = ""


def headline(*sentences: str) -> None:
    """The finding in plain English, in larger type, at a width that is easy to read."""
    said = " ".join(sentence(each) for each in sentences if each)
    st.header(escaped(said), anchor=False, width=READABLE)


def lead(text: str) -> None:
    """A paragraph under the headline, in ordinary type."""
    st.markdown(escaped(text), width=READABLE)


def tiles(figures: Sequence[Tile]) -> None:
    """Figures side by side, at most four; one under another on a phone."""
    for column, one in zip(st.columns(len(figures)), figures, strict=True):
        with column, st.container(border=True, height="stretch", gap="xxsmall"):
            st.markdown(escaped(one.label))
            st.metric(escaped(one.label), escaped(one.figure), label_visibility="collapsed")
            if one.base:
                st.markdown(f":small[{escaped(one.base)}]")


def finding(kind: str, said: str, ask: str, label: str, address: str, **filters: str) -> None:
    """One finding in a box: its kind, a sentence, a question for the meeting, and the way to it.

    `address` is a page's, or "#" with the anchor of a heading on this page.
    """
    with st.container(border=True, height="stretch", key=f"finding {kind}"):
        st.header(escaped(kind), anchor=False)
        st.markdown(escaped(sentence(said)))
        st.markdown(f"**Ask in the meeting:** {escaped(ask)}")
        if address.startswith("#"):
            st.markdown(f"[{escaped(label)}]({address})")
        else:
            go(label, address, **filters)


def empty_state(said: str, what_to_do: str) -> None:
    """Why there is nothing to show, and what would change that."""
    st.info(f"**{escaped(sentence(said))}** {escaped(sentence(what_to_do))}")
