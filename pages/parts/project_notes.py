"""What one project says in its own words: each note as far as it may be shown, and the way to hide it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from queries import ask

from pages.parts.hiding import hide
from pages.parts.learning_words import ABOUT
from pages.parts.page import cite
from pages.parts.sentences import escaped

Row = Mapping[str, Any]
EVIDENCE = "evidence"
WAITS = "not shown, as its sender has not ticked that nobody could be recognised"


def notes_of(project: str, period: str) -> Sequence[Row]:
    """The notes of a project for a half-year that nobody hid."""
    answer = ask("projects/notes", period=period)
    cite(answer)
    return answer.where(project_id=project)


def evidence(notes: Sequence[Row]) -> None:
    """Why its stages are rated as they are."""
    found = [row for row in notes if row["about"] == EVIDENCE]
    if not found:
        st.markdown("**Evidence**: none to show for this half-year")
    for row in found:
        note("Evidence", row)


def changed_and_learnt(notes: Sequence[Row]) -> None:
    """What changed and what was learnt, or why it is not shown."""
    found = [row for row in notes if row["about"] != EVIDENCE]
    if not found:
        st.markdown("Nothing to show on what changed or was learnt for this half-year")
    for row in found:
        note(ABOUT[row["about"]], row)


def note(called: str, row: Row) -> None:
    """One note under its name, with the way to hide it; without words where they may not be shown."""
    with st.container(gap=None):
        st.markdown(f"**{escaped(called)}**: {escaped(row['note'] or WAITS)}")
        if row["note"]:
            hide(row["place"], "project")
