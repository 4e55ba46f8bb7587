"""The returns on the page "From proposal to result": due, covered, how long, and since the first."""

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts, due_words, practice_words
from pages.parts.coverage_grid import COVERAGE, coverage
from pages.parts.filters import ALL
from pages.parts.headline import READABLE, lead
from pages.parts.key import written_key
from pages.parts.links import go
from pages.parts.narrowed import narrowed
from pages.parts.options import short_names
from pages.parts.palette import MOVES
from pages.parts.rows import simple
from pages.parts.sentences import count, sentence
from pages.parts.tables import figures
from pages.parts.themes_words import Row
from pages.parts.worded import worded

SENT = ("directorate_name", "return_name", "due_date", "state", "items", "received", "late", "missing", "not_due_yet")
COVERED = ("directorate_name", "period_label", "coverage", "baseline", "projects", "rated")
MINUTES = ("directorate_name", "period_label", "sendings", "not_said", "middle_minutes")
MOVED = ("directorate_name", "baseline", "projects", "moved_up", "same", "moved_down", "rater_changed", "not_in_both")
COMPARED = {"moved up": "moved_up", "same": "same", "moved down": "moved_down"}


def returns(chosen: dict[str, str], words: dict[str, str]) -> None:
    """What came in of what is due, who takes part since the first half-year, and how long it takes."""
    place = words.get("directorate", "")
    kept = {"directorate": {chosen["directorate"]}} if place else {}
    sent = narrowed(ask("returns/received_by_directorate", period=chosen["period"]), place, **kept)
    covered = narrowed(ask("governance/coverage_by_period"), place, **kept)
    st.subheader("Do directorates take part?", anchor=False)
    here = covered.where(period=chosen["period"])
    said = [due_words.answer(sent.rows, words["period"], place)] if sent.rows else []
    said += [practice_words.covered(here)] if here else ["no return is due in this half-year"]
    said += [] if place or not covered.rows else [practice_words.since_first(covered.rows, chosen["period"])]
    lead(" ".join(sentence(each) for each in said if each))
    if {"level", "kind"} & words.keys():
        st.markdown(":small[Returns are counted for whole directorates, whatever level or kind is chosen.]")
    the_grid(covered, place)
    go("See what is due, and whom to write to", "due")
    figures(covered, COVERED)
    figures(sent, SENT, called="Show the returns due and received")
    how_long(chosen)


def the_grid(covered: Answer, place: str) -> None:
    """Directorates and half-years, a mark and words in each cell."""
    if not covered.rows:
        return
    labels = [str(row["label"]) for row in choices("directorates")]
    codes = {row["period"] for row in covered.rows}
    written_key(COVERAGE)
    periods = [row for row in choices("periods") if row["code"] in codes]
    names = [name for name in labels if place in ("", name)]
    newest = practice_words.covered([row for row in covered.rows if row["period"] == periods[-1]["code"]])
    charts.draw(coverage(covered.rows, names, periods), sentence(newest))
    st.markdown(":small[“first” marks a directorate’s first half-year, kept to compare later ones with.]")


def how_long(chosen: dict[str, str]) -> None:
    """How many minutes a return takes, and whether that gets less."""
    answer = ask("governance/minutes_by_period")
    rows = answer.where(directorate=chosen["directorate"])
    charts.heading("How long does it take to send?")
    if not rows:
        st.markdown("Nothing was sent yet that says how long it took.")
        return
    lead(sentence(practice_words.minutes(rows, chosen["period"])))
    known = [row for row in rows if row["middle_minutes"] is not None]
    bars = [{"words": row["period_label"], "minutes": row["middle_minutes"], "shown": shown(row)} for row in known]
    if bars:
        with st.container(width=READABLE):
            told = " ".join(f"{bar['words']}: {bar['shown']}." for bar in bars)
            charts.draw(simple(bars, label="words", value="minutes", shown="shown"), told)
    figures(answer, MINUTES)


def shown(row: Row) -> str:
    """What a bar of minutes says: 60 minutes."""
    return count(row["middle_minutes"], "minute")


def since_the_first(chosen: dict[str, str], narrow: dict[str, str]) -> None:
    """Which way projects moved since their directorate's first half-year, kept as the baseline."""
    answer = ask("governance/movement_since_baseline", **narrow)
    found = answer.where(directorate=chosen["directorate"])
    if not found:
        return
    charts.heading("What has moved since the first half-year?", MOVES[:3])
    lead(sentence(practice_words.moved(found[0])))
    st.markdown(":small[Only projects rated by the same side in both are compared.]")
    rows = [row for row in answer.rows if row["directorate"] != ALL and chosen["directorate"] in (ALL, row["directorate"])]
    said = {str(row["directorate_name"]): practice_words.over_moves(row) for row in rows}
    bars = [
        {"line": str(row["directorate_name"]), "state": state, "projects": row[column]}
        for row in rows for state, column in COMPARED.items()
    ]  # fmt: skip
    with st.container(width=READABLE):
        charts.draw(worded(bars, MOVES, said, short=short_names()), " ".join(f"{name}: {words}." for name, words in said.items()))
    figures(answer, MOVED)
