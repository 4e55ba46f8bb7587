"""What was sent: every upload and how it stands; one of them in full, to take back or bring back."""

import streamlit as st
from queries import ask

from pages.parts.headline import empty_state
from pages.parts.history_list import the_list
from pages.parts.history_one import one
from pages.parts.links import go
from pages.parts.page import page


@page("What was sent", section="Returns", address="sent", inner="upload", order=23, needs="history",
      answers="Every upload, what is in it, and the way to take it back")
def history() -> None:
    """Every upload, newest first, or the one that the address names."""
    uploads = ask("returns/uploads")
    named = st.query_params.get("upload")
    found = [row for row in uploads.rows if str(row["upload"]) == named]
    if not uploads.rows:
        empty_state("Nothing has been sent yet", "What you send stands here, with what became of it")
        go("Send a return", "send")
    elif found:
        one(uploads, found[0])
    elif named is not None:
        empty_state(f"There is no upload {named}", "Its number stands in the list of what was sent")
        go("See everything that was sent", "sent")
    else:
        the_list(uploads)
