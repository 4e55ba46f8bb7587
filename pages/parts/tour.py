"""The guided tour of the demonstration: six stops, and the line that leads from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st
from queries import start_again

from pages.parts.links import go
from pages.parts.sentences import escaped

HOME = "tour"
AT = "stop"


@dataclass(frozen=True)
class Stop:
    """One stop of the tour: its page with the filters set, and what to say there."""

    page: str
    title: str
    say: str
    filters: Mapping[str, str] = field(default_factory=dict)


STOPS = (
    Stop("overview", "What is good, and what is not?", "Three boxes say what is good, what is not and what to do next. Each "
         "brings a question to ask in the meeting."),
    Stop("maturity", "How far are people involved?", "Each project says which step it aims for. The picture "
         "shows where projects stand at each stage. Nobody is ranked."),
    Stop("diversity", "Who is missing?", "The people who take part, beside the people who live here. Counts "
         "are rounded, so nobody can be picked out."),
    Stop("learning", "What have we learnt?", "Projects in their own words: what changed, what helped and what "
         "got in the way. Read one aloud."),
    Stop("send", "Can anybody send a return?", "Choose the file with mistakes that the tour page offers. "
         "Each mistake is named by its row, with what to do. Leave those rows out, send, and take it back."),
    Stop("briefing", "What do I take to the committee?", "One page to hand out, with the same figures as the screen."),
)  # fmt: skip


def visit(number: int, label: str) -> None:
    """The way to a stop, counted from 1."""
    stop = STOPS[number - 1]
    go(label, stop.page, **{**stop.filters, AT: str(number)})


def here(address: str) -> int | None:
    """The number of the stop that this page is just now, if the tour led here."""
    named = st.query_params.get(AT, "")
    number = int(named) if named.isascii() and named.isdecimal() and len(named) == 1 else 0
    return number if 1 <= number <= len(STOPS) and STOPS[number - 1].page == address else None


def strip(address: str) -> None:
    """What to say at this stop and the way to the next one; elsewhere, the way to the tour."""
    number = here(address)
    if number is None:
        if address != HOME:
            go("Take the tour: six stops in two minutes", HOME)
        return
    stop = STOPS[number - 1]
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Stop {number} of {len(STOPS)}: {escaped(stop.title)}** {escaped(stop.say)}")
        with st.container(horizontal=True, gap="medium"):
            if number < len(STOPS):
                visit(number + 1, f"Next stop: {STOPS[number].title}")
            go("Back to the tour", HOME)


def from_fresh() -> None:
    """Throw away what was done in the demonstration, and whatever this window had under way."""
    start_again()
    st.session_state.clear()
    st.query_params.clear()
    st.session_state["started again"] = True
