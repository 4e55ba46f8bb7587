"""Hiding a note at once, for those who look after the dashboard: a reason, and only then the act."""

import streamlit as st
from queries import WrongUse, change, may

from pages.parts.sentences import escaped, sentence
from pages.parts.who import present

ASKED = "hiding asked for"
DONE = "hiding done"
CHOOSING = "hiding chosen"
HIDDEN = "The note is hidden on every page and for every date. You can show it again at the foot of What we have learnt."


def hide(place: str, where: str) -> None:
    """The button that hides the note at this place, or its form; nothing for whoever may not.

    `where` tells two cards of one note apart.
    """
    if not (may(present(), "run") and st.session_state.get(CHOOSING)):
        return
    if st.session_state.get(ASKED) == (where, place):
        ask_why(place, where)
    else:
        st.button(
            ":small[Hide this note]", key=f"hide {where} {place}", type="tertiary", on_click=ask_for,
            args=(where, place),
        )  # fmt: skip


def offer() -> None:
    """The switch that puts a button under every note: once a page, for whoever may hide one."""
    if may(present(), "run"):
        st.toggle("Choose a note to hide", key=CHOOSING)


def ask_for(where: str, place: str) -> None:
    """Open the form of this note."""
    st.session_state[ASKED] = (where, place)


def forget() -> None:
    """Leave the note as it is."""
    st.session_state.pop(ASKED, None)


def ask_why(place: str, where: str) -> None:
    """The form: why the note is hidden."""
    with st.form(f"why {where} {place}"):
        reason = st.text_input("Why is it hidden? One line; do not name anybody.", max_chars=200)
        sent = st.form_submit_button("Hide it now", type="primary")
    st.button("Leave it as it is", key=f"leave {where} {place}", on_click=forget)
    if sent and reason.strip():
        carry_out(place, reason)
    elif sent:
        st.error("Nothing was changed. Say in one line why it is hidden, then press again.")


def carry_out(place: str, reason: str) -> None:
    """Hide it, and say so on the page that follows; or say why not."""
    try:
        change("hide note", place, "", reason.strip())
    except WrongUse as mistake:
        st.error(escaped(sentence(str(mistake))))
        return
    forget()
    st.session_state[DONE] = HIDDEN
    st.rerun()


def said_last() -> None:
    """What became of the act before, once."""
    if done := st.session_state.pop(DONE, None):
        st.success(escaped(done))
