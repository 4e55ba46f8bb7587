"""Periods: when returns are due, closing one, and adding the next."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import streamlit as st
from queries import choices

from pages.parts.changing import differing, offer_row
from pages.parts.headline import READABLE, lead
from pages.parts.rows_table import rows_table
from pages.parts.sentences import day

Row = Mapping[str, Any]
ACTS = ("Set the due date", "Close now", "Add the next half-year")
WHAT = (
    "Figures may change until the due date. After it a half-year is closed: it takes only corrections, each "
    "with a reason. To open a closed half-year again, give it a later due date."
)


def periods() -> None:
    """The periods as they stand, and the way to change one or add the next."""
    rows = choices("periods")
    lead(WHAT)
    rows_table([in_words(row) for row in reversed(rows)])
    act = st.segmented_control("What to do", ACTS, default=ACTS[0], required=True)
    if act == ACTS[2]:
        add(rows)
        return
    named = {str(row["code"]): row for row in reversed(rows)}
    code = st.selectbox("Half-year", list(named), format_func=lambda each: str(named[each]["label"]))
    row = named[str(code)]
    if act == ACTS[0]:
        due = st.date_input("Returns due by", row["due"], key=f"due {code} {row['due']}", format="DD/MM/YYYY")
    else:
        due = date.today()
    if isinstance(due, date):
        moved = differing(row, {"due": due.isoformat()})
        said = differing(row, {"due": due.isoformat(), "status": status(due, act == ACTS[1])}) if moved else {}
        offer_row("periods", str(code), said, f"{row['label']} is due by {day(due)}")


def status(due: date, closing: bool = False) -> str:
    """Whether a period with this due date takes returns as they come."""
    return "closed" if closing or due < date.today() else "open"


def in_words(row: Row) -> dict[str, str]:
    """A period as a row of the table."""
    return {
        "Half-year": str(row["label"]),
        "From": day(row["start"]),
        "To": day(row["end"]),
        "Returns due by": day(row["due"]),
        "Now": "closed: corrections only" if row["due"] < date.today() else "open",
    }


def add(rows: tuple[Row, ...]) -> None:
    """The period that follows the last one, filled in to be corrected."""
    usual = following(rows)
    with st.container(width=READABLE):
        code = st.text_input("Code", usual["code"], max_chars=20)
        label = st.text_input("Name", usual["label"], max_chars=100)
        due = st.date_input("Returns due by", date.fromisoformat(usual["due"]), format="DD/MM/YYYY")
    if isinstance(due, date) and code:
        said = {**usual, "label": label, "due": due.isoformat(), "status": status(due)}
        said.pop("code")
        offer_row("periods", code, said, f"{label} was added")


def following(rows: tuple[Row, ...]) -> dict[str, str]:
    """The period after the last, as long as that one: its dates, name and usual due date."""
    last = max(rows, key=lambda row: row["order"])
    start = last["end"] + timedelta(days=1)
    months = apart(last["start"], last["end"]) + 1
    end = on(start, months, 1) - timedelta(days=1)
    due = on(end, apart(last["end"], last["due"]), min(last["due"].day, 28))
    opens = start.year if start.month >= 4 else start.year - 1
    year = f"{opens}-{(opens + 1) % 100:02}"
    part = (start.month - 4) % 12 // months + 1
    return {
        "code": f"{year} {str(last['code']).split(' ')[-1][:1]}{part}",
        "label": f"{start:%B}{'' if start.year == end.year else f' {start.year}'} to {end:%B %Y}",
        "year": year, "start": start.isoformat(), "end": end.isoformat(),
        "due": due.isoformat(), "order": str(last["order"] + 1),
    }  # fmt: skip


def apart(first: date, later: date) -> int:
    """How many months one date's month is after another's."""
    return (later.year - first.year) * 12 + later.month - first.month


def on(first: date, months: int, of_month: int) -> date:
    """A day of the month so many months on."""
    place = first.month - 1 + months
    return date(first.year + place // 12, place % 12 + 1, of_month)
