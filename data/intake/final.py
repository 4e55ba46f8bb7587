"""Final figures: after a half-year's due date only a correction with a reason changes them."""

import duckdb

from data.intake.arrival import Arrival
from data.intake.before import rows_in_force
from data.mistakes import Problem

FINAL = (
    "select count(*) from arriving join (select distinct period from incoming) on reason is null "
    "join reference.periods as periods on periods.code = period and received_at::date > due"
)
MESSAGE = (
    "was final on its due date, and something was received for it before: a closed period takes "
    "only corrections with a reason. Send the file again with the reason (--reason)."
)


def lacks_reason(
    cursor: duckdb.DuckDBPyConnection, arrival: Arrival
) -> tuple[Problem, ...]:
    """The one problem of a file that would change final figures without a reason, if it would.

    A first return after the due date is late and welcome; only replacing one needs a reason.
    """
    schema = arrival.schema
    if "period" not in schema.slice:
        return ()
    final = cursor.execute(FINAL).fetchone()
    if final is None or final[0] == 0:
        return ()
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    row = cursor.execute(
        f"select min(incoming.line), min(incoming.excel_row), min(period) from incoming "
        f"join (select distinct {slice_} from ({rows_in_force(schema)})) using ({slice_}) "
        "join reference.periods as periods on periods.code = incoming.period cross join arriving "
        "where arriving.received_at::date > periods.due"
    ).fetchone()
    if row is None or row[0] is None:
        return ()
    return (Problem(arrival.sheet.name, row[0], "period", row[2], MESSAGE, row[1], kind="final"),)
