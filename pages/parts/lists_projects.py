"""A mistyped project id merged into the right one."""

import streamlit as st

from pages.parts.changing import offer
from pages.parts.headline import READABLE, lead

WHAT = (
    "When a project was sent under a mistyped id, merge it: what was sent under the one counts as the other’s, "
    "the newer return first. Pages shown as they stood before the merge stay as they were."
)


def projects() -> None:
    """The two ids, and what merging them would do."""
    lead(WHAT)
    with st.container(width=READABLE):
        wrong = (st.text_input("The mistyped id", max_chars=20) or "").strip()
        right = (st.text_input("The right id", max_chars=20) or "").strip()
    if wrong and right:
        offer("merge project", wrong, right, f"{wrong} was merged into {right}")
    else:
        st.markdown(":small[Write both ids as they stand in the returns.]")
