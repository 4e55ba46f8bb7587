"""Methods: how the figures are made, generated from the questions' headers and the lists."""

from collections.abc import Callable

import streamlit as st
from queries import questions

from pages.about.methods_measures import measures
from pages.about.methods_people import compared, protected
from pages.about.methods_sources import credited, sources
from pages.about.methods_work import involved, owed
from pages.about.words_used import words_used
from pages.parts.headline import READABLE, headline, lead
from pages.parts.page import page
from pages.parts.sentences import count, escaped

Section = tuple[str, str, Callable[[], None]]
SECTIONS: tuple[Section, ...] = (
    ("words", "Words used here", words_used),
    ("involved", "How far people are involved", involved),
    ("owed", "Who owes what, and when", owed),
    ("compared", "Who takes part, compared with the population", compared),
    ("protected", "How people are protected", protected),
    ("sources", "Sources and licences", sources),
    ("credits", "Whose ideas these are", credited),
    ("measures", "Every measure", measures),
)


@page("How these figures are made", section="About", address="methods", order=90,
      answers="What each figure means and how sure it is")
def methods() -> None:
    """How each figure is made, why so, from what, and whose ideas it rests on."""
    headline(
        f"Every figure is the answer to one of {count(len(questions()), 'written question')}, "
        "asked of the returns that directorates send"
    )
    lead(
        "Counts of projects, stages and themes are exact. Counts of people are rounded to 5, once. "
        "All that is shown about people is worked out from the rounded counts."
    )
    contents()
    with st.container(width=READABLE):
        for anchor, title, section in SECTIONS:
            st.subheader(escaped(title), anchor=anchor)
            section()


def contents() -> None:
    """The way down to each section."""
    st.markdown(" · ".join(f"[{escaped(title)}](#{anchor})" for anchor, title, _ in SECTIONS))
