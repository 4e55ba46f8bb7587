"""The tour: a demonstration in two minutes, a file with mistakes to send, and the way to begin again."""

import streamlit as st
from queries import file_with_mistakes

from pages.parts.headline import READABLE, headline, lead
from pages.parts.page import page
from pages.parts.sentences import escaped
from pages.parts.tour import HOME, STOPS, from_fresh, visit

FRESH = "This is a demonstration on a made-up council. Whatever you do here is thrown away, and touches nothing real."


@page("Tour", section="About", address=HOME, order=9, needs="demo", in_bar=True,
      answers="A demonstration in six stops")
def tour() -> None:
    """Six stops, the file to send at the fifth, and the button that makes everything new."""
    if st.session_state.pop("started again", False):
        st.success("Everything is new again.")
    headline("Six stops in two minutes")
    lead(FRESH)
    for number, stop in enumerate(STOPS, start=1):
        with st.container(gap=None, width=READABLE):
            visit(number, f"{number}. {stop.title}")
            st.markdown(f":small[{escaped(stop.say)}]")
    st.subheader("For stop 5: a file with mistakes", anchor=False)
    name, content = file_with_mistakes()
    st.download_button("Download the file with mistakes (CSV)", content, name, "text/csv", on_click="ignore")
    st.subheader("Start again", anchor=False)
    st.button("Start again", on_click=from_fresh)
