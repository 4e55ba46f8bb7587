"""Which directorate or service stood for another on each day: itself, then what replaced it.

Worked out when lists are laid, and kept as a small table each, because nearly every question asks.
"""

import duckdb

LISTS = ("directorates", "services")
# A list in which replacements run in a circle would end nowhere, so each step is taken once (union).
BY_DAY = """
    with recursive steps as (
        select code, code as now, date '0001-01-01' as since, valid_to, successor
        from reference.{name}
        union
        select steps.code, later.code, steps.valid_to + 1, later.valid_to, later.successor
        from steps
        join reference.{name} as later on later.code = steps.successor
        where steps.valid_to is not null
    )
    select
        code, now, since,
        if(successor is null, date '9999-12-31', coalesce(valid_to, date '9999-12-31')) as until
    from steps
"""


def lay_days(cursor: duckdb.DuckDBPyConnection) -> None:
    """Work the two tables out anew from the lists as they stand."""
    for name in LISTS:
        cursor.execute(f"create or replace table reference.{name}_by_day as {BY_DAY.format(name=name)}")


def see_to_days(cursor: duckdb.DuckDBPyConnection) -> None:
    """Lay them where they are not there: in a file from before lists could be changed."""
    there = cursor.execute("select 1 from duckdb_tables() where table_name = 'directorates_by_day'")
    if not there.fetchall():
        lay_days(cursor)
