"""The Overview's three sentences, chosen by rule: the first rule that applies is said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pages.parts.due_words import ASKED
from pages.parts.owed_words import in_a_row, missing
from pages.parts.sentences import count, listed, number, of

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """One sentence, the question to ask in the meeting, and the page it leads to."""

    said: str
    ask: str
    label: str
    address: str
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Figures:
    """The rows the sentences are made of, each from one question, for one half-year.

    `headline` is the council's row; `aims` and `difference` the whole council's; `themes` its
    row a theme; `people` its row a characteristic; `returns` a row a directorate and return;
    `places` the aims of each directorate, where more than one is spoken of.
    """

    headline: Row
    aims: Row | None
    difference: Row | None
    themes: tuple[Row, ...]
    people: tuple[Row, ...]
    returns: tuple[Row, ...]
    places: tuple[Row, ...] = ()


def first(figures: Figures, rules: Iterable[Callable[[Figures], Found | None]], otherwise: Found) -> Found:
    """What the first rule that applies says, or the words for when none does."""
    return next((said for rule in rules if (said := rule(figures)) is not None), otherwise)


def good(figures: Figures) -> Found:
    """What is good: change that was made, else movement up, else returns that are all in."""
    quiet = Found(
        "Nothing has been rated for this half-year yet",
        "When will the first ratings come in?",
        "See how far people are involved",
        "maturity",
    )
    return first(figures, (_change, _moved_up, _reached), quiet)


def _change(figures: Figures) -> Found | None:
    row = figures.difference
    if row is None or not row["service"] + row["result"]:
        return None
    ways = (("service", "changed a service or policy"), ("result", "measured a result"))
    parts = listed(f"{row[name]} {way}" for name, way in ways if row[name])
    said = f"{of(row['service'] + row['result'], row['projects'])} projects made a difference: {parts}"
    return Found(said, "What changed, and do the people who took part know?", "See what difference they made", "themes")


def _moved_up(figures: Figures) -> Found | None:
    row = figures.aims
    if row is None or row["moved_up"] <= row["moved_down"]:
        return None
    said = f"{count(row['moved_up'], 'project')} moved up since the half-year before and {row['moved_down'] or 'none'} moved down"
    return Found(said, "What helped them, and who could do the same?", "See which way projects moved", "maturity")


def _reached(figures: Figures) -> Found | None:
    row = figures.headline
    if not row["reach_aim"]:
        return None
    verb = "reaches the step it aims" if row["reach_aim"] == 1 else "reach the step they aim"
    said = f"{of(row['reach_aim'], row['rated'])} rated projects {verb} for"
    return Found(said, "What made it possible?", "See how far people are involved", "maturity")


def none_reach(rows: Iterable[Row]) -> str:
    """In which directorates no rated project reaches its aim, in the council's order; nothing where in none."""
    short = [f"{row['directorate_name']} ({number(row['rated'])} rated)" for row in reaching_nowhere(rows)]
    return f"No rated project reaches the step it aims for in {listed(short)}: ask what would help" if short else ""


def reaching_nowhere(rows: Iterable[Row]) -> list[Row]:
    """The directorates that rated projects and none of these reaches its aim, of the rows of aims."""
    rated = [row for row in rows if row["directorate"] != "all" and row["rated"]]
    return [row for row in rated if not row["reached"] + row["so_far"]]


def unsent(rows: Iterable[Row], items: Iterable[Row]) -> list[tuple[str, str]]:
    """Who has not sent what is past its due date: each directorate's name and the words for it.

    `rows` are those of `returns/received_by_directorate`; `items` the single things due, from `returns/due_items`.
    """
    due = list(items)
    names: dict[str, list[Row]] = {}
    for row in rows:
        if row["missing"]:
            names.setdefault(row["directorate_name"], []).append(row)
    return [(name, _owed(mine, [one for one in due if one["directorate_name"] == name])) for name, mine in names.items()]


def _owed(rows: list[Row], due: list[Row]) -> str:
    whole = [ASKED[row["return_name"]] for row in rows if row["state"] == "missing"]
    part = {row["return_name"] for row in rows if row["state"] == "part received"}
    gone = [one for one in missing(due) if one["return_name"] in part]
    said = listed(filter(None, [*whole, in_a_row(gone, due)]))
    if rows[0]["coverage"] == "silent":
        return f"{said}. It has never rated a project"
    return said
