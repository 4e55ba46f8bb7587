"""Staff and people: where the two sides see a project differently, who rated, and what came of it."""

from collections.abc import Mapping

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts, voices_words
from pages.parts.filters import ALL, choose, directorate, kind, level, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.heard import felt_heard
from pages.parts.maturity_words import Row
from pages.parts.narrowed import narrowed
from pages.parts.options import short_names
from pages.parts.page import page
from pages.parts.palette import RATERS
from pages.parts.sentences import escaped, listed, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures
from pages.parts.themes_words import Scope, difference, scope
from pages.parts.voices_apart import by_stage, furthest_apart
from pages.parts.worded import worded

NARROWEST = 5


@page("Staff and people", section="Council", address="voices", order=7,
      answers="Where staff and people see a project differently")
def voices() -> None:
    """Which side scores higher and where, who rated, and what difference projects made."""
    filters = (period(), directorate(), level(), kind())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters[1:] if chosen[one.name] != ALL}
    told = scope(*(words.get(name, "") for name in ("directorate", "level", "kind")))
    narrow = {name: chosen[name] for name in ("period", "level", "kind")}
    raters = ask("maturity/raters_by_directorate", **narrow)
    rows = raters.where(directorate=chosen["directorate"])
    if rows:
        the_page(rows[0], raters, chosen, words, told)
    else:
        empty_state(
            f"No {told.one}{told.where} belongs to this half-year",
            "Choose another half-year, the whole council, or every level and kind",
        )
    standing(chosen["period"])


def the_page(
    rated: Row, raters: Answer, chosen: Mapping[str, str], words: Mapping[str, str], told: Scope
) -> None:
    """The answer, the stages and the widest gaps side by side, then who rated and who felt heard."""
    narrow = {name: chosen[name] for name in ("period", "level", "kind")}
    stages = ask("maturity/voices_by_stage", **narrow)
    came_of_it = ask("themes/difference_by_directorate", **narrow)
    here = stages.where(directorate=chosen["directorate"])
    headline(*voices_words.answer(rated, here, told), voices_words.staff_alone(rated, told))
    changed = sentence(difference(came_of_it.where(directorate=chosen["directorate"])[0], told))
    lead(f"{changed} {voices_words.unrated(rated, told)}")
    if rated["separately"]:
        left, right = st.columns([5, 7], gap="large")
        with left:
            by_stage(of_place(stages, chosen, words), here)
        with right:
            furthest_apart(gaps(chosen, words))
    left, right = st.columns(2, gap="large")
    with left:
        who_rated(of_place(raters, chosen, words))
    with right:
        felt_heard(chosen["period"], chosen["directorate"], words.get("directorate", ""))


def of_place(answer: Answer, chosen: Mapping[str, str], words: Mapping[str, str]) -> Answer:
    """The rows of the directorate chosen, or of every place."""
    return narrowed(answer, words.get("directorate", ""), directorate={chosen["directorate"]})


def gaps(chosen: Mapping[str, str], words: Mapping[str, str]) -> Answer:
    """Where staff and people scored a stage apart, for the filters chosen."""
    kept = {name: {chosen[name]} for name in words}
    every = ask("maturity/two_voices", period=chosen["period"])
    return narrowed(every, listed(f"{name} {word}" for name, word in words.items()), **kept)


def who_rated(raters: Answer) -> None:
    """A bar a directorate: who rated its projects, in the council's order."""
    rows = [row for row in raters.rows if row["directorate"] != ALL]
    over = {str(row["directorate_name"]): voices_words.over_raters(row) for row in rows}
    counted = [
        {"line": str(row["directorate_name"]), "state": state.code, "projects": row[state.code]}
        for row in rows
        for state in RATERS
    ]
    longest = max(NARROWEST, *(row["projects"] for row in rows))
    charts.heading("Who rated the projects?", RATERS)
    charts.draw(
        worded(counted, RATERS, over, longest=longest, short=short_names()),
        " ".join(f"{name}: {words}." for name, words in over.items()),
    )
    nobody = [row["label"] for row in choices("directorates") if row["label"] not in over]
    if len(rows) > 1 and nobody:
        st.markdown(escaped(sentence(f"No project here was sent by {listed(nobody)}")))
    figures(raters)
