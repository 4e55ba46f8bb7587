"""Methods of counting work: the ladder, projects added up, and who owes which return."""

from collections.abc import Iterable

import streamlit as st
from queries import choices
from pages.parts.key import coloured

from pages.parts.palette import bands
from pages.parts.sentences import day, escaped, listed

INTRODUCED = (
    "A project says how far people are involved at each of four stages, as a step of the ladder of "
    "co-production. It also says which step it aims for (2 to 7). Every step but the first can be right "
    "for a purpose. So success is to reach the aim, not to be at step 7."
)
OURS = (
    "Steps 1 to 7 and their names are Think Local Act Personal’s. Ours are step 0, the four bands, "
    "the words for what each step means, and the words on screen for step 1."
)
ADDED_UP = (
    "**Reaches its aim**: every stage that has a score is at or above the step aimed for; “so far” "
    "while a stage has not started.",
    "**Four states stay apart**: step 0, not started, not applicable, and no return.",
    "**Two voices**: where staff and people rated apart, both are kept and the lower counts, marked "
    "“two views”. A joint rating stands as it is. Where one side rated alone, it counts and the page says so.",
    "**Middle score**: the scores in order, the one in the middle (the lower median). Under three scores "
    "there is none.",
    "**Scores are similar** when under a third of them lie outside the best band of three steps "
    "that holds the middle score. Otherwise they are very mixed.",
    "**Moved up or down**: the middle score of a project’s stages against the half-year before. Only "
    "where the same side rated both; otherwise “rated by another side than before”.",
    "**Themes**: each project counts once, under its main theme, so these add up to the projects. "
    "“Also” is shown beside it and never added. **Could contribute**: possible, but no work yet. **Work "
    "under way**: it is being done. **Change shown**: something has changed, and the project says what.",
    "**Never worked out**: a sum or a mean of steps, one figure for how far the whole council is, or a "
    "ranking of directorates.",
)  # fmt: skip
BELONGS = (
    "A project belongs to a half-year if it was under way in it. It had started by the last day, had not "
    "ended before the first, and is past being proposed or agreed. One that is complete or stopped without "
    "an end date belongs up to the half-year in which that was sent.",
    "Each half-year, ratings and themes are due for every such project. Who takes part is due from every "
    "directorate. The twelve conditions are due with the first half-year of a financial year.",
    "**Late**: first received after the due date. **Missing**: the due date has passed and nothing is in force.",
    "A directorate has **rated a project** in the half-year, **rated one before** but none now, or **never "
    "rated one**.",
    "**In force**: every file sent is kept. A newer return replaces the rows of the same slice. A slice is a "
    "project, a project in a half-year, or a directorate in a half-year (unit by unit). To withdraw a return "
    "brings the one before it back. So any figure can be shown as it stood on any past day.",
    "Figures are provisional until the due date, then final. After that a correction needs a reason. "
    "The page says how much was corrected, and since when.",
)  # fmt: skip


def involved() -> None:
    """The ladder with its meanings, the stages, and how projects are added up."""
    st.markdown(INTRODUCED)
    ladder = choices("ladder")
    for band in bands(ladder):
        steps = [row for row in ladder if str(row["band"]) == band.code]
        if steps:
            said = [f"- **{row['step']} {escaped(row['label'])}**: {escaped(row['meaning'])}" for row in steps]
            st.markdown("\n".join([f"{coloured(band)} **{escaped(band.label)}**\n", *said]))
    st.markdown(OURS)
    st.markdown("#### The four stages, and their names in commissioning")
    stages = [f"{escaped(row['label'])} ({escaped(row['commissioning'])}): {escaped(row['meaning'])}" for row in choices("stages")]
    bullets(stages)
    st.markdown("#### The three levels")
    bullets(f"{escaped(row['label'])}: {escaped(row['meaning'])}" for row in choices("levels"))
    st.markdown("#### How projects are added up")
    bullets(ADDED_UP)


def owed() -> None:
    """Which project belongs to which half-year, what is due when, and what counts."""
    bullets(BELONGS)
    with st.expander("The half-years, and when their returns are due"):
        bullets(f"{escaped(row['label'])}: due {day(row['due'])}" for row in choices("periods"))
    with st.expander("The first half-year that each directorate owes"):
        names = {row["code"]: row["label"] for row in choices("periods")}
        first: dict[str, list[str]] = {}
        for row in choices("directorates"):
            first.setdefault(str(names[row["expected_from"]]), []).append(str(row["label"]))
        bullets(f"{escaped(period)}: {escaped(listed(who))}" for period, who in first.items())


def bullets(said: Iterable[str]) -> None:
    """Sentences as a list; what comes from data must be escaped already."""
    st.markdown("\n".join(f"- {each}" for each in said))
