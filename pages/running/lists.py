"""Half-years and lists: what an administrator keeps in order, each change foreseen, audited and undone."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts.changing import said_last
from pages.parts.filters import Filter, choose
from pages.parts.headline import headline
from pages.parts.lists_chase import chase
from pages.parts.lists_comments import comments
from pages.parts.lists_made import made
from pages.parts.lists_periods import periods
from pages.parts.lists_places import directorates, services
from pages.parts.lists_population import population
from pages.parts.lists_projects import projects
from pages.parts.page import page

PARTS: Mapping[str, tuple[str, Callable[[], None]]] = {
    "periods": ("Half-years and due dates", periods),
    "chase": ("Chase mail", chase),
    "comments": ("Directors’ comments", comments),
    "directorates": ("Directorates", directorates),
    "services": ("Services", services),
    "projects": ("Merge a mistyped project id", projects),
    "population": ("Population to compare with", population),
    "made": ("Changes made, and undo", made),
}


@page("Half-years and lists", section="Running", address="lists", order=95, needs="run",
      answers="Due dates, lists, comments, chase mail")
def lists() -> None:
    """One part of what is looked after at a time, with the change that was made last."""
    headline("Every change here is audited, says first what it would do, and can be undone")
    offered = tuple((code, title) for code, (title, _) in PARTS.items())
    chosen = choose(Filter("part", "What to look after", offered, "periods"))["part"]
    said_last()
    title, draw = PARTS[chosen]
    st.subheader(title, anchor=False)
    draw()
