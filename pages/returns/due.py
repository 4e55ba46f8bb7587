"""What is due: which returns came in, which are missing, whom to write to, and the template."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st
from queries import Answer, acting, ask, choices, may, mine, template, template_name

from pages.parts import charts, due_words, owed_words
from pages.parts.due_grid import SHADES, standings
from pages.parts.filters import ALL, choose, directorate, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.links import go, link
from pages.parts.narrowed import narrowed
from pages.parts.page import page
from pages.parts.sentences import count, day, escaped, sentence
from pages.parts.standing import standing
from pages.parts.tables import download, figures
from pages.parts.who import when_pressed

SENT = (
    "directorate_name", "return_name", "due_date", "state", "items", "received", "late", "missing",
    "received_on", "agreed_by",
)  # fmt: skip
ITEMS = (
    "directorate_name", "title", "project_id", "return_name", "due_date", "state", "received_on",
    "agreed_by", "days_overdue",
)  # fmt: skip
OTHERS = 3


@page("What is due", section="Returns", address="due", inner="missing", order=21,
      answers="What each directorate owes, and its template")
def due() -> None:
    """How much came in, the grid of directorates and returns, what to chase, and the template."""
    filters = (period(), directorate())
    chosen = choose(*filters)
    words = {one.name: one.words(chosen[one.name]) for one in filters}
    place = "" if chosen["directorate"] == ALL else words["directorate"]
    returns = ask("returns/received_by_directorate", period=chosen["period"])
    here = narrowed(returns, place, **kept(chosen))
    if not here.rows:
        nothing_due(place, words["period"])
    else:
        headline(due_words.answer(here.rows, words["period"], place))
        timing(words["period"], place)
        the_grid(here, place)
        to_chase_and_fill_in(chosen, place)
    standing(chosen["period"])


def kept(chosen: Mapping[str, str]) -> dict[str, set[str]]:
    """The directorate chosen, as `narrowed` wants it."""
    return {} if chosen["directorate"] == ALL else {"directorate": {chosen["directorate"]}}


def nothing_due(place: str, label: str) -> None:
    """Why nothing is due, and what would change that."""
    said = f"Nothing is due from {place} for {label}" if place else f"Nothing is due for {label} yet"
    named = {str(row["label"]): str(row["expected_from"]) for row in choices("directorates")}
    labels = {str(row["code"]): str(row["label"]) for row in choices("periods")}
    first = f"Its first return is due for {labels[named[place]]}. " if place in named else ""
    empty_state(said, f"{first}Choose another half-year")


def timing(label: str, place: str) -> None:
    """When these returns were due, when the next are, and which other half-years miss something."""
    rows = ask("returns/due_by_period").rows
    lead(due_words.coming(rows, label))
    others = [] if place else due_words.elsewhere(rows, label)[:OTHERS]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="ways elsewhere"):
        if not place and may(acting(), "template"):
            st.markdown("[Get a template](#fill-in-and-send)")
        for row in others:
            go(f"{count(row['returns_missing'], 'return')} missing for {row['label']}", "due", period=row["period"])


def the_grid(returns: Answer, place: str) -> None:
    """Directorates and returns, in each cell what came in and when; and the same as a table."""
    charts.heading(f"What has {place or 'each directorate'} sent?", SHADES)
    names = {row["directorate_name"]: row["directorate"] for row in returns.rows}
    links = {name: link("due", directorate=code) for name, code in names.items()}
    today = returns.note.as_it_stood_on
    states = [row["state"] for row in returns.rows]
    said = ", ".join(f"{states.count(each)} {each}" for each in dict.fromkeys(states))
    charts.draw(standings(returns.rows, today, links), f"Returns of {count(len(names), 'directorate')}: {said}.")
    for said in filter(None, (due_words.in_part(returns.rows, place), due_words.without_projects(returns.rows))):
        st.markdown(f":small[{escaped(sentence(said))}]")
    figures(returns, SENT, called="Show this as a table, with who agreed each return")


def to_chase_and_fill_in(chosen: Mapping[str, str], place: str) -> None:
    """The template and what is missing: the template first for whoever fills one in, not for who chases."""
    parts = [still_missing, fill_it_in] if may(acting(), "template") else [still_missing]
    fills_in = place or not acting().for_all
    for each in reversed(parts) if fills_in and acting().role != "administrator" else parts:
        each(chosen, place)


def still_missing(chosen: Mapping[str, str], place: str) -> None:
    """What to chase: by directorate, or project by project for one; and the list as a file."""
    items = narrowed(ask("returns/due_items", period=chosen["period"]), place, **kept(chosen))
    missing = narrowed(items, "what is missing", state={"missing"})
    st.subheader("What is still missing?", anchor="still-missing")
    if not missing.rows:
        st.markdown("Nothing that is past its due date is missing.")
        figures(items, ITEMS, called=f"Show everything that is due ({len(items.rows)})")
        return
    told = owed_words.by_project(missing.rows) if place else owed_words.chase(items.rows)
    st.markdown("\n".join(f"- **{escaped(name)}**: {escaped(sentence(said))}" for name, said in told))
    with st.container(key="ways to projects"):
        for name, code in () if place else owed_words.long(items.rows):
            go(f"See every project of {name} of which something is missing", "due", directorate=code)
    if place:
        row = missing.rows[0]
        st.markdown(escaped(f"Due on {day(row['due_date'])}. Team mailbox: {row['mailbox']}."))
    download(missing, "Download the chase list (CSV)")
    figures(items, ITEMS, called=f"Show everything that is due ({len(items.rows)})")


def fill_it_in(chosen: Mapping[str, str], place: str) -> None:
    """The template of the directorate chosen, and the ways to send it and to what was sent."""
    st.subheader("Fill in and send", anchor="fill-in-and-send")
    if place and chosen["directorate"] not in mine():
        st.markdown(f"You send for other directorates than {escaped(place)}. Choose one of yours above.")
    elif place:
        st.markdown("The template holds this directorate’s projects and what it said last; its answers are blank.")
        with st.container(horizontal=True):
            hand_out("Download the template (Excel)", "primary", chosen, "xlsx")
            hand_out("The same as CSV files (zip)", "secondary", chosen, "zip")
    else:
        st.markdown("Each template is an Excel file that holds a directorate’s projects and what it said last.")
        with st.container(horizontal=True):
            for row in [one for one in choices("directorates") if one["code"] in mine()]:
                each = {**chosen, "directorate": str(row["code"])}
                hand_out(f"Template: {row['label']}", "secondary", each, "xlsx")
    with st.container(horizontal=True, gap="medium", key="ways on"):
        go("Send a return", "send")
        go("See what was sent", "sent")


def hand_out(label: str, look: Literal["primary", "secondary"], chosen: Mapping[str, str], ending: str) -> None:
    """A button that makes the template when it is pressed, since that takes half a second."""
    asked = (chosen["directorate"], chosen["period"], ending)
    st.download_button(
        label, when_pressed(lambda: template(*asked)[1]), file_name=template_name(*asked), type=look,
        on_click="ignore",
    )  # fmt: skip
