"""Showing the pages as they stood on an earlier day: the choice, and the line that says so."""

import streamlit as st
from queries import Stood, days_held

from pages.parts import moment
from pages.parts.sentences import day, escaped

PICKED = "as it stood on"
NOW = "Back to now"
WHY = (
    "Everything that had been sent by the end of that day counts, as it counted then. "
    "Nothing is changed by looking, and the address can be sent to a colleague."
)


def control() -> None:
    """A small menu: the day to show the pages as they stood on, and the way back to now."""
    days = days_held()
    if days is None:
        return
    stood = moment.chosen()
    st.session_state[PICKED] = stood.day if stood else days[1]
    with st.popover(":small[:primary[Show an earlier day]]", type="tertiary", width="content"):
        st.date_input(
            "Show every page as it stood on", min_value=days[0], max_value=days[1], key=PICKED,
            format="DD/MM/YYYY", on_change=picked,
        )  # fmt: skip
        st.markdown(f":small[{escaped(WHY)}]", width=320)
        if stood:
            st.button(NOW, key="now in the menu", on_click=moment.go_to, args=(None,))


def picked() -> None:
    """Take the day chosen; none, or the newest there is, is now."""
    found, days = st.session_state[PICKED], days_held()
    moment.go_to(found if found and days and found < days[1] else None)


def notice(refused: str) -> None:
    """While it is not now: as of when these figures are, and the way back; or why it is now."""
    if refused:
        st.warning(f"{escaped(refused)} These are the figures as they stand now.")
    if stood := moment.chosen():
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            words = escaped(said(stood, moment.shown() is None))
            st.markdown(f":material/history: **{words}**", width="content")
            st.button(NOW, type="primary", key="now", on_click=moment.go_to, args=(None,))


def said(stood: Stood, now_here: bool) -> str:
    """As of when the figures are, in a sentence; `now_here` on a page that is always as it is now."""
    words = f"as they stood on {day(stood.day)}"
    if stood.upload is not None:
        came = f"{day(stood.came_in)} at {stood.came_in:%H:%M}"
        words = f"as they stood before upload {stood.upload}, which came in on {came}"
    if now_here:
        return f"This page is as it is now. The pages with figures are shown {words}."
    return f"You are looking at these figures {words}."
