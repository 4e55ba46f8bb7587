"""Aims against what was reached, and which way projects moved: a bar a directorate."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from pages.parts import charts
from pages.parts.headline import lead
from pages.parts.maturity_words import Row
from pages.parts.options import short_names
from pages.parts.palette import AIMS, MOVES, State
from pages.parts.sentences import number, of, sentence
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
        if said := low_aims(rows):
            lead(sentence(said))
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
    return f"{of(reaching(row), row['rated'])} reach it · {high(row)}"


def reaching(row: Row) -> int:
    """How many rated projects reach their aim, at every stage or at every one started so far."""
    return int(row["reached"]) + int(row["so_far"])


def high(row: Row) -> str:
    """How many of the rated projects aim for step 6 or 7, and whether they are few: fewer than a third."""
    size = row["aim_together"]
    if not size:
        return "none aims for 6 or 7"
    return f"{'only ' if few(row) else ''}{number(size)} {'aims' if size == 1 else 'aim'} for 6 or 7"


def few(row: Row) -> bool:
    """Whether fewer than a third of the rated projects aim for step 6 or 7."""
    return bool(3 * row["aim_together"] < row["rated"])


def low_aims(rows: Iterable[Row]) -> str:
    """In which directorates projects reach aims that are low; nothing where in none.

    Rows are those of aims and moves. A low aim is easily reached, and a bar does not show it.
    """
    low = [row for row in rows if row["rated"] and few(row) and reaching(row)]
    named = [
        f"in {row['directorate_name']} {number(reaching(row))} {'reaches its' if reaching(row) == 1 else 'reach their'} aim, and {of_rated(row)}"
        for row in low
    ]
    return f"A low aim is easier to reach: {'; '.join(named)}" if named else ""


def of_rated(row: Row) -> str:
    """How few of a directorate's rated projects aim for step 6 or 7."""
    size, rated = row["aim_together"], row["rated"]
    if rated == 1:
        return "it does not aim for 6 or 7"
    return f"only {of(size, rated)} {'aims' if size == 1 else 'aim'} for 6 or 7" if size else f"none of the {number(rated)} aims for 6 or 7"


def over_moves(row: Row) -> str:
    """What stands over a directorate's bar: “2 up · 6 same · none down”."""
    ways = {"up": row["moved_up"], "same": row["same"], "down": row["moved_down"]}
    if not any(ways.values()):
        return "none can be compared"
    return " · ".join(f"{number(ways[way]) if ways[way] else 'none'} {way}" for way in ways)
