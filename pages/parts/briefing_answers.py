"""Sections of a briefing on what directorates and people say: the conditions, and staff and people."""

from briefing import Bars, Section, Table
from queries import ask, choices

from pages.parts import briefing_charts as drawing
from pages.parts import conditions_words, voices_words
from pages.parts.briefing_found import EVERY, Here, table
from pages.parts.conditions_words import JIGSAW, Row
from pages.parts.filters import ALL
from pages.parts.palette import ANSWERS, RATERS
from pages.parts.sentences import sentence

WORDS = {one.code: one.label for one in ANSWERS}
GAPS = ("title", "directorate_name", "stage_name", "staff_score", "people_score", "gap")
WIDEST = 10


def conditions(place: Here) -> Section:
    """The twelve answers: a directorate's own, or everybody's, never added up."""
    answer, title = ask("conditions/answers_by_directorate", period=place.period), "Conditions for co-production"
    rows = answer.rows if place.whole else place.rows(answer)
    if all(row["answer"] in ("no return", "not asked") for row in rows):
        return Section(title, (f"{place.name}: no answers have been sent for this year.",), behind=(place.narrow(answer),))
    words = conditions_words.of_council(rows) if place.whole else conditions_words.of_directorate(rows)
    halves = {str(row["code"]): str(row["label"]) for row in choices("periods")}
    said = (*map(sentence, words), conditions_words.when(rows[0], halves))
    answers = everyones(rows) if place.whole else own(rows)
    kept = place.narrow(answer)
    made = Table("Answers to the twelve questions", *answers, kept)
    return Section(title, said, (), (made,), (JIGSAW,))


def own(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """One directorate's answers: the question, the answer, last year's."""
    lines = [(str(row["question"]), WORDS[row["answer"]], conditions_words.since(row) or "–") for row in rows]
    return ("Question", "Answer", "The year before"), tuple(lines)


def everyones(rows: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Every directorate's answers: a row a question, a column a directorate in the council's order."""
    across = list(dict.fromkeys(str(row["directorate_name"]) for row in rows))
    held = {(row["item"], str(row["directorate_name"])): WORDS[row["answer"]] for row in rows}
    items = {row["item"]: str(row["item_name"]) for row in sorted(rows, key=lambda row: int(row["item_order"]))}
    lines = [(name, *(held.get((item, each), "–") for each in across)) for item, name in items.items()]
    return ("Condition", *across), tuple(lines)


def voices(place: Here) -> Section:
    """Which side scores higher and where, and who rated."""
    title, narrow = "Staff and people", {"period": place.period, **EVERY}
    raters = ask("maturity/raters_by_directorate", **narrow)
    stages = ask("maturity/voices_by_stage", **narrow)
    rows = place.rows(raters)
    if not rows:
        return Section(title, ("No project belongs to this half-year here.",))
    said = [*voices_words.answer(rows[0], place.rows(stages), place.told), voices_words.staff_alone(rows[0], place.told)]
    said += [voices_words.stage_said(row) for row in place.rows(stages)] if rows[0]["separately"] else []
    apart = place.maturity.voices
    widest = (table("Where they are furthest apart", apart, GAPS, apart.rows[:WIDEST]),) if apart.rows else ()
    charts = (who_rated(place.rows(raters) if not place.whole else raters.rows),)
    behind = (place.narrow(raters), place.narrow(stages))
    return Section(title, tuple(sentence(each) for each in said if each), charts, widest, (), behind)


def who_rated(rows: tuple[Row, ...]) -> Bars:
    """Who rated the projects, a bar a directorate."""
    shown = [row for row in rows if row["directorate"] != ALL]
    words = {str(row["directorate_name"]): voices_words.over_raters(row) for row in shown}
    counted = [
        {"line": str(row["directorate_name"]), "state": state.code, "projects": row[state.code]}
        for row in shown
        for state in RATERS
    ]
    said = " ".join(f"{name}: {each}." for name, each in words.items())
    return drawing.stacked("Who rated the projects?", said, counted, RATERS, words)
