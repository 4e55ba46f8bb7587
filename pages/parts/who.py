"""Who is here: the person of a sign-in, asked afresh every time, or why nobody is let in."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st
from queries import (
    NO_ROLE,
    NotAllowed,
    NotReady,
    Person,
    anybody,
    has_signed_out,
    is_kept_out,
    person_signed_in,
    who_acts,
)
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts import provider
from pages.parts.moment import shown, shown_at

Claims = Mapping[str, Any]
Made = TypeVar("Made")
_later: ContextVar[Claims | None] = ContextVar("claims", default=None)


@dataclass(frozen=True)
class Away:
    """Why somebody is not let in: in a word for us, in a sentence for them, and who they said they are."""

    why: str
    said: str
    person: Person | None = None

    @property
    def may_sign_in(self) -> bool:
        """Whether signing in (again) is the way on; else it is signing out."""
        return self.why in ("stranger", "ended", "signed out")


STRANGER = Away("stranger", "Sign in with your council account. You then come to the page you opened.")


def claims() -> Claims:
    """What the sign-in of this visit says of its person; nothing for a stranger."""
    kept = _later.get()
    if kept is not None:
        return kept
    if get_script_run_ctx(suppress_warning=True) is None or not provider.signs_in():
        return {}  # where nobody signs in, Streamlit would look for its file of secrets each time it is asked
    said: Claims = st.user.to_dict()
    return said


def claimed(said: Claims) -> Person | Away:
    """Whom these claims name, while their sign-in lasts; nothing is asked of the database."""
    if not provider.signs_in():
        return anybody()
    if said.get("is_logged_in") is not True:
        return STRANGER
    person = person_signed_in(said)
    if person.ends_at is not None and person.ends_at <= time.time():
        return Away("ended", "Your sign-in has ended, as it does after a while. Sign in again to go on.", person)
    if person.role == NO_ROLE:
        return Away("no role", f"You are signed in as {person.name}, and that account has no role here.", person)
    return person


def judged(said: Claims) -> Person | Away:
    """Whom these claims let in, or why nobody. Raises NotReady when that cannot be known."""
    person = claimed(said)
    if isinstance(person, Away) or not provider.signs_in():
        return person
    if has_signed_out(person):
        return Away("signed out", "You have signed out. Sign in again to go on.", person)
    if is_kept_out(person):
        return Away("kept out", f"{person.name} is kept out of this dashboard.", person)
    return person


def me() -> Person | Away:
    """Who is here now, or why nobody is let in."""
    return judged(claims())


def standing() -> Person | Away:
    """Who is here as far as can be known, for the menu: where the database cannot say, the claims do."""
    try:
        return me()
    except NotReady:
        return claimed(claims())


def present() -> Person:
    """Who acts now. Raises NotAllowed with a sentence where nobody may."""
    found = me()
    if isinstance(found, Away):
        raise NotAllowed(found.said)
    return found


def when_pressed(make: Callable[[], Made]) -> Callable[[], Made]:
    """What makes a file when its button is pressed, as the person who is here now.

    It is made outside the visit's own run, so who it is for is kept, and judged again then; so is
    the moment that the page shows.
    """
    said, moment = claims(), shown()

    def made() -> Made:
        with acting_as(said), shown_at(moment):
            present()
            return make()

    return made


@contextmanager
def acting_as(said: Claims) -> Iterator[None]:
    """Whatever is done inside is done by the person of these claims."""
    mark = _later.set(said)
    try:
        yield
    finally:
        _later.reset(mark)


who_acts(present)
