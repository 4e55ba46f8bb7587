"""Who is asked: the directorate a template is for, and the half-year."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from data.database import Database
from data.mistakes import WrongUse, shortened


@dataclass(frozen=True)
class Asked:
    """A directorate and a half-year; `opens_year` where conditions are asked for as well.

    `notice` is what the council says of its figures, such as that they are made up.
    """

    directorate: str
    directorate_label: str
    period: str
    period_label: str
    order: int
    start: date
    end: date
    due: date
    opens_year: bool
    notice: str


def asked(database: Database, directorate: str, period: str) -> Asked:
    """The directorate and half-year with these codes. Raises WrongUse where a list has no such code."""
    return Asked(
        **_one(database, "directorate", "directorates", directorate, DIRECTORATE),
        **_one(database, "half-year", "periods", period, PERIOD),
        notice=str(database.read_once("select coalesce(notice, '') from reference.council").rows[0][0]),
    )


DIRECTORATE = "select code as directorate, label as directorate_label from reference.directorates"
# The first half-year of its financial year that the list holds: as the rule about conditions has it.
PERIOD = """
    select code as period, label as period_label, "order", "start", "end", due,
        "start" = min("start") over (partition by "year") as opens_year
    from reference.periods
"""


def _one(database: Database, what: str, resource: str, code: str, sql: str) -> dict[str, Any]:
    found = database.read_once(sql)
    entries = {row[0]: dict(zip(found.names, row, strict=True)) for row in found.rows}
    if code not in entries:
        raise WrongUse(
            f"There is no {what} “{shortened(code)}” in the list of {resource}. "
            f"Choose one of: {', '.join(entries)}."
        )
    return entries[code]
