"""Moments: what a day stands for, and which moment pages show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from data.database import Database
from data.mistakes import WrongUse
from queries.owned import NEEDS
from queries.question import Question

Chosen = Callable[[], datetime | None]
A_MOMENT = timedelta(microseconds=1)
_chosen: list[Chosen] = []


@dataclass(frozen=True)
class Stood:
    """A past moment that pages can show: the end of a day, or just before an upload came in."""

    at: datetime
    upload: int | None = None

    @property
    def day(self) -> date:
        """The day of the moment."""
        return self.at.date()

    @property
    def came_in(self) -> datetime:
        """When the upload came in that the moment is just before."""
        return self.at + A_MOMENT


def which_moment(chosen: Chosen) -> None:
    """Let `chosen` say which moment questions are asked for from now on; None of it is now."""
    _chosen[:] = [chosen]


def moment_chosen() -> datetime | None:
    """The moment that was chosen to be shown; None where it is now."""
    return _chosen[0]() if _chosen else None


def moment_for(question: Question, given: Mapping[str, Any]) -> dict[str, datetime]:
    """The moment that was chosen, where this question takes one and is asked for none.

    Single uploads and changes are shown as they are now: whoever looks at them may act on them.
    """
    takes = any(parameter.name == "as_at" for parameter in question.parameters)
    moment = moment_chosen() if takes and question.address not in NEEDS else None
    return {"as_at": moment} if moment and given.get("as_at") is None else {}


def end_of(day: date) -> datetime:
    """The last moment of a day: what was received on it counts."""
    return datetime.combine(day, time.max)


def now_shown(database: Database) -> datetime:
    """The moment pages show when none is asked for: the end of today, or of the newest event."""
    newest = database.newest_event()
    today = end_of(date.today())
    return today if newest is None else max(today, end_of(newest.date()))


def days_between(database: Database) -> tuple[date, date] | None:
    """The first day on which anything was sent, and the day shown as now; None before any upload."""
    first = database.read_once("select min(happened_at) from sent.event").rows[0][0]
    return None if first is None else (first.date(), now_shown(database).date())


def stood_on(database: Database, said: str) -> Stood | None:
    """The end of a day written like 2026-05-14; None for the day shown as now.

    Raises WrongUse, in one sentence, for what is no day, or no day on which there was anything to show.
    """
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise WrongUse(f"“{said[:20]}” is no day: it is written like 2026-05-14.") from None
    days = days_between(database)
    if days is None:
        raise WrongUse("Nothing has been sent yet. Look at the pages as they are now.")
    if day > days[1]:
        raise WrongUse(f"{in_words(day)} has not come yet. Choose an earlier day.")
    if day < days[0]:
        first = in_words(days[0])
        raise WrongUse(f"Nothing had been sent by {in_words(day)}: the first return came in on {first}.")
    return Stood(end_of(day)) if day < days[1] else None


def stood_before(database: Database, said: str) -> Stood:
    """Just before the upload of this number came in. Raises WrongUse, in one sentence, where there is none
    such, or nothing was sent before it."""
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else 0
    asked = "select received_at from sent.upload where upload_id = $number"
    rows = database.read(asked, {"number": number}).rows
    if not rows:
        raise WrongUse(f"There is no upload “{said[:20]}”. Choose one on the page of what was sent.")
    at = rows[0][0] - A_MOMENT
    if not sent_by(database, at):
        raise WrongUse(f"Nothing had been sent before upload {number}. Choose a later one.")
    return Stood(at, number)


def sent_by(database: Database, moment: datetime) -> bool:
    """Whether anything was sent by a moment."""
    asked = "select 1 from sent.event where happened_at <= $moment limit 1"
    return bool(database.read(asked, {"moment": moment}).rows)


def in_words(day: date) -> str:
    """A day as it is said: 14 May 2026."""
    return f"{day.day} {day:%B %Y}"
