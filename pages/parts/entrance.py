"""The entrance of every page: who may come in; everybody else is told why, and nothing else."""

import streamlit as st
from queries import Person, may, note_refusal, refusal

from pages.parts.banner import banner
from pages.parts.guard import guard
from pages.parts.sentences import escaped, sentence
from pages.parts.sign_in import turn_away
from pages.parts.who import Away, claimed, claims, me

NOT_NOW = (
    "The dashboard cannot show anything just now. Whoever looks after it finds the reason in its log "
    "or by signing in"
)


def admitted(needs: str, address: str) -> Person | None:
    """Who may see a page that needs this act; None when they were told why not."""
    here = claimed(claims())
    if isinstance(here, Away):
        return turned_away(here)
    if reason := guard():
        refuse(reason if may(here, "run") else NOT_NOW)
        return None
    found = me()
    if isinstance(found, Away):
        return turned_away(found)
    if not may(found, needs):
        note_refusal(found, f"the page {address}")
        banner(found)
        refuse(refusal(found, needs), "This page is not for your role")
        return None
    return found


def turned_away(away: Away) -> None:
    """The page of whoever is not let in; a refusal is noted, a stranger is not."""
    if away.person is not None and not away.may_sign_in:
        note_refusal(away.person, away.why)
    turn_away(away)


def refuse(reason: str, title: str = "The dashboard is not ready") -> None:
    """Say in one sentence why nothing is shown; the reason carries the way out."""
    st.title(title, anchor=False)
    st.error(escaped(sentence(reason)))
