"""Projects as short entries: a title that leads to the project's page, what it is, where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from queries import choices
from pages.parts.key import coloured

from pages.parts.maturity_lists import ABSENT
from pages.parts.palette import State, bands
from pages.parts.project_links import go_to
from pages.parts.project_picture import painted
from pages.parts.sentences import day, escaped

Row = Mapping[str, Any]
AIMS = {"reached": "reaches its aim", "so far": "reaches its aim so far", "not reached": "below its aim"}


def entries(name: str, rows: Sequence[Row], *, dated: bool) -> None:
    """The projects of one directorate, in two columns where there is room; `dated` says which half-year."""
    st.markdown(f"#### {escaped(name)}")
    signs = painted_answers()
    half = (len(rows) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (rows[:half], rows[half:]), strict=True):
        with column:
            for row in part:
                entry(row, signs, half_year(row) if dated and row["period"] else "")


def entry(row: Row, signs: Mapping[str, State], when: str) -> None:
    """One project: its title, its id, kind, level and status, and its four steps, of the half-year named."""
    with st.container(gap=None):
        go_to(row, **({"period": row["period"]} if row["period"] else {}))
        st.markdown(f":small[{escaped(in_short(row))}]  \n:small[{escaped(when)}{steps(row, signs)}]")


def in_short(row: Row) -> str:
    """What a project is, in a line."""
    said = [row["project_id"], row["kind"].capitalize(), f"{row['level_name'].lower()} level", row["status"]]
    return " · ".join(filter(None, [*said, row["service_name"]]))


def steps(row: Row, signs: Mapping[str, State]) -> str:
    """Its four steps beside their signs and whether it reaches its aim, as Markdown."""
    if row["period"] is None:
        return escaped(f"To start on {day(row['start_date'])}; not rated before")
    if row["aiming_for"] is None:
        return "no return"
    answers = {stage["label"]: row[stage["code"]] for stage in choices("stages")}
    four = [f"{coloured(signs[each])} {escaped(f'{name} {step(each)}')}" for name, each in answers.items()]
    aim = f"aims for {row['aiming_for']}" + (f": {AIMS[row['aim']]}" if row["aim"] else "")
    return " · ".join([*(each.replace(" ", "\u00a0") for each in four), escaped(aim)])


def half_year(row: Row) -> str:
    """The half-year that a project's steps are of, before them."""
    return next(f"{each['label']}: " for each in choices("periods") if each["code"] == row["period"])


def step(answer: str) -> str:
    """A step as it is, or why there is none."""
    return ABSENT.get(answer, answer)


def painted_answers() -> dict[str, State]:
    """How every answer at a stage is painted: the steps in the colours of their bands."""
    states: Iterable[State] = bands(choices("ladder"))
    steps_painted = {str(step): state for step, state in painted(states, choices("ladder")).items()}
    return {**{state.code: state for state in states if not state.code.isdecimal()}, **steps_painted}
