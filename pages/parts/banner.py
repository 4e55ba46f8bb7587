"""The line above every page: whose dashboard this is, and who is looking at it."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st
from queries import Person, council, loss

from pages.parts.sentences import escaped, sentence
from pages.parts.sign_in import leave

OPEN = "No sign-in is needed: only this computer can see it"
DEMONSTRATION = "This is a demonstration: whatever is done in it is thrown away"


def banner(person: Person, beside: Callable[[], None] = lambda: None) -> None:
    """Whose dashboard this is and who looks at it; and what is missing, if anything was lost.

    `beside` draws what else stands in the line.
    """
    whose_and_who(person, beside)
    if missing := loss():
        st.warning(escaped(missing))


def whose_and_who(person: Person, beside: Callable[[], None]) -> None:
    """Name and notice of the council; who is signed in, until when, and the way out."""
    name, notice = (str(council()[part] or "") for part in ("name", "notice"))
    said = notice if name in notice else f"{name} co-production dashboard. {notice}"
    words = f":small[**{escaped(sentence(said))}** {escaped(sentence(whose(person)))}]"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(words, width="content")
        if person.session:
            st.button(":small[:primary[Sign out]]", type="tertiary", on_click=leave, key="leave", width="content")
        beside()


def whose(person: Person) -> str:
    """Who is looking: nobody in particular where the dashboard is open."""
    if person.role == "demonstration":
        return DEMONSTRATION
    if not person.session:
        return OPEN
    until = f" until {datetime.fromtimestamp(person.ends_at):%H:%M}" if person.ends_at else ""
    return f"Signed in as {person.name} ({person.role}){until}"
