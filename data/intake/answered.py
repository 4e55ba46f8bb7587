"""What was answered: rows that a template brought along and nobody touched are left out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

import duckdb

from data.intake.cells import Entries, spelt
from data.intake.unchanged import SAME, Record, Unchanged, last_ratings
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema

UNTOUCHED = (
    "holds no answers yet: it is the template as it was given out. Fill it in and send it again."
)


@dataclass
class Answered:
    """A sheet with only the rows that were answered, where each field stands in it, what is to
    be said, how many rows were not answered, and how many projects said that nothing changed.

    `doubtful` are the lines that say something else about whether anything changed.
    """

    sheet: Sheet
    places: dict[str, int]
    problems: list[Problem] = field(default_factory=list)
    unanswered: int = 0
    nothing_changed: int = 0
    doubtful: set[int] = field(default_factory=set)

    def explains(self, problem: Problem) -> bool:
        """Whether a blank cell only follows from what is said of its row's “nothing changed”."""
        told = {each.line for each in self.problems if each.column == SAME} | self.doubtful
        return problem.kind == "blank" and problem.line in told


def answered(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    places: dict[str, int],
    entries: Entries,
) -> Answered:
    """The sheet without the rows nobody answered, and with the last ratings where these hold still."""
    found = Answered(sheet, dict(places))
    _pass_over_unanswered(found, schema)
    if SAME in places:
        unchanged = Unchanged(sheet.name, schema, found.places, entries, last_ratings(cursor))
        _fill_in(found, unchanged)
    return found


def _fill_in(found: Answered, unchanged: Unchanged) -> None:
    records = unchanged.filled(found.sheet)
    found.sheet = replace(found.sheet, records=records)
    found.problems += unchanged.problems
    found.nothing_changed, found.doubtful = unchanged.many, unchanged.doubtful


def _pass_over_unanswered(found: Answered, schema: Schema) -> None:
    names = {each.name: each.prefilled for each in schema.fields if each.name in found.places}
    given = [found.places[name] for name, prefilled in names.items() if prefilled]
    asked = [found.places[name] for name, prefilled in names.items() if not prefilled]
    if not given or not asked:
        return
    blank = {record[0] for record in found.sheet.records if _blank(record, asked)}
    together = [found.places[name] for name in schema.together if name in found.places]
    lost = _not_started(found.sheet, together, blank) if blank and together else blank
    if not lost:
        return
    found.unanswered = len(lost)
    kept = tuple(record for record in found.sheet.records if record[0] not in lost)
    if not kept:
        found.problems.append(Problem(found.sheet.name, None, None, None, UNTOUCHED, kind="untouched"))
    found.sheet = replace(found.sheet, records=kept)


def _blank(record: Record, places: Sequence[int]) -> bool:
    return not "".join([record[2][place] for place in places]).strip()


def _not_started(sheet: Sheet, together: Sequence[int], blank: set[int]) -> set[int]:
    """Which of the blank rows stand in no group of rows that anybody began to answer."""
    pick = itemgetter(together[0], *together)  # two places at least, so that it gives a tuple
    began = {pick(record[2]) for record in sheet.records if record[0] not in blank}
    left = {record[0]: pick(record[2]) for record in sheet.records if record[0] in blank}
    # A long file has few different groups, so each is spelt once.
    group = {cells: tuple(map(spelt, cells)) for cells in {*began, *left.values()}}
    started = {group[cells] for cells in began}
    return {line for line, cells in left.items() if group[cells] not in started}
