"""The accessibility statement, as a part of the About page."""

import streamlit as st

from pages.about.accessible_words import (
    CAN,
    COVERED,
    LAW,
    NOT_MET,
    PREPARED,
    STANDS,
    STREAMLIT,
    TESTED,
    TROUBLE,
    NotMet,
)
from pages.parts.headline import READABLE, lead
from pages.parts.sentences import day, escaped


def statement() -> None:
    """What is covered, how accessible it is, what does not work, whom to tell, and how it was tested."""
    st.subheader("Can everybody use it?", anchor=False)
    lead(COVERED)
    listed(CAN)
    under("What does not work")
    lead(STANDS)
    listed(tuple(map(fault, NOT_MET)))
    lead(STREAMLIT)
    under("Whom to tell, and what the law says")
    lead(TROUBLE)
    lead(LAW)
    under("How this was tested")
    lead(TESTED)
    lead(f"This statement was prepared on {day(PREPARED)}.")


def under(heading: str) -> None:
    """A heading of the fourth level."""
    st.markdown(f"#### {escaped(heading)}", width=READABLE)


def listed(lines: tuple[str, ...]) -> None:
    """Lines as a list; text is shown as it is."""
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines), width=READABLE)


def fault(one: NotMet) -> str:
    """What does not work, with its criterion and whose fault it is."""
    return f"{one.said[:1].upper()}{one.said[1:]} (criterion {one.criterion}, {one.whose})"
