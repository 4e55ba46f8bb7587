"""What was read in a file, row by row in a few columns, before it is sent."""

from collections.abc import Sequence

import streamlit as st
from queries import Received

from pages.parts.rows_table import rows_table
from pages.parts.sending_words import names
from pages.parts.sentences import JOINER, count, escaped
from pages.parts.tables import NOTHING, bound

LISTS = {"theme": "themes", "item": "conditions", "directorate": "directorates", "period": "periods"}
# So that a project and what is said of it stand on one line.
WIDE = 52


def as_read(files: Sequence[Received]) -> None:
    """The first rows of each return that would be sent, as they were read, and how many others there are."""
    shown = [each for each in files if each.read and each.status == "loaded"]
    if shown:
        st.subheader("What was read", anchor=False)
    for each in shown:
        if len(shown) > 1:
            st.markdown(f"**{escaped(each.title)}**")
        rows_table([in_words(row, each) for row in each.read], letters=WIDE)
        if others := each.rows - len(each.read):
            st.markdown(f":small[And {count(others, 'other')}.]")


def in_words(row: dict[str, str], received: Received) -> dict[str, str]:
    """One row under the names of its columns, codes as their labels, its half-year where there are several.

    Nothing breaks at a hyphen or a space of a heading: on a phone the last row would be out of sight.
    """
    about = {"Project": f"{row['project_title']} ({row['project_id']})"} if "project_title" in row else {}
    passed = {"project_title", *(["project_id"] if about else []), *(["period"] if len(received.periods) < 2 else [])}
    said = {name: text for name, text in row.items() if name not in passed}
    words = about | {bound(received.titles[name]): labelled(name, text) for name, text in said.items()}
    return {name: text.replace("-", f"{JOINER}-{JOINER}") for name, text in words.items()}


def labelled(name: str, text: str) -> str:
    """What a cell holds, a code of a list as its label."""
    return names(LISTS[name]).get(text, text) if name in LISTS and text else text or NOTHING
