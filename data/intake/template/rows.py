"""Rows: what is filled in for a directorate. Answers of this half-year are blank, never invented."""

from collections import defaultdict
from collections.abc import Callable
from itertools import groupby

from data.database import Database
from data.intake.template.asked import Asked
from data.intake.template.columns import ABOUT, LAST, LAST_ANSWER, LAST_THEME, QUESTION, TITLE
from data.intake.template.form import Row, Value
from data.intake.template.held import CATEGORIES, CONDITIONS, PROJECTS, RATED, THEMES, Held, held
from data.intake.template.names import Names
from data.schema import return_schemas

EXAMPLE = "Example, not read"
ALSO = 2
STAGES = ("design", "decisions", "delivery", "evaluation")


def details(database: Database, who: Asked, names: Names) -> tuple[Row, ...]:
    """Every project of the directorate, with all that was said of it."""
    schema = return_schemas()["projects"]
    return tuple(Row(names.record(schema, project)) for project in held(database, PROJECTS, who))


def ratings(database: Database, who: Asked, names: Names) -> tuple[Row, ...]:
    """Each project of the half-year, beside its newest earlier rating."""
    return tuple(_rating(project, who) for project in held(database, RATED, who))


def _rating(project: Held, who: Asked) -> Row:
    known = {
        "project_id": project["project_id"],
        TITLE: project["title"],
        "period": who.period,
        "aiming_for": project["aiming_for"],
    }
    last = {heading: _number(project[field]) for field, heading in LAST.items()}
    asked = {*STAGES, "rated_by"} | ({"aiming_for"} if project["aiming_for"] is None else set())
    # Nothing can be sent again where nothing was rated.
    closed = {"nothing_changed"} if project["rated_by"] is None else set()
    return Row(known | last, frozenset(asked), frozenset(closed))


def _number(answer: str | None) -> Value:
    return int(answer) if answer and answer.isdigit() else answer


def stated(database: Database, who: Asked, names: Names) -> tuple[Row, ...]:
    """Each project of the half-year: a row for its main theme, and two for others."""
    before: dict[tuple[str, str], list[str]] = defaultdict(list)
    for theme in held(database, THEMES, who):
        written = names.record(return_schemas()["themes"], theme)["theme"]
        before[theme["project_id"], theme["main_or_also"]].append(written)
    return tuple(
        _theme(project, who, place, before[project["project_id"], "also" if place else "main"])
        for project in held(database, RATED, who)
        for place in range(1 + ALSO)
    )


def _theme(project: Held, who: Asked, place: int, before: list[str]) -> Row:
    last = before[max(place - 1, 0) :]
    known: dict[str, Value] = {
        "project_id": project["project_id"],
        TITLE: project["title"],
        "period": who.period,
        "main_or_also": "also" if place else "main",
        LAST_THEME: last[0] if last else None,
    }
    return Row(known, frozenset() if place else frozenset({"theme", "strength"}), begins=not place)


def counts(database: Database, who: Asked, names: Names) -> tuple[Row, ...]:
    """A box for each category in use, those that need not be collected at the end; no count."""
    rows = []
    found = held(database, CATEGORIES, who)
    for _, categories in groupby(found, key=lambda category: category["characteristic"]):
        rows += [_count(who, names, category, not place) for place, category in enumerate(categories)]
    return tuple(rows)


def _count(who: Asked, names: Names, category: Held, begins: bool) -> Row:
    coded = {"directorate": who.directorate, "period": who.period, "unit": "people", **category}
    known = names.record(return_schemas()["participation"], coded)
    if begins:
        known[ABOUT] = ("Only if you collect it. " if category["optional"] else "") + category["note"]
    return Row(known, frozenset() if category["optional"] else frozenset({"count"}), begins=begins)


def answers(database: Database, who: Asked, names: Names) -> tuple[Row, ...]:
    """Each question to the directorate, beside its newest earlier answer."""
    schema = return_schemas()["conditions"]
    shared = names.record(schema, {"directorate": who.directorate, "period": who.period})
    return tuple(
        Row(
            {**shared, "item": each["item"], QUESTION: each["question"], LAST_ANSWER: each["answer"]},
            frozenset({"answer"}),
        )
        for each in held(database, CONDITIONS, who)
    )


ROWS: dict[str, Callable[[Database, Asked, Names], tuple[Row, ...]]] = {
    "projects": details,
    "maturity": ratings,
    "themes": stated,
    "participation": counts,
    "conditions": answers,
}
