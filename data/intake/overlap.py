"""Overlaps: two files of one sending that speak of the same thing, where the last would win."""

import duckdb

from data.intake.arrival import Arrival
from data.mistakes import Problem

Said = dict[tuple[str, ...], tuple[str, str]]


def overlapping(cursor: duckdb.DuckDBPyConnection, arrival: Arrival, said: Said) -> list[Problem]:
    """What `incoming` says that an earlier file of the same sending says too; `said` is added to.

    `said` holds who spoke of each slice: the return's name and the slice's values, and of the file
    its name and fingerprint.
    """
    schema = arrival.schema
    slice_ = ", ".join(f'"{name}"::varchar' for name in schema.slice)
    rows = cursor.execute(
        f"select {slice_}, min(line), min(excel_row) from incoming group by all order by min(line)"
    ).fetchall()
    problems, this = [], (arrival.named, arrival.fingerprint)
    for *values, line, row in rows:
        first = said.setdefault((schema.name, *values), this)
        if first != this:
            message = (
                f"is also in {first[0]}, and a newer file replaces the whole of it. Put both into one "
                "file and send that."
            )
            problems.append(
                Problem(arrival.sheet.name, line, schema.slice[0], ", ".join(values), message, row,
                        kind="overlap")
            )  # fmt: skip
    return problems
