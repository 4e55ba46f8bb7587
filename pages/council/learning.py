"""What we have learnt: what changed and what was learnt, in the words of those who did it."""

from dataclasses import replace

import streamlit as st
from queries import Answer, ask, choices

from pages.parts import charts
from pages.parts.filters import ALL, Filter, choose, directorate, level, period, search
from pages.parts.headline import empty_state, headline, lead
from pages.parts.hidden_list import hidden_list
from pages.parts.hiding import offer, said_last
from pages.parts.learning_words import ABOUT, RULE, best, found_in, told, waiting
from pages.parts.narrowed import narrowed
from pages.parts.note_cards import three, wall
from pages.parts.page import page
from pages.parts.sentences import listed
from pages.parts.tables import figures

COLUMNS = ("note", "about", "title", "directorate_name", "period_name", "theme_name", "level_name", "difference")


@page("What we have learnt", section="Council", address="learning", order=8, in_bar=True,
      answers="What changed and what was learnt, to read aloud")
def learning() -> None:
    """Three notes for this meeting, then every note that may be shown, a few at a time."""
    said_last()
    filters = (half_year(), directorate(), theme(), level())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters if chosen[one.name] != ALL}
    notes = some(ask("learning/notes"), chosen, words)
    held = ask("learning/waiting")
    if notes.rows:
        headline(told(notes.rows))
        lead(waiting(held.rows, chosen["directorate"]))
        offer()
        the_best(notes)
        the_wall(notes)
    else:
        nothing(held, chosen)
    hidden_list()


def half_year() -> Filter:
    """The half-years, newest first, led by every one. Its own in the address: other pages show one."""
    newest_first = period()
    return replace(
        newest_first, name="half_year", options=((ALL, "Every half-year"), *newest_first.options), default=ALL
    )


def theme() -> Filter:
    """The themes of the plan, as a note's project has it as its main one."""
    named = tuple((str(row["code"]), str(row["short"])) for row in choices("themes"))
    return Filter("theme", "Main theme", ((ALL, "Every theme"), *named), ALL)


def about() -> Filter:
    """What a note tells: what changed, what helped, or what got in the way."""
    return Filter("about", "Which notes?", ((ALL, "All of them"), *list(ABOUT.items())[:3]), ALL)


def some(notes: Answer, chosen: dict[str, str], words: dict[str, str]) -> Answer:
    """The notes of the choice. `words` says what of each filter that leaves some out."""
    columns = {"half_year": "period"}
    kept = {columns.get(name, name): {chosen[name]} for name in words}
    return narrowed(notes, listed(words.values()), **kept)


def the_best(notes: Answer) -> None:
    """Three cards for reading aloud, and by which rule they were picked."""
    charts.heading("Three to read aloud in this meeting")
    three(best(notes.rows))
    st.markdown(f":small[{RULE}]")


def the_wall(notes: Answer) -> None:
    """Every note of the choice, newest first, by what it tells and by the words searched for."""
    charts.heading("Every note, newest first")
    chosen = choose(about(), search("words", "Search in the notes and titles"))
    which = {} if chosen["about"] == ALL else {"about": {chosen["about"]}}
    found = narrowed(notes, listed([*(ABOUT[each] for [each] in which.values())]), **which)
    found = found_in(found, chosen["words"])
    if found.rows:
        wall(found.rows, str(found.note.source))
    else:
        empty_state("No note is like that", "Search for another word, or choose all of them")
    figures(found, COLUMNS, "Show these notes as a table, or download them")



def nothing(held: Answer, chosen: dict[str, str]) -> None:
    """Why there is no note to show, and what would bring one."""
    waits = waiting(held.rows, chosen["directorate"])
    if any(row["shown"] for row in held.rows):
        empty_state("No note is like that", f"Choose every half-year, theme and level, or the whole council. {waits}")
    else:
        empty_state(
            "No note can be shown yet",
            waits or "Notes stand here once ratings with notes are sent, and ticked as naming nobody",
        )
