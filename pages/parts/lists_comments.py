"""Directors' comments: a few words beside the figures of a directorate."""

import streamlit as st
from queries import ask, choices

from pages.parts.changing import offer
from pages.parts.headline import READABLE, lead
from pages.parts.sentences import day, escaped

MOST = 300
WHAT = (
    "A comment stands beside the directorate’s figures on Overview and in the briefing. It names nobody. A newer "
    "one takes the place of the one before."
)


def comments() -> None:
    """The comment of one directorate for one period, and the way to write it."""
    lead(WHAT)
    places = {str(row["code"]): str(row["label"]) for row in choices("directorates")}
    times = {str(row["code"]): str(row["label"]) for row in reversed(choices("periods"))}
    with st.container(width=READABLE):
        place = str(st.selectbox("Directorate", list(places), format_func=lambda each: places[each]))
        time = str(st.selectbox("Period", list(times), format_func=lambda each: times[each]))
        there = ask("running/comments", period=time).where(directorate=place)
        held = str(there[0]["comment"]) if there else ""
        if there:
            st.markdown(f":small[Written on {day(there[0]['said_on'])}.]")
        words = st.text_area("Comment", held, max_chars=MOST, key=f"comment {place} {time} {held}")
    said = " ".join((words or "").split())
    if said and said != held:
        offer("comment", f"{place}/{time}", said, f"The comment of {places[place]} for {times[time]} was written")


def beside(period: str) -> None:
    """What directors say of their directorates in this period; nothing where none does."""
    for row in ask("running/comments", period=period).rows:
        said = f"**{escaped(row['directorate_name'])}, in the director’s words:** {escaped(row['comment'])}"
        st.markdown(said, width=READABLE)
