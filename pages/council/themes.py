"""Themes: what projects contribute to the council plan, the gaps first."""

import streamlit as st
from queries import Answer, ask, choices

from pages.council.themes_grid import the_grid
from pages.council.themes_projects import the_projects, theme
from pages.parts.difference import what_difference
from pages.parts.filters import ALL, choose, directorate, kind, level, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.links import go
from pages.parts.page import page
from pages.parts.sentences import sentence
from pages.parts.standing import standing
from pages.parts.themes_words import (
    NAMED, NONE, Row, Scope, difference, empty, gaps, one_theme, projects, scope, unstated,
)  # fmt: skip


@page("Council plan", section="Council", address="themes", inner="theme", order=4, in_bar=True,
      answers="What projects contribute to each theme, and where nobody does")
def themes() -> None:
    """The gaps in words, the grid of directorates and themes, the projects, what came of them."""
    filters = (period(), directorate(), theme(), level(), kind())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters[1:] if chosen[one.name] != ALL}
    narrow = {name: chosen[name] for name in ("period", "level", "kind")}
    counts = ask("themes/projects_by_main_theme", **narrow)
    came_of_it = ask("themes/difference_by_directorate", **narrow)
    rows = counts.where(directorate=chosen["directorate"])
    told = scope(*(words.get(name, "") for name in ("directorate", "level", "kind")))
    if not projects(rows):
        empty_state(
            f"No {told.one}{told.where} belongs to this half-year",
            "Choose another half-year, the whole council, or every level and kind",
        )
    else:
        the_answer(rows, counts, chosen, told)
        if chosen["theme"] == ALL:
            lead(sentence(difference(came_of_it.where(directorate=chosen["directorate"])[0], told)))
            the_grid(counts, chosen, told)
        the_projects(rows, chosen, words)
        if chosen["theme"] != ALL:
            the_grid(counts, chosen, told)
        what_difference(came_of_it, chosen["directorate"], told)
    standing(chosen["period"])


def the_answer(rows: tuple[Row, ...], counts: Answer, chosen: dict[str, str], told: Scope) -> None:
    """The gaps, or one theme, in a sentence or two, and the ways to the projects behind them."""
    here = {name: chosen[name] for name in ("level", "kind")}
    if chosen["theme"] != ALL:
        (row,) = (row for row in rows if row["theme"] == chosen["theme"])
        headline(one_theme(row, projects(rows), told))
        lead(in_the_plan(chosen["theme"]))
        go("See every theme", "themes", **here)
        return
    places = rows if told.where else [row for row in counts.rows if row["directorate"] != ALL]
    headline(*gaps(rows, told), unstated(places, told))
    ways = [row for row in empty(rows) if row["also"]] if len(empty(rows)) <= NAMED else []
    with st.container(horizontal=True, gap="medium", key="ways also"):
        for row in ways:
            go(f"Who also contributes to “{row['theme_name']}”", "themes", theme=row["theme"], **here)
        if unstated(places, told):
            go("Who has not sent its themes", "themes", theme=NONE, **here)


def in_the_plan(code: str) -> str:
    """A theme as its plan words it, or what it means that none was sent."""
    found = [row for row in choices("themes") if row["code"] == code]
    if not found:
        return "A project stands here until its themes for the half-year are in."
    plans = {row["code"]: row["label"] for row in choices("plan")}
    return f"“{found[0]['label']}” is a theme of {plans[found[0]['plan']]}."
