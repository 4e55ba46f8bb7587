"""The picture of maturity: a box a directorate, a bar a stage, and what the steps mean."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from pages.parts import charts, maturity_lists, maturity_words
from pages.parts.filters import ALL, Filter, choose
from pages.parts.key import written_key
from pages.parts.maturity_found import Found
from pages.parts.maturity_words import Row
from pages.parts.palette import State, bands, steps
from pages.parts.project_links import go_to
from pages.parts.sentences import escaped, listed, sentence
from pages.parts.tables import in_full
from pages.parts.worded import worded

FEWEST = 3
COLUMNS = {
    "maturity/stages_by_directorate": (
        "directorate_name", "stage_name", "projects", "scored", "together", "middle", "spread",
        "lowest", "highest", "not_started", "not_applicable", "no_return",
    ),
    "maturity/projects_by_step": ("directorate_name", "stage_name", "answer_name", "band", "projects"),
}  # fmt: skip
OVER = (
    "Over each bar: how many of the projects scored are at step 6 or 7. Then the score in the middle when all are put "
    "in order, and whether most are near it or they are very mixed. Fewer than three projects are listed instead."
)


def show() -> Filter:
    """Four bands, or the eight steps they are made of."""
    return Filter("show", "Show", (("bands", "Four bands"), ("steps", "Eight steps")), "bands", "buttons")


def picture(found: Found, whole: Row) -> None:
    """Where projects stand at each stage, or a list of them where there are fewer than three."""
    if whole["projects"] < FEWEST and whole["directorate"] == ALL:
        charts.heading("How far are people involved at each stage?")
        listing(found, ALL)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.subheader("How far are people involved at each stage?", anchor=False, width="content")
        by_step = choose(show())["show"] == "steps"
    ladder = found.lists["ladder"]
    states = steps(ladder) if by_step else bands(ladder)
    written_key(states if by_step else maturity_words.spelt_out(states, ladder))
    boxes(found, states, by_step)
    st.markdown(f":small[{escaped(OVER)}]")
    what_steps_mean(found.lists)
    with st.expander("Show the figures"):
        for answer in (found.narrow("stages"), found.narrow("steps")):
            st.markdown(f"**{escaped(answer.text)}**")
            in_full(answer, COLUMNS[answer.question.address])


def boxes(found: Found, states: tuple[State, ...], by_step: bool) -> None:
    """A box a place, in the council's order, and where there is no such project."""
    rows = {place: found.aims_of(place) for place in found.places}
    longest = max((row["projects"] for place, row in rows.items() if row and place != ALL), default=1)
    with charts.side_by_side():
        for place, row in rows.items():
            if row and row["projects"] >= FEWEST:
                bars(found, place, states, by_step, None if place == ALL else longest)
            elif row:
                boxed(found, row)
            elif not found.picky and (owed := found.owed(place)):
                absent(owed)
    nowhere = [row["label"] for row in found.lists["directorates"] if rows.get(row["code"], row) is None]
    if found.picky and nowhere:
        st.markdown(f":small[No such project in {escaped(listed(nowhere))}.]")


def bars(
    found: Found, place: str, states: tuple[State, ...], by_step: bool, longest: int | None
) -> None:
    """One place: a bar a stage."""
    stages = found.stages.where(directorate=place)
    name = stages[0]["directorate_name"]
    words = {row["stage_name"]: maturity_words.over_bar(row) for row in stages}
    counts = counted(found, place, by_step)
    chart = worded(counts, states, words, longest=longest)
    charts.small(name, chart, maturity_words.described(name, stages))


def counted(found: Found, place: str, by_step: bool) -> list[dict[str, object]]:
    """Projects a stage and step, or a stage and band; without a score, why there is none."""
    band = {str(row["step"]): str(row["band"]) for row in found.lists["ladder"]}
    totals: Counter[tuple[str, str]] = Counter()
    for row in found.steps.where(directorate=place):
        state = row["answer"] if by_step else band.get(row["answer"], row["answer"])
        totals[row["stage_name"], state] += row["projects"]
    return [
        {"line": stage, "state": state, "projects": size} for (stage, state), size in totals.items()
    ]


def boxed(found: Found, few: Row) -> None:
    """Fewer than three projects in a place: a list of them in its box."""
    with st.container(border=True, width=charts.SMALL):
        st.markdown(f"#### {escaped(few['directorate_name'])}")
        listing(found, few["directorate"])
        if expected := found.first_due(few["directorate"]):
            st.markdown(f":small[{escaped(expected)}]")


def listing(found: Found, place: str) -> None:
    """Each project of a place with its four steps, its aim and who rated it."""
    for row in found.projects.rows:
        if place in (ALL, row["directorate"]):
            said = maturity_lists.project(row, found.lists["stages"], found.step_names)
            with st.container(gap=None):
                go_to(row)
                st.markdown(f":small[{escaped(said)}]")


def absent(owed: Row) -> None:
    """A directorate that sent no project: what to do."""
    with st.container(border=True, width=charts.SMALL):
        st.markdown(f"#### {escaped(owed['directorate_name'])}")
        st.markdown(f":small[{escaped(' '.join(map(sentence, maturity_lists.nowhere(owed))))}]")


def what_steps_mean(lists: Mapping[str, Sequence[Row]]) -> None:
    """The steps of the ladder and the four stages in plain words, folded away."""
    with st.expander("What the steps and stages mean"):
        st.markdown("\n".join(
            f"- **{row['step']} {escaped(row['label'])}**: {escaped(row['meaning'])}"
            for row in lists["ladder"]
        ))  # fmt: skip
        st.markdown("\n".join(
            f"- **{escaped(row['label'])}**: {escaped(row['meaning'])} "
            f"(when commissioning: {escaped(row['commissioning'])})"
            for row in lists["stages"]
        ))  # fmt: skip
