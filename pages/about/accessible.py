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
    st.markdown("**What does not work**", width=READABLE)
    lead(STANDS)
    listed(tuple(map(fault, NOT_MET)))
    lead(STREAMLIT)
    st.markdown("**Whom to tell, and what the law says**", width=READABLE)
    lead(TROUBLE)
    lead(LAW)
    st.markdown("**How this was tested**", width=READABLE)
    lead(TESTED)
    lead(f"This statement was prepared on {day(PREPARED)}.")


def listed(lines: tuple[str, ...]) -> None:
    """Lines as a list; text is shown as it is."""
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines), width=READABLE)


def fault(one: NotMet) -> str:
    """What does not work, with its criterion and whose fault it is."""
    return f"{one.said[:1].upper()}{one.said[1:]} (criterion {one.criterion}, {one.whose})"
