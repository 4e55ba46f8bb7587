"""What has changed: since the half-year before, and in earlier figures since they became final."""

from collections.abc import Mapping

import streamlit as st
from queries import ask, choices

from pages.parts.changed_earlier import earlier
from pages.parts.changed_groups import groups
from pages.parts.changed_words import answer, half_year_before, of_themes, under_way
from pages.parts.filters import ALL, Filter, choose, directorate, kind, level, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.page import page
from pages.parts.sentences import count, escaped, listed, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures

SINCE, EARLIER = "since", "earlier"


@page("What has changed", section="Council", address="changed", inner="corrections", order=10,
      answers="What moved, came or ended since the half-year before, and corrections")
def changed() -> None:
    """What changed since the half-year before, or which earlier figures were corrected."""
    show = choose(view())["show"]
    filters = (period(), directorate(), *((level(), kind()) if show == SINCE else ()))
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters if chosen[one.name] != ALL}
    if show == EARLIER:
        earlier(chosen, words["period"], words.get("directorate", ""))
    else:
        since(chosen, words)


def view() -> Filter:
    """Which of the two the page shows."""
    options = ((SINCE, "Since the half-year before"), (EARLIER, "Corrections to earlier figures"))
    return Filter("show", "Show", options, SINCE)


def since(chosen: Mapping[str, str], words: Mapping[str, str]) -> None:
    """The answer, the projects of each group, and the themes."""
    before = half_year_before(chosen["period"])
    narrow = {name: chosen[name] for name in ("period", "level", "kind")}
    counts = ask("changed/projects_by_directorate", **narrow)
    found = counts.where(directorate=chosen["directorate"])
    if not before or not found:
        nothing_to_compare(before)
    else:
        row, place = found[0], words.get("directorate", "")
        headline(*answer(row, before, place))
        only = listed(words[name].lower() for name in ("level", "kind") if name in words)
        lead(f"{under_way(row)}{f' Only {only} projects are shown.' if only else ''}")
        figures(counts)
        which_projects(chosen, words)
        which_themes(chosen, narrow)
    go("See corrections to earlier figures", "changed", show=EARLIER)
    standing(chosen["period"])


def nothing_to_compare(before: str) -> None:
    """Why nothing can be compared, and what would change that."""
    if not before:
        empty_state("This is the first half-year, so there is none before it", "Choose a later half-year")
        return
    empty_state(
        "No project belongs to this half-year or to the one before",
        "Choose another half-year, the whole council, or every level and kind",
    )


def which_projects(chosen: Mapping[str, str], words: Mapping[str, str]) -> None:
    """The projects in each group, and all of them as a table and a file."""
    kept = {name: {chosen[name]} for name in ("directorate", "level", "kind") if chosen[name] != ALL}
    said = listed(words[name] for name in kept)
    projects = narrowed(ask("changed/projects", period=chosen["period"]), said, **kept)
    steps = {row["step"]: str(row["label"]) for row in choices("ladder")}
    groups(projects.rows, steps, "directorate" in kept)
    figures(projects, called=f"Show {count(len(projects.rows), 'project')} and what changed in each")


def which_themes(chosen: Mapping[str, str], narrow: Mapping[str, str]) -> None:
    """The themes that are newly covered or left, and every theme before and now."""
    themes = ask("changed/themes_by_directorate", **narrow)
    lines = of_themes(themes.where(directorate=chosen["directorate"]))
    st.subheader("Which themes of the council plan?", anchor=False)
    said = "\n".join(f"- {escaped(sentence(each))}" for each in lines)
    st.markdown(said or "The same themes are covered as before.")
    figures(themes)
