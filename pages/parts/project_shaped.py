"""Which forum or board shaped a project, and what a forum or board shaped itself."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from queries import ask

from pages.parts import project_words
from pages.parts.project_links import go_to
from pages.parts.sentences import escaped

Row = Mapping[str, Any]
SHAPERS = ("forum", "board")


def shaped_and_shaping(row: Row) -> None:
    """The way to the forum that shaped it, and to everything it shaped."""
    if row["shaped_by"]:
        st.subheader("Who shaped it?", anchor=False)
        shaper(row)
    shaped = ask("projects/described").where(shaped_by=row["project_id"])
    if shaped or row["kind"] in SHAPERS:
        st.subheader("What has it shaped?", anchor=False)
        st.markdown(escaped(project_words.shaped(shaped)))
        with st.container(gap=None):
            for each in shaped:
                link_to(each, known=each["project_id"] in (row["project_id"], row["shaped_by"]))


def link_to(row: Row, *, known: bool) -> None:
    """A project as a link, or as words where the page has that link already, or is it."""
    if known:
        st.markdown(escaped(row["title"]))
    else:
        go_to(row)


def shaper(row: Row) -> None:
    """The forum or board that shaped it, as a link where it is in the register."""
    if row["shaped_by_title"]:
        go_to({"title": row["shaped_by_title"], "project_id": row["shaped_by"]})
    else:
        st.markdown(f"{escaped(row['shaped_by'])}, which is not in the register.")
