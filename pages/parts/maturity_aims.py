"""Aims against what was reached, and which way projects moved: a bar a directorate."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from pages.parts import charts
from pages.parts.maturity_words import Row
from pages.parts.options import short_names
from pages.parts.palette import AIMS, MOVES, State
from pages.parts.sentences import number, of
from pages.parts.worded import worded

COLUMNS = {
    "reached": "reached", "so far": "so_far", "not reached": "not_reached", "not rated": "not_rated",
    "moved up": "moved_up", "same": "same", "moved down": "moved_down",
    "rater changed": "rater_changed", "not rated in both": "not_in_both",
}  # fmt: skip
NARROWEST = 5


def aims_and_moves(rows: Sequence[Row], first: bool) -> None:
    """Both pictures side by side; only the aims for the first half-year, which nothing came before.

    `rows` are those of aims and moves.
    """
    aims, moves = st.columns(2, gap="large")
    with aims:
        bars("Do projects reach the step they aim for?", rows, AIMS, over_aims)
    if not first:
        with moves:
            bars("Which way did they move since the half-year before?", rows, MOVES, over_moves)


def bars(title: str, rows: Sequence[Row], states: Sequence[State], over: Callable[[Row], str]) -> None:
    """One picture: projects of each directorate in these states, and what is said over each bar."""
    said = {str(row["directorate_name"]): over(row) for row in rows}
    longest = max(NARROWEST, *(row["projects"] for row in rows))
    charts.heading(title, states)
    charts.draw(
        worded(counted(rows, states), states, said, longest=longest, short=short_names()),
        " ".join(f"{name}: {words}." for name, words in said.items()),
    )


def counted(rows: Iterable[Row], states: Iterable[State]) -> list[dict[str, object]]:
    """Projects a directorate and state."""
    return [
        {"line": row["directorate_name"], "state": state.code, "projects": whole[COLUMNS[state.code]]}
        for row in rows
        for whole in [{**row, "not_rated": row["projects"] - row["rated"]}]
        for state in states
    ]


def over_aims(row: Row) -> str:
    """What stands over a directorate's bar: “3 of 9 reach it · 6 aim for 6 or 7”."""
    if not row["rated"]:
        return "no ratings"
    reach = of(row["reached"] + row["so_far"], row["rated"])
    return f"{reach} reach it · {number(row['aim_together'])} aim for 6 or 7"


def over_moves(row: Row) -> str:
    """What stands over a directorate's bar: “2 up · 6 same · none down”."""
    ways = {"up": row["moved_up"], "same": row["same"], "down": row["moved_down"]}
    if not any(ways.values()):
        return "none can be compared"
    return " · ".join(f"{number(ways[way]) if ways[way] else 'none'} {way}" for way in ways)
