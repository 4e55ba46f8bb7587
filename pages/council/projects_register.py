"""The register: every project of a choice, by directorate, each with its steps and the way to its page."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.filters import ALL, Filter, choose, directorate, kind, level, period, search
from pages.parts.headline import empty_state, headline
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.palette import bands
from pages.parts.project_entries import entries
from pages.parts.project_words import WAITING, aiming_high, found_in, how_many, reaching
from pages.parts.sentences import count, listed, number
from pages.parts.standing import standing
from pages.parts.tables import figures
from pages.parts.themes_words import Row, scope

AT_MOST = 80
FIND = search("find", "Search title, id, service")
COLUMNS = (
    "project_id", "title", "directorate_name", "service_name", "kind", "level_name", "status", "start_date",
    "period", "design", "decisions", "delivery", "evaluation", "aiming_for", "aim",
)  # fmt: skip


def the_register() -> None:
    """How many there are and how they stand, then each of them, then all as a table."""
    filters = (FIND, half_year(), directorate(), level(), kind(), status())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters[2:] if chosen[one.name] != ALL}
    found = some(ask("projects/register", period=chosen["period"]), chosen, words)
    if found.rows:
        the_answer(found, chosen, words)
        the_projects(found)
        figures(found, COLUMNS, called="Show this as a table")
    else:
        nothing_here(chosen, words)
    if chosen["period"] != ALL:
        standing(chosen["period"])


def half_year() -> Filter:
    """The half-years, newest first, and last every project there ever was, also those not started."""
    newest_first = period()
    return replace(newest_first, options=(*newest_first.options, (ALL, "All, also not started")))


def status() -> Filter:
    """How far a project has got."""
    fixed = tuple((str(row["code"]), str(row["label"])) for row in choices("projects.status"))
    return Filter("status", "Status", ((ALL, "Every status"), *fixed), ALL)


def some(every: Answer, chosen: Mapping[str, str], words: Mapping[str, str]) -> Answer:
    """The projects of the choice; `words` says what each filter that leaves some out shows."""
    kept = {name: {chosen[name]} for name in words}
    answer = narrowed(every, listed(f"{name} {word}" for name, word in words.items()), **kept)
    ids = {row["project_id"] for row in answer.rows if found_in(row, chosen["find"])}
    return narrowed(answer, f"“{chosen['find']}”" if chosen["find"] else "", project_id=ids)


def the_answer(found: Answer, chosen: Mapping[str, str], words: Mapping[str, str]) -> None:
    """How many projects, at what status, and how many reach their aim; who has not started."""
    told = scope(*(words.get(name, "") for name in ("directorate", "level", "kind")))
    sought = f" with “{chosen['find']}” in title, id or service" if chosen["find"] else ""
    here = chosen["period"] != ALL
    when = half_year().words(chosen["period"]) if here else ""
    told = replace(told, where=told.where + sought)
    aims = (reaching(found.rows), aiming_high(found.rows)) if here else ()
    headline(how_many(found.rows, told, when), *aims)
    waiting = [row for row in anywhere(chosen, words) if row["status"] in WAITING] if here else []
    if waiting:
        verb = "is" if len(waiting) == 1 else "are"
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            more = f"{number(len(waiting))} more {verb} proposed or agreed and not started yet."
            st.markdown(more, width="content")
            go("See every project, those too", "projects", **{**chosen, "period": ALL})


def anywhere(chosen: Mapping[str, str], words: Mapping[str, str]) -> tuple[Row, ...]:
    """The projects of the choice in any half-year, and those not started."""
    return some(ask("projects/register", period=ALL), chosen, words).rows


def nothing_here(chosen: Mapping[str, str], words: Mapping[str, str]) -> None:
    """Why no project is shown, and what would show one."""
    others = anywhere(chosen, words) if chosen["period"] != ALL else ()
    sought = f" with “{chosen['find']}” in title, id or service" if chosen["find"] else ""
    where = "" if chosen["period"] == ALL else " in this half-year"
    wider = "Search for fewer words, or choose every directorate, level, kind and status"
    empty_state(
        f"No project of this choice{sought} is in the register{where}",
        "Look at every half-year" if others else wider,
    )
    if others:
        said = count(len(others), "project")
        go(f"See {said} in other half-years or not started yet", "projects", **{**chosen, "period": ALL})


def the_projects(found: Answer) -> None:
    """Each project under its directorate: what it is, where it stands, and the way to its page."""
    charts.heading("Which projects are they?", bands(choices("ladder")))
    shown = found.rows[:AT_MOST]
    for name, rows in groupby(shown, key=lambda row: row["directorate_name"]):
        entries(name, list(rows), dated=found.parameters["period"] == ALL)
    if len(found.rows) > len(shown):
        rest = count(len(found.rows) - len(shown), "more project")
        st.markdown(f"{rest} in the table below: search, or choose a directorate, to see fewer.")
