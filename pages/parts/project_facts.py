"""What is known of one project: what it is, and how people take part in it, as two lists."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st
from queries import ask

from pages.parts.page import cite
from pages.parts.project_words import WAITING
from pages.parts.sentences import day, escaped, people_shown

Row = Mapping[str, Any]
NOT_SAID = "not said"
CLOSED = ("complete", "stopped")
WHAT = {
    "Project id": "project_id", "Kind": "kind", "Level": "level_name", "Directorate": "directorate_name",
    "Service": "service_name",
}  # fmt: skip
RUN = {
    "Partner": "partner", "Time and money set aside": "resource", "Principles of the plan": "principles",
}
HOW = {
    "Priorities set by": "priorities_set_by", "Met on their own, without staff": "own_meeting",
    "Times, places and information checked": "access_checked", "Reward for taking part": "reward",
    "Told what happened as a result": "fed_back", "Toolkit used": "toolkit_used",
    "Experience-led organisation takes part": "experience_led",
    "Volunteers help to deliver": "volunteers_deliver",
}  # fmt: skip


def the_facts(row: Row, period: str) -> None:
    """Both lists side by side, one under another on a phone."""
    what, how = st.columns(2, gap="large")
    with what:
        st.subheader("What is it?", anchor=False)
        lines({said: in_words(row[name]) for said, name in dated(row).items()})
    with how:
        st.subheader("How do people take part?", anchor=False)
        lines({**people(row, period), **{said: in_words(row[name]) for said, name in HOW.items()}})


def dated(row: Row) -> dict[str, str]:
    """What is told of what it is, with its dates as its status has them."""
    starts = "To start" if row["status"] in WAITING else "Started"
    ends = {"Ended": "end_date"} if row["end_date"] or row["status"] in CLOSED else {}
    return {**WHAT, starts: "start_date", "Status": "status", "Status since": "status_since", **ends, **RUN}


def people(row: Row, period: str) -> dict[str, str]:
    """How many took part and newly joined in the half-year, rounded to protect them."""
    answer = ask("projects/people", period=period)
    cite(answer)
    counted = next(iter(answer.where(project_id=row["project_id"])), {})
    shown = {name: counted.get(name) for name in ("people", "new_people")}
    words = [NOT_SAID if count is None else people_shown(count) for count in shown.values()]
    return dict(zip(("People taking part", "Of them new to the project"), words, strict=True))


def in_words(value: object) -> str:
    """An answer as the screen shows it."""
    if value is None:
        return NOT_SAID
    return day(value) if isinstance(value, date) else str(value)


def lines(facts: Mapping[str, str]) -> None:
    """What is asked and what is answered, a line each."""
    st.markdown("  \n".join(f"{escaped(said)}: **{escaped(answer)}**" for said, answer in facts.items()))
