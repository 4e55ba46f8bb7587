"""A change on a page: what it would do, why, the button that makes it, and what became of it."""

import json
from collections.abc import Callable, Mapping

import streamlit as st
from queries import WrongUse, change, foresee

from pages.parts.headline import READABLE
from pages.parts.sentences import escaped, sentence

DONE = "change made"
MOST = 200


def offer(kind: str, subject: str, value: str, done: str) -> None:
    """What a change would do, and the way to make it; or why it cannot be made."""
    try:
        words = foresee(kind, subject, value)
    except WrongUse as mistake:
        st.warning(escaped(sentence(str(mistake))), width=READABLE)
        return
    st.markdown("**What this would do**")
    st.markdown("\n".join(f"- {escaped(sentence(each))}" for each in words if each), width=READABLE)
    because("Make this change", f"{kind} {subject}", lambda why: change(kind, subject, value, why), done)


def offer_row(name: str, code: str, said: Mapping[str, str], done: str) -> None:
    """A change to the row of a list; nothing where nothing would differ."""
    if said:
        offer("list row", f"{name}/{code}", json.dumps(said, ensure_ascii=False), done)
    else:
        st.markdown(":small[Change something above, and this says what it would do.]")


def because(label: str, key: str, act: Callable[[str], object], done: str) -> None:
    """The reason and the button of an act, which says on the next page what it did."""
    with st.form(key, width=READABLE, border=False):
        why = st.text_input("Why, in a line", max_chars=MOST)
        if not st.form_submit_button(label, type="primary"):
            return
    try:
        act(why)
    except WrongUse as mistake:
        st.error(escaped(sentence(str(mistake))), width=READABLE)
        return
    st.session_state[DONE] = done
    st.rerun()


def said_last() -> None:
    """What became of the change before, once."""
    if done := st.session_state.pop(DONE, None):
        st.success(escaped(sentence(done)), width=READABLE)


def differing(row: Mapping[str, object], said: Mapping[str, str]) -> dict[str, str]:
    """Of what a form says, what the row does not say already."""
    return {name: text for name, text in said.items() if text != str(row[name] or "")}
