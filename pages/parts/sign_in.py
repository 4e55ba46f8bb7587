"""The page for whoever is not let in: why, and the way on."""

import streamlit as st
from queries import Person, sign_out

from pages.parts import provider
from pages.parts.sentences import escaped
from pages.parts.who import Away, claimed, claims

TITLE = "Co-production dashboard"
ASK = "Ask whoever looks after the dashboard if that should be otherwise, or sign out and use another account."
UNFINISHED = "The sign-in was not finished, so nothing is shown. Try again."
FAILED = "coproduction_unfinished"


def turn_away(away: Away) -> None:
    """Say why nothing is shown, and offer to sign in or to sign out; nothing else is on the page."""
    st.title(TITLE, anchor=False)
    if away.why == "stranger":
        if FAILED in st.context.cookies:
            st.warning(UNFINISHED)
        st.markdown(escaped(away.said))
    else:
        st.warning(escaped(away.said if away.may_sign_in else f"{away.said} {ASK}"))
    if away.may_sign_in:
        ways_in("Sign in" if away.why == "stranger" else "Sign in again")
    else:
        st.button("Sign out", type="primary", on_click=leave, key="leave")


def ways_in(called: str) -> None:
    """A button a provider; one alone needs no name."""
    names = provider.names()
    for name in names:
        said = called if len(names) == 1 else f"{called} with {name.capitalize()}"
        st.button(said, type="primary", on_click=st.login, args=(name,), key=f"sign in {name}")


def leave() -> None:
    """Sign out: this sign-in ends in every window, then at the provider."""
    leave_by(claimed(claims()))
    st.logout()


def leave_by(found: Person | Away) -> None:
    """End a sign-in in every window; nothing happens to a stranger's."""
    person = found.person if isinstance(found, Away) else found
    if person is not None and person.session:
        sign_out(person)
