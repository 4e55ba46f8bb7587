"""Headings remembered: how a service's own columns were matched when it was asked."""

import duckdb

from data.intake.arrival import Arrival


def remembered(
    cursor: duckdb.DuckDBPyConnection, return_name: str, directorate: str
) -> dict[str, str | None]:
    """What a directorate's headings meant in its earlier files of this return."""
    rows = cursor.execute(
        "select heading, field from sent.heading where return_name = ? and directorate = ?",
        [return_name, directorate],
    ).fetchall()
    return dict(rows)


def remember(cursor: duckdb.DuckDBPyConnection, arrival: Arrival) -> None:
    """Keep what was answered about this file's headings, in place of earlier answers."""
    whose = (arrival.offer.directorate, arrival.schema.name)
    for heading, field in arrival.offer.headings.items():
        cursor.execute(
            "delete from sent.heading where directorate = ? and return_name = ? and heading = ?",
            [*whose, heading],
        )
        cursor.execute("insert into sent.heading values (?, ?, ?, ?)", [*whose, heading, field])
