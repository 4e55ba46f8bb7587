"""A preview: what sending a file would change, worked out and then rolled back.

Only figures about work are shown before and after. With a threshold fixed for each cell, a
preview of figures about people would give their exact counts away to whoever tries numbers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.database import Database
from data.intake import Delivery, Offer, Outcome, take_in
from data.transaction import Table, Writer
from queries.who import acting
from queries.ask import _database, complete
from queries.owned import with_own_headings
from queries.question import Question, questions

EVERY = {"level": "all", "kind": "all"}
HEADLINES: tuple[tuple[str, tuple[str, ...], Mapping[str, str]], ...] = (
    ("overview/headline", (), {}),
    ("maturity/aims_by_directorate", ("directorate_name",), EVERY),
    ("themes/projects_by_main_theme", ("theme_name",), EVERY),
)
Read = Callable[[str, Mapping[str, Any]], Table]
Figures = dict[tuple[str, str, str], int]


@dataclass(frozen=True)
class Change:
    """One figure about work before and after: of which half-year and whom, what it counts.

    `about` is the name of a directorate or theme, or empty for the whole council.
    """

    period: str
    about: str
    meaning: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Preview:
    """What sending would do: what became of each file, and each figure about work that changes.

    `unchanged` is how many figures were worked out and stay the same. `version` is the data's
    version that it was worked out from.
    """

    outcome: Outcome
    changes: tuple[Change, ...]
    unchanged: int
    version: str


def preview(
    delivery: Delivery, offers: Sequence[Offer], progress: Callable[[str], None] = lambda said: None
) -> Preview:
    """What sending these files would change. Nothing of it is kept, whatever is found."""
    held, delivery = _database(), replace(delivery, person=acting("send"))
    seen: list[tuple[Figures, Figures]] = []
    versions: list[str] = []

    def compare(writer: Writer, outcome: Outcome) -> None:
        versions.append(held.version)
        if outcome.status != "loaded":
            return
        progress("Working out what it would change")
        periods = sorted({period for each in outcome.files for period in each.periods})
        seen.append((figures(held, held.read, periods), figures(held, writer.read, periods)))

    theirs = with_own_headings(held, delivery.person, offers)
    outcome = take_in(held, [(delivery, theirs)], progress, compare)
    before, after = seen[0] if seen else ({}, {})
    changes = tuple(
        Change(*key, before.get(key), after.get(key))
        for key in {**after, **before}
        if before.get(key, 0) != after.get(key, 0)
    )
    return Preview(outcome, changes, len({**after, **before}) - len(changes), versions[0])


def figures(held: Database, read: Read, periods: Sequence[str]) -> Figures:
    """Every headline figure about work in these half-years, by half-year, whom, and meaning.

    Those of the council, of each directorate's aims, and of the council's projects by theme.
    """
    found: Figures = {}
    for period in periods:
        for address, names, given in HEADLINES:
            found |= _figures(held, read, questions()[address], names, {"period": period, **given})
    return found


def _figures(
    held: Database, read: Read, question: Question, names: Sequence[str], given: Mapping[str, str]
) -> Figures:
    table = read(question.sql, complete(held, question, given))
    rows = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    return {
        (given["period"], ": ".join(row[name] for name in names), meaning): row[column] or 0
        for row in rows
        for column, meaning in _work(question)
        if ("directorate_name" in names) != (row.get("directorate", "all") == "all")
    }


def _work(question: Question) -> list[tuple[str, str]]:
    """The columns of a question that count work, and what each means; how many counts of people
    were added is about the rounding, not about work."""
    return [
        (column.name, column.meaning)
        for column in question.columns
        if column.kind == "work" and column.unit != "counts"
    ]
