"""Notes as cards for reading aloud: a plain quote, whose it is, and from when."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.hiding import hide
from pages.parts.learning_words import ABOUT, Row
from pages.parts.links import go
from pages.parts.sentences import escaped, number

AT_ONCE = 12
PLACE = "place on the wall"


def three(rows: Sequence[Row]) -> None:
    """Notes side by side in large type; one under another on a phone."""
    for column, row in zip(st.columns(3), rows):
        with column:
            card(row, "best", large=True)


def wall(rows: Sequence[Row], chosen: str) -> None:
    """A few notes at a time, two beside each other. `chosen` tells one choice of notes from another."""
    first = standing_at(chosen, len(rows))
    shown = rows[first : first + AT_ONCE]
    for pair in zip(shown[::2], [*shown[1::2], None]):
        for column, row in zip(st.columns(2), pair):
            if row is not None:
                with column:
                    card(row, "wall")
    if len(rows) > AT_ONCE:
        turning(chosen, first, len(rows))


def standing_at(chosen: str, many: int) -> int:
    """Where on the wall this visit stands: at its beginning after another choice."""
    before, first = st.session_state.get(PLACE, ("", 0))
    return int(first) if before == chosen and first < many else 0


def turning(chosen: str, first: int, many: int) -> None:
    """Which notes these are of how many, and the ways to newer and older ones."""
    last = min(first + AT_ONCE, many)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Newer notes", on_click=turn, args=(chosen, first - AT_ONCE), disabled=not first)
        st.button("Older notes", on_click=turn, args=(chosen, last), disabled=last == many)
        st.markdown(f"{number(first + 1)} to {number(last)} of {number(many)} notes", width="content")


def turn(chosen: str, first: int) -> None:
    """Stand at another place of the wall."""
    st.session_state[PLACE] = (chosen, max(first, 0))


def card(row: Row, where: str, *, large: bool = False) -> None:
    """One note: what it tells, the quote, its project, directorate and half-year."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"**{ABOUT[row['about']]}**")
        quote = escaped(f"“{row['note'].strip()}”")
        if large:
            st.header(quote, anchor=False)
        else:
            st.subheader(quote, anchor=False)
        go(str(row["title"]), "projects", project=row["project_id"])
        st.markdown(f":small[{escaped(row['directorate_name'])} · {escaped(row['period_name'])}]")
        hide(str(row["place"]), where)
