"""From proposal to result: where projects stand, how long it takes, and whether it is done well."""

import streamlit as st
from queries import Answer, ask

from pages.council.governance_returns import returns, since_the_first
from pages.parts import charts, governance_words, practice_words
from pages.parts.filters import ALL, choose, directorate, kind, level, period
from pages.parts.headline import READABLE, headline, lead
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.page import page
from pages.parts.palette import PRACTICES, RESOURCES, State
from pages.parts.pipeline import pipeline
from pages.parts.sentences import count, escaped, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures
from pages.parts.themes_words import Row, Scope, scope
from pages.parts.worded import worded

PIPELINE = (
    "directorate_name", "status", "projects", "came", "not_known", "middle_days", "moved_on", "middle_taken",
    "moves_not_known", "start_passed", "resource_full", "resource_part", "resource_none", "resource_not_said",
)  # fmt: skip
PROJECTS = ("title", "directorate_name", "status", "since", "days", "planned", "start_passed", "resource")
PRACTICE = ("directorate_name", "practice_name", "projects", "yes", "partly", "not_yet", "no", "not_said")
CHOICES = ("directorate_name", "subject", "answer", "projects", "of_projects")
WAITING = ("proposed", "agreed")
NAMED = 8
UNDER = (
    "Under each figure: the middle time projects have been there so far, and the middle time that those "
    "which moved on had taken. Where fewer than three are known there is no middle."
)


@page("From proposal to result", section="Council", address="governance", order=9,
      answers="How projects get from an idea to a result, and who sends returns")
def governance() -> None:
    """Where projects stand and what to ask, the way they go, how well it is done, and the returns."""
    filters = (period(), directorate(), level(), kind())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters if chosen[one.name] != ALL}
    told = scope(*(words.get(name, "") for name in ("directorate", "level", "kind")))
    narrow = {name: chosen[name] for name in ("period", "level", "kind")}
    stages = ask("governance/pipeline_by_directorate", **narrow)
    rows = stages.where(directorate=chosen["directorate"])
    if rows and any(row["projects"] for row in rows):
        projects = narrowed_projects(chosen, words)
        the_answer(rows, projects, told)
        the_way(stages, rows, projects)
        done_well(chosen, narrow, told)
    else:
        headline(f"No {told.one}{told.where} was known by the end of this half-year")
        lead("Choose another half-year, the whole council, or every level and kind.")
    returns(chosen, words)
    since_the_first(chosen, narrow)
    standing(chosen["period"])


def narrowed_projects(chosen: dict[str, str], words: dict[str, str]) -> Answer:
    """The projects behind the figures, for the filters chosen."""
    kept = {name: {chosen[name]} for name in ("directorate", "level", "kind") if chosen[name] != ALL}
    said = ", ".join(words[name] for name in kept)
    return narrowed(ask("governance/pipeline_projects", period=chosen["period"]), said, **kept)


def the_answer(rows: tuple[Row, ...], projects: Answer, told: Scope) -> None:
    """Where projects stand, then what holds them up, what they are given and how long it takes."""
    late = governance_words.held_up(row for row in projects.rows if row["status"] in WAITING)
    headline(governance_words.where_they_stand(rows, told), late)
    said = [governance_words.resources(rows, told), governance_words.pace(rows), governance_words.not_known(rows)]
    lead(" ".join(sentence(each) for each in said if each))


def the_way(stages: Answer, rows: tuple[Row, ...], projects: Answer) -> None:
    """The five tiles, the projects that wait, what is set aside, and the figures."""
    charts.heading("How far along are projects?")
    sizes = ", ".join(f"{row['status']} {row['projects']}" for row in rows)
    charts.draw(pipeline(rows), f"Projects by status: {sizes}.")
    st.markdown(f":small[{escaped(UNDER)}]", width=READABLE)
    figures(stages, PIPELINE)
    figures(projects, PROJECTS, called=f"Show the {count(len(projects.rows), 'project')} behind this")
    waiting(rows, projects)
    charts.heading("Are time and money set aside?", RESOURCES)
    here = [row for row in rows if row["status"] in governance_words.ON_THE_WAY]
    said = {row["status"].capitalize(): governance_words.over_bar(row) for row in here}
    bars = [stacked(row["status"].capitalize(), row, RESOURCES, "resource_") for row in here]
    draw_bars([piece for bar in bars for piece in bar], RESOURCES, said)


def waiting(rows: tuple[Row, ...], projects: Answer) -> None:
    """The projects that are proposed or agreed, each with a way to its own page."""
    found = [row for row in projects.rows if row["status"] in WAITING]
    st.subheader("Which projects wait?", anchor=False)
    if not found:
        st.markdown("No project is proposed or agreed: every one that is known has begun.")
    for row in sorted(found, key=lambda each: not each["start_passed"])[:NAMED]:
        with st.container(gap=None):
            go(row["title"], "projects", project=row["project_id"])
            st.markdown(f":small[{escaped(sentence(governance_words.waits(row, rows[0]['on_day'], projects.note.as_it_stood_on)))}]")
    if found[NAMED:]:
        st.markdown(f"{count(len(found[NAMED:]), 'other waits', 'others wait')}: see the projects behind this, above.")


def done_well(chosen: dict[str, str], narrow: dict[str, str], told: Scope) -> None:
    """How many projects reward people, check access, feed back and so on; priorities and partners."""
    answer = ask("governance/practice_by_directorate", **narrow)
    others = ask("governance/choices_by_directorate", **narrow)
    rows = answer.where(directorate=chosen["directorate"])
    if not rows:
        return
    charts.heading("Is it done well?", PRACTICES)
    lead(sentence(practice_words.practice(rows, told)))
    said = {row["practice_name"]: practice_words.over_bar(row) for row in rows}
    bars = [stacked(row["practice_name"], row, PRACTICES) for row in rows]
    draw_bars([piece for bar in bars for piece in bar], PRACTICES, said)
    mine = others.where(directorate=chosen["directorate"])
    for words in (practice_words.priorities(mine), f"partners: {practice_words.partners(mine)}", f"rewards: {practice_words.rewards(mine)}"):
        st.markdown(escaped(sentence(words)), width=READABLE)
    figures(answer, PRACTICE)
    figures(others, CHOICES, called="Show the figures on rewards, priorities and partners")


def stacked(line: str, row: Row, states: tuple[State, ...], opening: str = "") -> list[dict[str, object]]:
    """One bar cut into the states that a row counts in its columns."""
    return [
        {"line": line, "state": one.code, "projects": row[f"{opening}{one.code.replace(' ', '_')}"]} for one in states
    ]


def draw_bars(bars: list[dict[str, object]], states: tuple[State, ...], said: dict[str, str]) -> None:
    """Stacked bars under their words, at a width that is easy to read."""
    with st.container(width=READABLE):
        charts.draw(worded(bars, states, said), " ".join(f"{name}: {words}." for name, words in said.items()))
