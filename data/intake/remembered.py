"""Headings remembered: how a service's own columns were matched when it was asked."""

import duckdb

from data.intake.arrival import Arrival


def remembered(
    cursor: duckdb.DuckDBPyConnection, return_name: str, directorate: str
) -> dict[str, str | None]:
    """What a directorate's headings meant in its earlier files of this return."""
    if not directorate:
        return {}
    rows = cursor.execute(
        "select heading, field from sent.heading where return_name = ? and directorate = ?",
        [return_name, directorate],
    ).fetchall()
    return dict(rows)


def remember(cursor: duckdb.DuckDBPyConnection, arrival: Arrival) -> None:
    """Keep what was answered about this sheet's headings, in place of earlier answers.

    Nothing is kept for nobody: where no directorate is named, the next file is another's.
    """
    whose = (arrival.offer.directorate, arrival.schema.name)
    if not arrival.offer.directorate:
        return
    for heading, field in arrival.offer.answers(arrival.schema.name).items():
        if heading not in arrival.sheet.header:
            continue
        cursor.execute(
            "delete from sent.heading where directorate = ? and return_name = ? and heading = ?",
            [*whose, heading],
        )
        cursor.execute("insert into sent.heading values (?, ?, ?, ?)", [*whose, heading, field])
