"""What was answered: rows a template brought along untouched, and those where nothing changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

import duckdb

from data.intake.cells import Entries, list_keys, spelt
from data.mistakes import Problem
from data.reading import Sheet
from data.schema import Schema

SAME = "nothing_changed"
STAGES = ("design", "decisions", "delivery", "evaluation")
KEPT = (*STAGES, "rated_by", "aiming_for", "evidence", *(f"people_{stage}" for stage in STAGES))
UNTOUCHED = (
    "holds no answers yet: it is the template as it was given out. Fill it in and send it again."
)
Record = tuple[int, int, tuple[str, ...]]
Last = dict[tuple[str, str], tuple[str | None, ...]]


@dataclass
class Answered:
    """A sheet with only the rows that were answered, where each field stands in it, what is to
    be said, how many rows were not answered, and how many projects said that nothing changed."""

    sheet: Sheet
    places: dict[str, int]
    problems: list[Problem] = field(default_factory=list)
    unanswered: int = 0
    nothing_changed: int = 0

    def explains(self, problem: Problem) -> bool:
        """Whether a blank cell only follows from what was already said of its row."""
        told = {each.line for each in self.problems if each.column == SAME}
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
        _Unchanged(found, schema, entries, last_ratings(cursor)).fill()
    return found


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


def last_ratings(cursor: duckdb.DuckDBPyConnection) -> Last:
    """The rating before each half-year by project and half-year, as text in the order of KEPT."""
    columns = ", ".join(f'rated."{name}"::varchar' for name in KEPT)
    rows = cursor.execute(
        f"select rated.project_id, periods.code, {columns} "
        "from reference.periods as periods "
        "join reference.periods as earlier on earlier.\"order\" < periods.\"order\" "
        "join maturity_in_force(timestamp '9999-12-31') as rated on rated.period = earlier.code "
        "qualify row_number() over (partition by rated.project_id, periods.code "
        'order by earlier."order" desc) = 1'
    ).fetchall()
    return {(row[0], row[1]): row[2:] for row in rows}


class _Unchanged:
    """The rows that say nothing changed, being filled with what was rated last."""

    def __init__(self, found: Answered, schema: Schema, entries: Entries, last: Last) -> None:
        self.found, self.last = found, last
        self.periods = entries.spellings(list_keys(schema.foreign_keys)["period"])

    def fill(self) -> None:
        """Fill every such row in; say so where there is nothing to fill it with."""
        if not {"project_id", "period"} <= self.found.places.keys():
            return
        width = len(self.found.sheet.header)
        missing = [name for name in KEPT if name not in self.found.places]
        for place, name in enumerate(missing, start=width):
            self.found.places[name] = place
        records = tuple(self.filled(record, len(missing)) for record in self.found.sheet.records)
        self.found.sheet = replace(self.found.sheet, records=records)

    def filled(self, record: Record, more: int) -> Record:
        """One row, filled in if it says that nothing changed."""
        line, row, cells = record[0], record[1], [*record[2], *[""] * more]
        if spelt(cells[self.found.places[SAME]]) not in ("yes", "y"):
            return line, row, tuple(cells)
        project = cells[self.found.places["project_id"]].strip()
        period = self.periods.get(spelt(cells[self.found.places["period"]]), "")
        last = self.last.get((project, period))
        if any(cells[self.found.places[stage]].strip() for stage in STAGES):
            self.say(record, "says yes, and a rating is filled in beside it. Clear one of the two.")
        elif last is None:
            self.say(record, f"says yes, and {project} has no earlier rating. Fill in its ratings.")
        else:
            self.found.nothing_changed += 1
            for name, value in zip(KEPT, last, strict=True):
                place = self.found.places[name]
                cells[place] = cells[place] if cells[place].strip() else value or ""
        return line, row, tuple(cells)

    def say(self, record: Record, message: str) -> None:
        """Add a problem with the row's “nothing changed”."""
        line, row, cells = record
        value = cells[self.found.places[SAME]]
        self.found.problems.append(
            Problem(self.found.sheet.name, line, SAME, value, message, row, kind=message[:20])
        )
