"""The moment shown: chosen in the banner, kept in the web address, carried from page to page.

It follows the rules of filters: what the address names is what is shown, and a bare address
means what it meant on arrival. Pages that act, such as Send, are always shown as they are now.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

import streamlit as st
from queries import Stood, WrongUse, as_it_stood, which_moment
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.address import MOMENTS, bare_address, here, put_in_address, remembered

ON, BEFORE = MOMENTS
DRAWN_AT = "moment drawn at"
CHOSEN = "moment chosen"
SHOWN = "moment shown"
_later: ContextVar[datetime | None] = ContextVar("moment", default=None)


def settle(now_only: bool) -> str:
    """Take the moment that the address names for the page being drawn; why not, where it cannot be.

    `now_only` shows this page as it is now, whatever is chosen for the others.
    """
    st.session_state[CHOSEN], said = named(meant())
    remember(st.session_state[CHOSEN])
    st.session_state[SHOWN] = None if now_only else st.session_state[CHOSEN]
    return said


def meant() -> Mapping[str, str]:
    """The address, or what it was on arrival where it names nothing at all."""
    address = st.query_params.to_dict()
    arriving = st.session_state.get(DRAWN_AT) != here()
    st.session_state[DRAWN_AT] = here()
    return address or bare_address(arriving)


def named(meanings: Mapping[str, str]) -> tuple[Stood | None, str]:
    """The moment that is named, or None for now; and why it cannot be shown, where it cannot."""
    try:
        return as_it_stood(meanings.get(ON), meanings.get(BEFORE)), ""
    except WrongUse as reason:
        return None, str(reason)


def remember(stood: Stood | None) -> None:
    """Keep the moment for the pages that follow."""
    for name in MOMENTS:
        remembered().pop(name, None)
    if stood is not None:
        remembered().update(in_address(stood))


def in_address(stood: Stood) -> dict[str, str]:
    """How a moment is named in the address."""
    return {ON: str(stood.day)} if stood.upload is None else {BEFORE: str(stood.upload)}


def chosen() -> Stood | None:
    """The moment chosen for the pages that show figures, or None for now."""
    found: Stood | None = st.session_state.get(CHOSEN)
    return found


def shown() -> datetime | None:
    """The moment of whatever is asked here, or None for now."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return _later.get()
    found: Stood | None = st.session_state.get(SHOWN)
    return found.at if found else None


def go_to(day: date | None) -> None:
    """Show the pages as they stood at the end of a day, or as they are now."""
    remember(Stood(datetime.combine(day, datetime.max.time())) if day else None)
    if day is None:
        st.session_state.get("bare addresses", {}).get(here(), {}).update(dict.fromkeys(MOMENTS))
    put_in_address(st.session_state["choices here"])


@contextmanager
def shown_at(moment: datetime | None) -> Iterator[None]:
    """Whatever is asked inside, outside a visit's own run, is asked for this moment."""
    mark = _later.set(moment)
    try:
        yield
    finally:
        _later.reset(mark)


which_moment(shown)
