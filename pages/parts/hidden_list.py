"""The notes that are hidden, folded away for those who look after the dashboard, and the way back."""

import streamlit as st
from queries import HiddenNote, WrongUse, hidden_notes, may, undo_change

from pages.parts.hiding import DONE
from pages.parts.sentences import count, day, escaped, sentence
from pages.parts.who import present

KEPT = (
    "A note stays hidden when it is sent again, until it is shown again here. To take one out for good, "
    "ask whoever runs the server to erase it."
)


def hidden_list() -> None:
    """Every hidden note with why it is, and a button to show it again; nothing for whoever may not."""
    if not may(present(), "run"):
        return
    found = hidden_notes()
    if found:
        with st.expander(f"Hidden notes: {count(len(found), 'note')}, which only administrators see here"):
            st.markdown(f":small[{escaped(KEPT)}]")
            for one in found:
                entry(one)


def entry(one: HiddenNote) -> None:
    """One hidden note: its words, where it stands, who hid it and why, and the form to show it again."""
    with st.container(border=True):
        st.markdown(f"“{escaped(one.note)}”" if one.note else "No words stand there now.")
        when = f"Hidden on {day(one.hidden_on)} by {one.hidden_by}: {one.reason}"
        st.markdown(f":small[{escaped(one.where)} · {escaped(sentence(when))}]")
        with st.form(f"show {one.change}", border=False):
            reason = st.text_input("Why is it shown again? One line.", max_chars=200)
            if st.form_submit_button("Show again"):
                show_again(one, reason)


def show_again(one: HiddenNote, reason: str) -> None:
    """Show it again, and say so on the page that follows; or say why not."""
    try:
        undo_change(one.change, reason.strip())
    except WrongUse as mistake:
        st.error(escaped(sentence(str(mistake))))
        return
    st.session_state[DONE] = "The note is shown again, on every page and for every date."
    st.rerun()
