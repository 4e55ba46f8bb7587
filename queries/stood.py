"""Which past moments the pages can show, for whoever may see them."""

from datetime import date

from queries.ask import _database
from queries.moments import Stood, days_between, stood_before, stood_on
from queries.who import acting


def as_it_stood(on: str | None = None, before: str | None = None) -> Stood | None:
    """The moment at the end of the day `on`, or just before the upload `before`; None for now.

    Raises WrongUse, in one sentence, for a day that has not come, or when nothing had been sent.
    """
    acting()
    if before is not None:
        return stood_before(_database(), before)
    return None if on is None else stood_on(_database(), on)


def days_held() -> tuple[date, date] | None:
    """The first and the last day the pages can be shown for; None where nothing was ever sent."""
    acting()
    return days_between(_database())
