"""What came of the projects: a bar for each kind of difference they made."""

import streamlit as st
from queries import Answer

from pages.parts import charts
from pages.parts.headline import READABLE
from pages.parts.rows import simple
from pages.parts.sentences import sentence
from pages.parts.tables import figures
from pages.parts.themes_words import Scope, difference


def what_difference(came_of_it: Answer, place: str, told: Scope) -> None:
    """What came of the projects of a place, from the rows of `themes/difference_by_directorate`."""
    (row,) = came_of_it.where(directorate=place)
    parts = [
        (came_of_it.column(name).meaning.removeprefix("projects where "), row[name])
        for name in ("nothing_yet", "decision", "service", "result")
    ]
    parts.append(("not said", row["projects"] - row["told"]))
    bars = [{"words": f"{words[:1].upper()}{words[1:]}", "projects": size} for words, size in parts]
    charts.heading(f"What difference have {told.many}{told.where} made?")
    with st.container(width=READABLE):
        charts.draw(simple(bars, label="words", value="projects"), sentence(difference(row, told)))
    figures(came_of_it)
