"""The population that people who take part are compared with, replaced by a file."""

import streamlit as st
from queries import area

from pages.parts.changing import offer
from pages.parts.headline import READABLE, lead

COLUMNS = "area, directorate, name, base, characteristic, category, count, date, table, licence"
LARGEST = 500_000


def population() -> None:
    """A file, what is wrong with it or would change, and the way to take it."""
    here = area()
    lead(
        f"A file takes the place of every row of {here}. Its columns: {COLUMNS}. A row that names a directorate is "
        "compared with that directorate’s own people; one that names none, with the whole council’s."
    )
    with st.container(width=READABLE):
        file = st.file_uploader("Population list (CSV)", type="csv")
    if file is None:
        return
    if file.size > LARGEST:
        st.warning("The file is larger than any population list. Choose another.")
        return
    offer("population", here, text(file.getvalue()), f"The population of {here} was replaced")


def text(held: bytes) -> str:
    """The words of a file, as a spreadsheet saves them."""
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        return held.decode("cp1252", "replace")
