"""What the rules may look at beside the file: the projects known, and when it arrived."""

from collections.abc import Mapping

import duckdb

from data.intake.offer import Delivery
from data.reading import Sheet


def begin_notes(cursor: duckdb.DuckDBPyConnection) -> None:
    """Start a batch's notes, with the projects that are known and none that was refused."""
    cursor.execute("create or replace temp table refused_projects (project_id varchar)")
    note_projects(cursor)


def note_projects(cursor: duckdb.DuckDBPyConnection) -> None:
    """Lay out `known_projects`: every project in force, with the last day it may be rated for.

    Of a project that was refused in this batch only the id is there, and nothing else holds.
    """
    cursor.execute(
        "create or replace temp table known_projects as select project_id, status, start_date, "
        "coalesce(end_date, closed_on) as last_day "
        "from projects_in_force(timestamp '9999-12-31') "
        "anti join refused_projects using (project_id) "
        "union all select project_id, null, null, null from refused_projects"
    )


def note_refused_projects(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, places: Mapping[str, int]
) -> None:
    """Count the projects of a refused file as known, so that no rating of them is blamed too."""
    place = places.get("project_id")
    if place is not None:
        ids = [record[2][place].strip() for record in sheet.records]
        cursor.execute("insert into refused_projects select unnest(?)", [ids])
    if sheet.problems or place is None:
        note_lost_projects(cursor)
    note_projects(cursor)


def note_lost_projects(cursor: duckdb.DuckDBPyConnection) -> None:
    """Count any project as known: a file or row that cannot be read may have held it.

    A null in the list does that: `not in` a list that holds a null is never true.
    """
    cursor.execute("insert into refused_projects values (null)")
    note_projects(cursor)


def note_arrival(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """Lay out `arriving`: when the delivery under way was received, and its reason."""
    cursor.execute(
        "create or replace temp table arriving as select ?::timestamp as received_at, "
        "?::varchar as reason",
        [delivery.received_at, delivery.reason],
    )
