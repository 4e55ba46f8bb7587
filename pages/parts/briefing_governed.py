"""Section of a briefing on the way from proposal to result, whether it is done well, and who sends returns."""

from briefing import Bars, Section
from queries import Answer, ask

from pages.parts import briefing_charts as drawing
from pages.parts import governance_words, practice_words
from pages.parts.briefing_found import EVERY, Here, table
from pages.parts.palette import PRACTICES
from pages.parts.sentences import number, sentence
from pages.parts.themes_words import Row

PIPELINE = ("directorate_name", "status", "projects", "came", "middle_days", "moved_on", "middle_taken")
PRACTICE = ("practice_name", "projects", "yes", "partly", "not_yet", "no", "not_said")
RETURNS = ("directorate_name", "return_name", "items", "received", "late", "missing", "not_due_yet", "state")
WAITING = ("proposed", "agreed")
TITLE = "From proposal to result"


def governance(place: Here) -> Section:
    """Where projects stand, whether it is done well, and the returns that are due."""
    stages = ask("governance/pipeline_by_directorate", period=place.period, **EVERY)
    practice = ask("governance/practice_by_directorate", period=place.period, **EVERY)
    rows, done = place.rows(stages), place.rows(practice)
    returns = table("Returns due and received", received(place), RETURNS)
    if not any(row["projects"] for row in rows):
        return Section(TITLE, (f"No project was known by the end of this half-year in {place.name}.",), (), (returns,))
    charts = (way(rows), *([well(done)] if done else []))
    tables = (
        table("Projects on the way", stages, PIPELINE, rows),
        *([table("How it is done", practice, PRACTICE, done)] if done else []), returns,
    )  # fmt: skip
    behind = (place.narrow(stages), place.narrow(practice))
    return Section(TITLE, tuple(sentence(each) for each in said(place, rows, done) if each), charts, tables, (), behind)


def said(place: Here, rows: tuple[Row, ...], done: tuple[Row, ...]) -> list[str]:
    """What the page on it says of a place."""
    known = ask("governance/pipeline_projects", period=place.period)
    projects = known.rows if place.whole else place.rows(known)
    words = [
        governance_words.where_they_stand(rows, place.told),
        governance_words.held_up(row for row in projects if row["status"] in WAITING),
        governance_words.resources(rows, place.told), governance_words.pace(rows), governance_words.not_known(rows),
    ]  # fmt: skip
    return words + ([practice_words.practice(done, place.told)] if done else [])


def received(place: Here) -> Answer:
    """The returns of a place: those due from a directorate, or from every one."""
    return place.own(place.maturity.received)


def way(rows: tuple[Row, ...]) -> Bars:
    """How many projects are at each status."""
    lines = [(str(row["status"]).capitalize(), int(row["projects"])) for row in rows]
    words = ", ".join(f"{line.lower()} {number(size)}" for line, size in lines)
    return drawing.difference("How far along are projects?", f"Projects by status: {words}.", lines)


def well(rows: tuple[Row, ...]) -> Bars:
    """How many projects do each thing well, from rows of one place."""
    words = {row["practice_name"]: practice_words.over_bar(row) for row in rows}
    counted = [
        {"line": row["practice_name"], "state": one.code, "projects": row[one.code.replace(" ", "_")]}
        for row in rows
        for one in PRACTICES
    ]
    described = " ".join(f"{name}: {each}." for name, each in words.items())
    return drawing.stacked("Is it done well?", described, counted, PRACTICES, words)
