"""Sending, for a page: when it counts as sent, the version it changes, and the sending itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from data.intake import Delivery, Offer, Outcome, present_moment, take_in
from data.protection import COUNTS
from queries.who import acting
from queries.ask import _database
from queries.owned import with_own_headings

COUNTS_PEOPLE = tuple(COUNTS)
LONGEST_JOB, LONGEST_REASON = 80, 200


def moment() -> datetime:
    """When what is sent now counts as received: never before anything that was sent earlier."""
    return present_moment(_database())


def version() -> str:
    """What the data's version is: it differs after every act that could change a figure."""
    return _database().version


def in_short(said: str | None, most: int) -> str | None:
    """What somebody wrote, on one line and no longer than a form takes: a made-up message knows no form."""
    return said and " ".join(said.split())[:most]


def send(
    delivery: Delivery,
    offers: Sequence[Offer],
    progress: Callable[[str], None] = lambda said: None,
    seen: str | None = None,
) -> Outcome:
    """Send these files together, all or none; the outcome names their numbers or the problems.

    `seen` is the version of the data whose preview the sender saw. Raises ChangedMeanwhile,
    and sends nothing, when it is another now, and NotAllowed for whoever may not send.
    """
    database, person = _database(), acting("send")
    job, reason = in_short(delivery.agreed_by, LONGEST_JOB), in_short(delivery.reason, LONGEST_REASON)
    mine = replace(delivery, person=person, agreed_by=job, reason=reason)
    theirs = with_own_headings(database, person, offers)
    return take_in(database, [(mine, theirs)], progress, seen=seen)
