"""Where staff and people scored apart: a pair of dots a stage, and the widest gaps with their evidence."""

from collections.abc import Mapping, Sequence

import streamlit as st
from queries import Answer, choices

from pages.parts import charts, voices_words
from pages.parts.links import go
from pages.parts.maturity_words import Row
from pages.parts.pairs import pairs
from pages.parts.palette import PEOPLE, STAFF
from pages.parts.sentences import count, escaped, sentence
from pages.parts.tables import figures

SHOWN = 3
GAPS = ("title", "directorate_name", "stage_name", "staff_score", "people_score", "gap", "evidence")


def by_stage(stages: Answer, here: Sequence[Row]) -> None:
    """A pair of dots a stage: the middle scores of the projects that both sides rated."""
    if all(row["staff_middle"] is None for row in here):
        in_words(stages, here)
        return
    charts.heading("At which stage do they differ?", (STAFF, PEOPLE))
    drawn = [
        {
            "name": row["stage_name"], "words": voices_words.over_stage(row), "staff": row["staff_middle"],
            "people": row["people_middle"], "said": voices_words.stage_said(row),
        }
        for row in here
    ]  # fmt: skip
    charts.draw(pairs(drawn), " ".join(str(each["said"]) for each in drawn))
    st.markdown(":small[Middle scores of the projects that both rated, on the ladder from 0 to 7]")
    figures(stages)


def in_words(stages: Answer, here: Sequence[Row]) -> None:
    """The same where fewer than three projects were rated by both: no middle scores, a line a stage."""
    charts.heading("At which stage do they differ?")
    lines = [f"- **{row['stage_name']}**: {escaped(voices_words.over_stage(row))}" for row in here]
    st.markdown("\n".join(lines))
    figures(stages)


def furthest_apart(found: Answer) -> None:
    """The widest gaps with the evidence beside them; those without evidence are only counted."""
    charts.heading("Where are they furthest apart?")
    steps = {int(row["step"]): str(row["label"]) for row in choices("ladder")}
    projects = voices_words.by_project(found.rows)
    for rows in projects[:SHOWN]:
        one_project(rows, steps)
    if not projects:
        none = "No gap comes with evidence." if found.rows else "They gave the same scores everywhere."
        st.markdown(none)
    if projects[SHOWN:]:
        with st.expander(f"Show {count(len(projects[SHOWN:]), 'other project')}"):
            for rows in projects[SHOWN:]:
                one_project(rows, steps)
    if without := voices_words.unlisted(found.rows):
        st.markdown(escaped(sentence(without)))
    if found.rows:
        figures(found, GAPS)


def one_project(rows: Sequence[Row], steps: Mapping[int, str]) -> None:
    """One project: its title, where the two sides differ, and the evidence of its rating."""
    with st.container(gap="xxsmall"):
        go(str(rows[0]["title"]), "projects", project=str(rows[0]["project_id"]))
        said = f"{rows[0]['directorate_name']} · {voices_words.gaps(rows, steps)}"
        st.markdown(f"{escaped(said)}\n\n:small[**Evidence:** {escaped(rows[0]['evidence'])}]")
