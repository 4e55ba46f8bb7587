"""What a checked return holds: its half-years, the counts in it, its first rows, and whether it holds notes."""

from typing import Any

import duckdb

from data.schema import Schema

# The fields in which somebody writes of what happened, and may name or describe a person.
NOTES = {
    "maturity": ("evidence", "what_changed", "learning"),
    "themes": ("note",),
    "conditions": ("note",),
}
# What a sender is shown of each row before it is sent; counts of people never.
READ_BACK = {
    "projects": ("project_id", "title", "directorate", "status"),
    "maturity": (
        "project_id", "period", "design", "decisions", "delivery", "evaluation", "aiming_for", "rated_by",
    ),
    "themes": ("project_id", "period", "theme", "main_or_also", "strength"),
    "conditions": ("directorate", "period", "item", "answer"),
}  # fmt: skip
FIRST = 10
Counts = tuple[tuple[str, str, str, int], ...]


def held(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> dict[str, Any]:
    """What is told of the rows in `incoming` to a sender who looks, by the fields of `Received`."""
    return {
        "periods": periods_in(cursor, schema),
        "counts": own_counts(cursor, schema),
        "holds_notes": holds_notes(cursor, schema),
        "read": rows_read(cursor, schema),
    }


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


def rows_read(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> tuple[dict[str, str], ...]:
    """The first rows in `incoming` as they were read, a few columns of each; "" where a cell is blank.

    What is said of a project has its title beside it.
    """
    own = READ_BACK.get(schema.name, ())
    titled = "project_id" in own and "title" not in own
    columns = [f'incoming."{name}"::varchar' for name in own] + ["projects.title"] * titled
    if not columns:
        return ()
    known = "left join projects_in_force(timestamp '9999-12-31') as projects using (project_id) " if titled else ""
    rows = cursor.execute(
        f"select {', '.join(columns)} from incoming {known}order by incoming.line limit {FIRST}"
    ).fetchall()
    names = [*own, "project_title"] if titled else own
    return tuple({name: cell or "" for name, cell in zip(names, row, strict=True)} for row in rows)


def holds_notes(cursor: duckdb.DuckDBPyConnection, schema: Schema) -> bool:
    """Whether any row in `incoming` holds a note."""
    written = " or ".join(f'"{name}" is not null' for name in NOTES.get(schema.name, ()))
    return bool(written and cursor.execute(f"select 1 from incoming where {written} limit 1").fetchall())
