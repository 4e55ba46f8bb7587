"""One project's steps from half-year to half-year."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from queries import ask, choices

from pages.parts.maturity_lists import ABSENT
from pages.parts.narrowed import narrowed
from pages.parts.rows_table import rows_table
from pages.parts.tables import bound, figures

Row = Mapping[str, Any]
AIMS = {"reached": "yes", "so far": "yes, so far", "not reached": "no", None: "–"}
RATED = {
    "staff": "staff alone", "people": "people alone", "jointly": "staff and people together",
    "apart": "staff and people separately", None: "–",
}  # fmt: skip
COLUMNS = (
    "period_name", "design", "decisions", "delivery", "evaluation", "rated_by", "two_views", "aiming_for",
    "aim", "moved", "difference",
)  # fmt: skip


def the_history(row: Row) -> None:
    """A row a half-year, the newest first, and the same as figures to take away."""
    mine = {row["project_id"]}
    answer = narrowed(ask("projects/history"), row["project_id"], project_id=mine)
    if answer.rows:
        st.subheader("How has it moved from half-year to half-year?", anchor=False)
        rows_table([in_words(each) for each in reversed(answer.rows)])
        figures(answer, COLUMNS)


def in_words(row: Row) -> dict[str, str]:
    """One half-year as the table shows it."""
    four = {stage["label"]: ABSENT.get(row[stage["code"]], row[stage["code"]]) for stage in choices("stages")}
    said = {
        "Half-year": row["period_name"],
        **four,
        "Aims for": str(row["aiming_for"] or "–"),
        "Reaches it": AIMS[row["aim"]],
        "Who rated": RATED["apart" if row["two_views"] else row["rated_by"]],
        "Since the half-year before": row["moved"],
        "Difference made": row["difference"] or "not said",
    }
    return {name: bound(words) for name, words in said.items()}
