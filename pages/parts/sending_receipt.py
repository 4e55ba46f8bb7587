"""The receipt: what was sent, when and by whom, what is still to send, and the way to take it back."""

from collections.abc import Sequence

import streamlit as st
from queries import Outcome, ask, choices

from pages.parts import owed_words, receipt_words, sending
from pages.parts.due_words import EVERY_RETURN
from pages.parts.filters import period
from pages.parts.headline import headline, lead
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.receipt_words import Row
from pages.parts.rows_table import rows_table
from pages.parts.sentences import escaped, listed, sentence
from pages.parts.tables import download

MOST = 8
TAKE_BACK = "If it was wrong, withdraw it: what counted before counts again."


def receipt(outcome: Outcome) -> None:
    """What was received and when, a line a return, the receipt as a file, and what to do next."""
    numbers = {each.upload for each in outcome.files if each.status in ("loaded", "already")}
    called = f"the receipt of {listed(f'upload {each}' for each in sorted(filter(None, numbers)))}"
    uploads = narrowed(ask("returns/uploads"), called, upload=numbers)
    headline(receipt_words.answer(outcome.files, uploads.rows))
    lead(receipt_words.taken_in(outcome.files, uploads.rows))
    if uploads.rows:
        rows_table([line(row) for row in reversed(uploads.rows)])
        download(uploads, "Download this receipt (CSV)")
        still_to_send(uploads.rows)
    lead(TAKE_BACK)
    first = next((each.upload for each in outcome.files if each.status == "loaded"), None)
    if first is not None:
        go("Look at what was sent", "sent", upload=str(first))
    st.button("Send another", on_click=sending.start_again)


def line(row: Row) -> dict[str, str]:
    """One return of a receipt."""
    return {
        "Return": EVERY_RETURN[row["return_name"]],
        "Directorate": (row["directorate_names"] or "").replace("; ", ", "),
        "Half-year": (row["period_labels"] or "every half-year").replace("; ", ", "),
        "Rows": str(row["row_count"]),
        "Upload": str(row["upload"]),
        "File": row["file_name"],
    }


def still_to_send(rows: Sequence[Row]) -> None:
    """What these directorates have still to send for these half-years, and the way to all that is due."""
    newest = period().default
    codes = receipt_words.every(rows, "periods") or [newest]
    labels = {str(each["code"]): str(each["label"]) for each in choices("periods")}
    names = {str(each["code"]): str(each["label"]) for each in choices("directorates")}
    places = receipt_words.every(rows, "directorates")
    owed = [(place, code, ask("returns/due_items", period=code).where(directorate=place)) for code in codes for place in places]
    st.subheader("What is still to send?", anchor=False)
    st.markdown("\n".join(
        f"- **{escaped(f'{names[place]}, {labels[code]}')}**: {escaped(sentence(owed_words.left(due)))}"
        for place, code, due in owed[:MOST]
    ))  # fmt: skip
    if places:
        go("See what is due", "due", period=codes[-1], **({"directorate": places[0]} if len(places) == 1 else {}))
