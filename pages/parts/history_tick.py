"""Letting the notes of an upload be shown, where nobody ticked that as it was sent."""

import streamlit as st
from queries import NotAllowed, WrongUse, tick_notes

from pages.parts.headline import READABLE
from pages.parts.history_acts import DONE, REFUSED, TICKED, said_last
from pages.parts.history_words import Row
from pages.parts.page import note_not_allowed

NOTED = "Nobody could be recognised from the notes in this upload: they may be shown on the learning page"


def tick_later(row: Row) -> None:
    """The tick and its button, for an upload whose notes wait; nothing for any other."""
    said_last(TICKED)
    if row["notes"] != "wait for the tick" or row["status"] not in ("counts now", "replaced in part"):
        return
    st.subheader("May its notes be shown?", anchor=False)
    with st.form(f"tick {row['upload']}", width=READABLE):
        nobody = st.checkbox(NOTED)
        pressed = st.form_submit_button("Let them be shown")
    if pressed and nobody:
        tick(int(row["upload"]))
    elif pressed:
        st.error("Nothing was changed. Read the notes again, tick the line above, then press.")


def tick(upload: int) -> None:
    """Do it, and keep what to say of it for the page that follows."""
    try:
        tick_notes(upload)
        st.session_state[f"{TICKED}{DONE}"] = "Done. Its notes may be shown on the page What we have learnt."
    except WrongUse as mistake:
        st.session_state[f"{TICKED}{REFUSED}"] = str(mistake)
    except NotAllowed as mistake:
        note_not_allowed("sent")
        st.session_state[f"{TICKED}{REFUSED}"] = str(mistake)
    st.rerun()
