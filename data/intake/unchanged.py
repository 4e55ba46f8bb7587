"""Unchanged: rows that say nothing changed, filled in with what the project was rated last."""

from collections.abc import Mapping

import duckdb

from data.intake.cells import Cell, Entries, list_keys, read_cell, spelt
from data.intake.numbers import is_not_applicable
from data.mistakes import Problem
from data.reading import Sheet
from data.reading.sheet import Row as Record
from data.schema import Schema

SAME = "nothing_changed"
STAGES = ("design", "decisions", "delivery", "evaluation")
APART = tuple(f"people_{stage}" for stage in STAGES)
KEPT = (*STAGES, "rated_by", "aiming_for", "evidence", *APART)
# Answers that say there is something new: the ratings are filled in, so nothing is to be told.
NO = ("no", "n", "false")
BESIDE = "says yes, and a rating is filled in beside it. Clear one of the two."
NONE = "says yes, and {} has no earlier rating. Fill in its ratings."
Last = dict[tuple[str, str], tuple[str | None, ...]]


def last_ratings(cursor: duckdb.DuckDBPyConnection) -> Last:
    """The rating before each half-year by project and half-year, as text in the order of KEPT."""
    columns = ", ".join(f'rated."{name}"::varchar' for name in KEPT)
    rows = cursor.execute(
        f"select rated.project_id, periods.code, {columns} "
        "from reference.periods as periods "
        "join reference.periods as earlier on earlier.\"order\" < periods.\"order\" "
        "join maturity_as_sent(timestamp '9999-12-31') as rated on rated.period = earlier.code "
        "qualify row_number() over (partition by rated.project_id, periods.code "
        'order by earlier."order" desc) = 1'
    ).fetchall()
    return {(row[0], row[1]): row[2:] for row in rows}


class Unchanged:
    """A sheet whose rows that say nothing changed are being filled in with what was rated last.

    `many` is how many were, `problems` is said of those that cannot be, and `doubtful` are the
    lines that say neither yes nor no. Columns that the sheet lacks are added to `places`.
    """

    def __init__(
        self, name: str, schema: Schema, places: dict[str, int], entries: Entries, last: Last
    ) -> None:
        self.name, self.places, self.entries, self.last = name, places, entries, last
        self.fields = {each.name: each for each in schema.fields}
        self.keys = list_keys(schema.foreign_keys)
        self.problems: list[Problem] = []
        self.doubtful: set[int] = set()
        self.many = 0

    def filled(self, sheet: Sheet) -> tuple[Record, ...]:
        """The sheet's records, every such row filled in where there is something to fill it with."""
        if not {"project_id", "period"} <= self.places.keys():
            return sheet.records
        missing = [name for name in KEPT if name not in self.places]
        self.places.update({name: at for at, name in enumerate(missing, len(sheet.header))})
        more = [""] * len(missing)
        return tuple(self._filled((line, row, (*cells, *more))) for line, row, cells in sheet.records)

    def _read(self, name: str, cells: tuple[str, ...]) -> Cell:
        """A cell as it is read wherever it stands."""
        field, key = self.fields[name], self.keys.get(name)
        known = self.entries.spellings(key) if key else self.entries.answers(field)
        return read_cell(field, cells[self.places[name]], known)

    def _filled(self, record: Record) -> Record:
        line, row, cells = record
        said = cells[self.places[SAME]]
        if not said.strip() or is_not_applicable(said):
            return record
        if spelt(said) in NO:
            place = self.places[SAME]
            return line, row, (*cells[:place], "", *cells[place + 1 :])
        if self._read(SAME, cells).value != "yes":
            self.doubtful.add(line)
            return record
        return line, row, self._as_before(record)

    def _as_before(self, record: Record) -> tuple[str, ...]:
        cells = record[2]
        project, period = (str(self._read(name, cells).value) for name in ("project_id", "period"))
        last = self.last.get((project, period))
        if any(cells[self.places[name]].strip() for name in (*STAGES, *APART)):
            self._say(record, BESIDE)
        elif last is None:
            self._say(record, NONE.format(cells[self.places["project_id"]].strip()))
        else:
            self.many += 1
            return self._with(cells, dict(zip(KEPT, last, strict=True)))
        return cells

    def _with(self, cells: tuple[str, ...], last: Mapping[str, str | None]) -> tuple[str, ...]:
        """The cells with blanks as they were; what people rated apart only stands beside staff."""
        new = list(cells)
        for name in KEPT:
            place = self.places[name]
            if name not in APART or self._read("rated_by", tuple(new)).value == "staff":
                new[place] = new[place] if new[place].strip() else last[name] or ""
        return tuple(new)

    def _say(self, record: Record, message: str) -> None:
        line, row, cells = record
        value = cells[self.places[SAME]]
        self.problems.append(Problem(self.name, line, SAME, value, message, row, kind=message[:20]))
