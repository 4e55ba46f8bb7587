"""Maturity: how far people are involved, stage by stage, beside what each project aims for."""

import streamlit as st

from pages.parts import maturity_boxes, maturity_lists, maturity_words
from pages.parts.filters import ALL, choose, directorate, kind, level, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.links import go
from pages.parts.maturity_aims import aims_and_moves
from pages.parts.maturity_found import Found, asked
from pages.parts.maturity_words import Row
from pages.parts.page import page
from pages.parts.sentences import count, escaped, sentence
from pages.parts.standing import standing
from pages.parts.tables import figures, in_full

PROJECTS = (
    "title", "directorate_name", "design", "decisions", "delivery", "evaluation", "aiming_for", "aim",
    "moved", "rated_by", "two_views", "lowest", "highest",
)  # fmt: skip
AIMS = (
    "directorate_name", "projects", "rated", "reached", "so_far", "not_reached", "aim_together", "all_four",
    "aims_lowered", "moved_up", "same", "moved_down", "rater_changed", "not_in_both", "two_views",
    "rated_by_staff",
)  # fmt: skip
NAMED = 10
VOICES = ("title", "directorate_name", "stage_name", "staff_score", "people_score", "gap")


@page("How far people are involved", section="Council", address="maturity", order=2, in_bar=True,
      answers="Where projects stand at each stage, and what they aim for")
def maturity() -> None:
    """The answer, where projects stand at each stage, their aims and moves, and two voices."""
    found = asked(choose(period(), directorate(), level(), kind()))
    if found.row is None:
        nothing_here(found)
        return
    row = found.row
    the_answer(found, row)
    maturity_boxes.picture(found, row)
    if row["rated"]:
        aims(found)
        aims_lowered(found)
        two_voices(found, row)
    behind(found)
    standing(found.chosen["period"])


def the_answer(found: Found, row: Row) -> None:
    """What the figures say in plain English, then what they rest on in small type."""
    if row["rated"]:
        movement = maturity_words.movement(row, found.first)
        headline(maturity_words.answer(row, found.scope), maturity_words.aims(row), movement)
        stages = maturity_words.by_stage(found.stages.where(directorate=row["directorate"]))
        by_stage = " ".join(filter(None, (stages, sentence(maturity_lists.all_four(row)))))
    else:
        headline(maturity_words.answer(row, found.scope))
        empty_state("No rating has come in for these projects", found.remedy)
        by_stage = ""
    with st.container(gap="xsmall"):
        if by_stage:
            lead(by_stage)
        if small := sent_and_compared(found, row):
            st.markdown(f":small[{escaped(small)}]")


def nothing_here(found: Found) -> None:
    """Why no project is shown, and what would change that."""
    owed = found.owed(found.chosen["directorate"])
    if owed and not found.picky:
        said, do = maturity_lists.nowhere(owed)
        empty_state(f"{owed['directorate_name']} {said}", do)
    else:
        where = f": {found.scope}" if found.scope else ""
        every = "Choose every level and kind" if found.picky else found.remedy
        empty_state(f"No project belongs to this half-year{where}", every)
    standing(found.chosen["period"])


def sent_and_compared(found: Found, row: Row) -> str:
    """How much was sent, who rated it, and what could not be compared with the half-year before."""
    whole = found.chosen["directorate"] == ALL and not found.picky
    sent = maturity_words.coverage(row, found.received.rows) if whole else ""
    rated = maturity_words.by_whom(row) if row["rated"] else ""
    return " ".join(filter(None, (sent, rated, maturity_words.apart(row, found.first))))


def aims(found: Found) -> None:
    """Aims against what was reached and moves, drawn where there are directorates to draw."""
    if len(found.by_directorate) > 1:
        aims_and_moves(found.by_directorate, found.first)
    figures(found.narrow("aims"), AIMS, called="Show the figures on aims and moves")


def aims_lowered(found: Found) -> None:
    """Projects that aim lower than before, by name; nothing for the first half-year."""
    if found.first:
        return
    st.subheader("Whose aim was lowered?", anchor=False)
    lowered = [
        f"- **{escaped(title)}** · {escaped(said)}"
        for title, said in maturity_lists.lowered(found.projects.rows, found.step_names)
    ]
    st.markdown("\n".join(lowered[:NAMED]) or "No project aims lower than in the half-year before.")
    if lowered[NAMED:]:
        with st.expander(f"Show {count(len(lowered[NAMED:]), 'other')}"):
            st.markdown("\n".join(lowered[NAMED:]))


def two_voices(found: Found, row: Row) -> None:
    """Where staff and people see the same stage differently, widest gap first."""
    st.subheader("Do staff and people see it alike?", anchor=False)
    lead(maturity_lists.voices(row["two_views"], found.voices.rows))
    if found.voices.rows:
        figures(found.voices, VOICES, called="Show where they differ, widest gap first")
        narrow = {name: found.chosen[name] for name in ("level", "kind")}
        go("Staff and people: the widest gaps, with their evidence", "voices", **narrow)


def behind(found: Found) -> None:
    """The projects behind the figures: open for a directorate, folded for the whole council."""
    projects = count(len(found.projects.rows), "project")
    go("See these projects one by one", "projects", **{n: found.chosen[n] for n in ("level", "kind")})
    if found.chosen["directorate"] == ALL:
        figures(found.projects, PROJECTS, called=f"Show the {projects} behind this")
        return
    st.subheader(f"The {projects} behind this", anchor=False)
    in_full(found.projects, [name for name in PROJECTS if name != "directorate_name"])
