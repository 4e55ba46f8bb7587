"""The groups of projects that changed: how many in each, and the projects, each a way to its page."""

from collections.abc import Iterator, Sequence

import streamlit as st

from pages.parts.changed_words import GROUPS, Group, Row, Steps
from pages.parts.links import go
from pages.parts.sentences import count, escaped

FIRST = 4


def groups(rows: Sequence[Row], steps: Steps, one_place: bool) -> None:
    """The projects of each group that has any, two groups side by side."""
    st.subheader("Which projects?", anchor="which-projects")
    held = [(group, [row for row in rows if group.holds(row)]) for group in GROUPS]
    shown = [(group, mine) for group, mine in held if mine]
    if not shown:
        st.markdown("No project changed in any of these ways.")
    for pair in in_twos(shown):
        for column, (group, mine) in zip(st.columns(2), pair, strict=False):
            with column, st.container(border=True, height="stretch", gap="xsmall"):
                one(group, mine, steps, one_place)


def in_twos(groups: Sequence[tuple[Group, list[Row]]]) -> Iterator[Sequence[tuple[Group, list[Row]]]]:
    """Two groups at a time, so that on a phone they stand in their order."""
    for place in range(0, len(groups), 2):
        yield groups[place : place + 2]


def one(group: Group, rows: list[Row], steps: Steps, one_place: bool) -> None:
    """One group: how many, what it means, its first projects, and the others folded away."""
    st.markdown(f"#### {escaped(group.heading)}: {count(len(rows), 'project')}")
    st.markdown(f":small[{escaped(group.meaning)}.]")
    for row in rows[:FIRST]:
        project(group, row, steps, one_place)
    if rest := rows[FIRST:]:
        with st.expander(f"Show {count(len(rest), 'other')}"):
            for row in rest:
                project(group, row, steps, one_place)


def project(group: Group, row: Row, steps: Steps, one_place: bool) -> None:
    """One project: its title, which leads to its page, whose it is and how it changed."""
    said = ["" if one_place else row["directorate_name"], group.told(row, steps)]
    with st.container(gap=None):
        go(row["title"], "projects", project=row["project_id"])
        if any(said):
            st.markdown(f":small[{escaped(' · '.join(filter(None, said)))}]")
