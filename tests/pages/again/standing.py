"""The small line at the foot of every page: whether the half-year is final, and what was corrected since."""

from datetime import datetime

from data.database import Database
from pages.parts import standing
from pages.parts.sentences import day
from tests.pages.again.reading import numbers, well_formed
from tests.queries.plain import returns
from tests.queries.plain.files import Council
from tests.queries.poured import asked


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read the line of every half-year; how many there were."""
    periods = council.ordered("periods")
    for of in periods:
        row = asked(database, "returns/period_status", as_at, period=of["code"]).one
        (worked,) = returns.period_status(council, as_at, of["code"])
        said, due = well_formed(standing.words(row)), day(worked["due_date"])
        assert due in said and said.startswith(of["label"])
        assert ("provisional" in said) == (worked["status"] == "provisional") == (as_at.date() <= worked["due_date"])
        corrected = [worked["corrected"]] if worked["corrected"] else []
        assert numbers(said, of["label"], due) == corrected, said
    return len(periods)
