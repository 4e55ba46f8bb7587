"""What the rules may look at beside the file: the projects known, and when it arrived."""

import duckdb

from data.intake.commit import Delivery
from data.intake.match import plain
from data.intake.read import Sheet


def note_projects(cursor: duckdb.DuckDBPyConnection) -> None:
    """Lay out `known_projects`: every project in force, with the last day it may be rated for."""
    cursor.execute(
        "create or replace temp table known_projects as select project_id, status, start_date, "
        "coalesce(end_date, closed_on) as last_day "
        "from projects_in_force(timestamp '9999-12-31')"
    )


def note_refused_projects(cursor: duckdb.DuckDBPyConnection, sheet: Sheet) -> None:
    """Count the projects of a refused file as known, so that no rating of them is blamed too."""
    for place, column in enumerate(sheet.header):
        if plain(column) == "project_id":
            ids = [record[2][place].strip() for record in sheet.records]
            cursor.execute("insert into known_projects (project_id) select unnest(?)", [ids])


def note_arrival(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
    """Lay out `arriving`: when the delivery under way was received, and its reason."""
    cursor.execute(
        "create or replace temp table arriving as select ?::timestamp as received_at, "
        "?::varchar as reason",
        [delivery.received_at, delivery.reason],
    )
