"""What a checked return holds: its half-years, the counts in it, and whether it holds notes."""

import duckdb

from data.schema import Schema

# The fields in which somebody writes of what happened, and may name or describe a person.
NOTES = {
    "maturity": ("evidence", "what_changed", "learning"),
    "themes": ("note",),
    "conditions": ("note",),
}
Counts = tuple[tuple[str, str, str, int], ...]


def periods_in(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> tuple[str, ...]:
    """The half-years that the rows in `incoming` are about.

    Projects belong to no single one: the newest that has begun stands for them.
    """
    asked = 'select distinct period from incoming join reference.periods on code = period'
    if "period" not in schema.field_names:
        asked = (
            'select arg_max(code, "start") from reference.periods, arriving '
            'where "start" <= received_at::date'
        )
    return tuple(sorted(row[0] for row in cursor.execute(asked).fetchall() if row[0]))


def own_counts(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> Counts:
    """The counts of people in `incoming`: of which half-year, what, which characteristic, total.

    They are the sender's own, and are shown to nobody else.
    """
    if schema.name != "participation":
        return ()
    rows = cursor.execute(
        'select period, unit, characteristic, sum("count")::bigint from incoming '
        "group by period, unit, characteristic order by period, unit, min(line)"
    ).fetchall()
    return tuple((period, unit, about, int(total)) for period, unit, about, total in rows)


def holds_notes(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> bool:
    """Whether any row in `incoming` holds a note."""
    written = " or ".join(f'"{name}" is not null' for name in NOTES.get(schema.name, ()))
    return bool(written and cursor.execute(f"select 1 from incoming where {written} limit 1").fetchall())
