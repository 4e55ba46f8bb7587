"""Earlier figures: which of a final half-year's differ from how they stood when it became final."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from queries.answer import Answer
from queries.ask import ask
from queries.header import Column

Figures = dict[tuple[str, str], tuple[int, bool]]
EVERY = {"level": "all", "kind": "all"}
COUNTED = {"unit": "people", "ages": "all"}
WHOLE = "Whole council"
NOT_COMPARED = {"returns", "counts"}
# Each question compared: what names its rows, what it is asked with, and its figures where not all.
COMPARED: tuple[tuple[str, tuple[str, ...], Mapping[str, str], tuple[str, ...]], ...] = (
    ("overview/headline", (), {}, ()),
    ("maturity/aims_by_directorate", ("directorate_name",), EVERY, ()),
    ("themes/projects_by_main_theme", ("directorate_name", "theme_name"), EVERY, ()),
    ("themes/difference_by_directorate", ("directorate_name",), EVERY, ()),
    ("diversity/findings", ("directorate_name", "characteristic_name"), COUNTED, ("answered", "unanswered")),
)


@dataclass(frozen=True)
class Moved:
    """One figure that differs: of whom or what, what it counts, then and now; people are rounded.

    `about` is the name of the whole council or a directorate, and of the theme where it is of one.
    """

    about: str
    meaning: str
    then: int
    now: int
    people: bool


def since_final(period: str) -> tuple[Moved, ...]:
    """The figures of a half-year that differ from how they stood at the end of its due date.

    Those about work of the council, each directorate and theme, and the counts of people; not how
    many returns are in, for that moves by itself. None before that day. Raises AuthorMistake for
    no such half-year.
    """
    row = ask("returns/period_status", period=period).one
    return differing(period, row["due_date"]) if row["status"] == "final" else ()


def differing(period: str, day: date) -> tuple[Moved, ...]:
    """The figures of a half-year that differ from how they stood at the end of a day, each once."""
    found: dict[tuple[str, str], Moved] = {}
    for address, names, given, only in COMPARED:
        asked = {"period": period, **given}
        both = (ask(address, as_at=day, **asked), ask(address, **asked))
        then, now = (figures(told, names, only) for told in both)
        for key in {**now, **then}:
            before, after = (side.get(key, (0, False)) for side in (then, now))
            if before[0] != after[0]:
                found[key] = Moved(*key, before[0], after[0], before[1] or after[1])
    return tuple(found.values())


def figures(told: Answer, names: tuple[str, ...], only: tuple[str, ...]) -> Figures:
    """Each figure of an answer under what it is about and counts, and whether it counts people."""
    counted = [one for one in told.columns if compared(one, only)]
    rows = [(": ".join(row[name] for name in names) or WHOLE, row) for row in told.rows]
    return {
        (about, one.meaning): (row[one.name] or 0, one.kind == "people")
        for about, row in rows
        for one in counted
    }


def compared(one: Column, only: tuple[str, ...]) -> bool:
    """Whether a column's figures are compared."""
    counts = one.kind in ("work", "people") and one.unit not in NOT_COMPARED
    return counts and (one.name in only or not only)
