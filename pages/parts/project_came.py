"""What came of one project, and what it contributes to the council plan."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from queries import ask

from pages.parts.hiding import hide
from pages.parts.key import coloured
from pages.parts.palette import STRENGTHS
from pages.parts.project_notes import changed_and_learnt
from pages.parts.sentences import escaped
from pages.parts.themes_words import NONE

Row = Mapping[str, Any]
SIGNS = {one.code: f"{coloured(one)} {one.label}" for one in STRENGTHS}


def what_came_of_it(row: Row, period: str, notes: Sequence[Row]) -> None:
    """The difference it made, what changed and what was learnt; on the other side its themes."""
    themes = ask("themes/projects", period=period).where(project_id=row["project_id"])
    came, contributes = st.columns(2, gap="large")
    with came:
        st.subheader("What came of it?", anchor=False)
        st.markdown(f"**Difference made**: {escaped(themes[0]['difference'] or 'not said')}")
        changed_and_learnt(notes)
    with contributes:
        st.subheader("What does it contribute to the council plan?", anchor=False)
        for each in sorted(themes, key=lambda each: each["main_or_also"] != "main"):
            with st.container(gap=None):
                st.markdown(theme(each))
                if each["note"]:
                    hide(f"themes/{row['project_id']}/{period}/{each['theme']}", "project")


def theme(row: Row) -> str:
    """One theme, main or also, how strongly, and what the project says of it, as Markdown."""
    if row["theme"] == NONE:
        return "Its themes for this half-year have not been sent"
    note = f": {escaped(row['note'])}" if row["note"] else ""
    role = "main theme" if row["main_or_also"] == "main" else "also"
    return f"**{escaped(row['theme_name'])}** ({role}): {SIGNS[row['strength']]}{note}"
