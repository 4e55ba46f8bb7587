"""The receipt: what was sent, under which numbers, and the way to take it back."""

import streamlit as st
from queries import Outcome

from pages.parts import sending, sending_words
from pages.parts.headline import headline, lead
from pages.parts.links import go
from pages.parts.rows_table import rows_table

SHORT = 12
TAKE_BACK = "If it was wrong, withdraw it: what counted before counts again."


def receipt(outcome: Outcome) -> None:
    """That it was received, a line a return with number and fingerprint, and what to do next."""
    headline(sending_words.receipt(outcome.files))
    rows_table(
        [
            {
                "Return": each.title,
                "Upload": str(each.upload),
                "Rows": str(each.rows),
                "File": each.file,
                "Fingerprint": each.fingerprint[:SHORT],
            }
            for each in outcome.files
            if each.status in ("loaded", "already")
        ]
    )
    lead(TAKE_BACK)
    first = next((each.upload for each in outcome.files if each.status == "loaded"), None)
    if first is not None:
        go("Look at what was sent", "sent", upload=str(first))
    st.button("Send another", on_click=sending.start_again)
