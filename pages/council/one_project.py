"""One project: what it is, how far people are involved, how, what it contributes, and its history."""

from collections.abc import Sequence

from queries import ask, choices

from pages.parts import charts, project_words
from pages.parts.filters import choose, period
from pages.parts.headline import empty_state, headline, lead
from pages.parts.hiding import offer, said_last
from pages.parts.links import go
from pages.parts.maturity_boxes import what_steps_mean
from pages.parts.narrowed import narrowed
from pages.parts.page import cite
from pages.parts.palette import State, bands
from pages.parts.project_came import what_came_of_it
from pages.parts.project_facts import the_facts
from pages.parts.project_history import the_history
from pages.parts.project_notes import evidence, notes_of
from pages.parts.project_picture import AIM, OTHER, ladder, painted
from pages.parts.project_shaped import shaped_and_shaping
from pages.parts.project_words import Row
from pages.parts.standing import standing
from pages.parts.tables import figures

STAGES = ("stage_name", "answer", "rated_by", "staff_score", "people_score", "gap", "aiming_for")


def one_project(project: str) -> None:
    """Everything that is known of a project, or that it is not in the register."""
    said_last()
    go("See every project", "projects")
    described = ask("projects/described")
    cite(described)
    found = described.where(project_id=project)
    if not found:
        not_there(project)
        return
    (row,) = found
    chosen = choose(period())["period"]
    stages = ask("projects/stages", period=chosen).where(project_id=project)
    notes = notes_of(project, chosen)
    the_answer(row, stages, chosen)
    if any(each["answer"] != "no return" for each in stages):
        the_picture(row, stages, chosen, notes)
    if stages:
        what_came_of_it(row, chosen, notes)
    the_facts(row, chosen)
    shaped_and_shaping(row)
    the_history(row)
    offer()
    standing(chosen)


def title_of(project: str) -> str:
    """The title of a project; "" where there is none with this id."""
    found = ask("projects/described").where(project_id=project) if project else ()
    return str(found[0]["title"]) if found else ""


def not_there(project: str) -> None:
    """Why there is no such project: its id was mistyped and became another, or nobody sent it."""
    became = [str(row["right_id"]) for row in ask("running/merged").where(wrong_id=project)]
    if not became:
        empty_state(f"There is no project “{project}” in the register", "Look for it among every project")
        return
    empty_state(f"“{project}” was a mistyped id", f"The project has the id {became[0]}")
    go(f"Open {title_of(became[0]) or became[0]}", "projects", project=became[0])


def the_answer(row: Row, stages: Sequence[Row], chosen: str) -> None:
    """What the project is, and whether it reaches the step it aims for."""
    half_year = period().words(chosen)
    past = ask("projects/history").where(project_id=row["project_id"])
    here = [each for each in past if each["period"] == chosen]
    if here:
        said = project_words.reaches(stages, here[0]["aim"], step_names())
    else:
        said = project_words.not_here(row, half_year)
    headline(project_words.what(row), said)
    if voices := project_words.voices(stages):
        lead(voices)
    last = [each for each in past if each["rated_by"]]
    if last and not any(each["rated_by"] for each in here):
        newest = last[-1]
        go(f"See {newest['period_name']}, when it was rated", "projects", project=row["project_id"], period=newest["period"])


def step_names() -> dict[int, str]:
    """The names of the steps."""
    return {row["step"]: row["label"] for row in choices("ladder")}


def the_picture(row: Row, stages: Sequence[Row], chosen: str, notes: Sequence[Row]) -> None:
    """The four stages as a row of steps each, the step aimed for, and both voices."""
    steps, names = choices("ladder"), step_names()
    words = [project_words.over(each, names) for each in stages]
    goal = stages[0]["aiming_for"]
    aim = f"aims for {goal} {names[goal]}" if goal else ""
    charts.heading("How far are people involved at each stage?", keys(stages))
    said = [f"{each['stage_name']}: {over}." for each, over in zip(stages, words, strict=True)]
    charts.draw(ladder(stages, words, painted(bands(steps), steps), aim), " ".join([*said, aim]))
    evidence(notes)
    mine = {row["project_id"]}
    figures(narrowed(ask("projects/stages", period=chosen), row["project_id"], project_id=mine), STAGES)
    what_steps_mean({"ladder": steps, "stages": choices("stages")})


def keys(stages: Sequence[Row]) -> tuple[State, ...]:
    """What the marks of the picture mean: the bands, and an aim and another side if it has them."""
    states = [state for state in bands(choices("ladder")) if state.code.isdecimal()]
    aim = [AIM] if stages[0]["aiming_for"] else []
    return (*states, *aim, *([OTHER] if any(each["gap"] for each in stages) else []))
