"""Chase mail: the words for a directorate's team mailbox, ready to copy. Nothing is sent."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from queries import ask, choices

from pages.parts.due_words import ASKED
from pages.parts.headline import READABLE, lead
from pages.parts.sentences import count, day

Row = Mapping[str, Any]


def chase() -> None:
    """For one period, the mail to each directorate that still owes a return."""
    times = {str(row["code"]): str(row["label"]) for row in reversed(choices("periods"))}
    with st.container(width=READABLE):
        time = str(st.selectbox("Half-year", list(times), format_func=lambda each: times[each], key="chase period"))
    owed = [row for row in ask("returns/due_items", period=time).rows if row["state"] in ("missing", "not due yet")]
    places = dict.fromkeys(str(row["directorate"]) for row in owed)
    if not places:
        lead("Every return that is due for this half-year has been received.")
        return
    lead("Copy each part into your own mail; nothing is sent from here.")
    names = {str(row["directorate"]): str(row["directorate_name"]) for row in owed}
    with st.container(width=READABLE):
        place = str(st.selectbox("Directorate", list(places), format_func=lambda each: names[each], key="chase place"))
        rows = [row for row in owed if row["directorate"] == place]
        for title, words in (("To", str(rows[0]["mailbox"])), ("Subject", subject(rows, times[time])), ("Text", text(rows, times[time]))):
            st.markdown(f"**{title}**")
            st.code(words, language=None, wrap_lines=True)


def subject(rows: Sequence[Row], label: str) -> str:
    """What the mail is about, in a line."""
    late = rows[0]["state"] == "missing"
    return f"Co-production returns for {label}: {'overdue since' if late else 'due by'} {day(rows[0]['due_date'])}"


def text(rows: Sequence[Row], label: str) -> str:
    """The mail: what is missing, thing by thing, until when, and how to send it."""
    late = rows[0]["state"] == "missing"
    when = f"They were due by {day(rows[0]['due_date'])}." if late else f"They are due by {day(rows[0]['due_date'])}."
    return "\n".join([
        "Hello,", "",
        f"{count(len(rows), 'return')} of {rows[0]['directorate_name']} for {label} "
        f"{'is' if len(rows) == 1 else 'are'} not in yet. {when}", "",
        *(f"- {thing(row)}" for row in rows), "",
        "Your template, with what you said last time filled in, is on the page “What is due” of the "
        "co-production dashboard. Send it on the page “Send a return”. If nothing has changed for a project, "
        "say so in the template: that is enough.", "",
        "Thank you",
    ])  # fmt: skip


def thing(row: Row) -> str:
    """One thing that is missing: which return, and of which project."""
    name = ASKED[str(row["return_name"])]
    return f"{row['title']} ({row['project_id']}): {name}" if row["project_id"] else f"The whole directorate: {name}"
