"""check and send: a file looked at, or taken in."""

import argparse
import os

from data.caller import Caller, progress
from data.database import Database
from data.intake import take_in
from data.intake.command.told import Told, received
from data.intake.offer import Delivery, Offer, present_moment
from data.intake.outcome import Outcome, Received
from data.mistakes import WrongUse
from data.reading import Unreadable, refuse_large
from data.transaction import Writer


def check(database: Database, asked: argparse.Namespace, caller: Caller) -> Told:
    """What sending the file would do; nothing of it is kept."""
    return _take(database, asked, caller, trying=True)


def send(database: Database, asked: argparse.Namespace, caller: Caller) -> Told:
    """Send the file, all of it or nothing."""
    return _take(database, asked, caller, trying=False)


def _take(database: Database, asked: argparse.Namespace, caller: Caller, trying: bool) -> Told:
    try:
        offer = _offer(asked, caller)
    except Unreadable as error:
        refused = Received(error.problem.file, "rejected", problems=(error.problem,))
        return received(Outcome((refused,)), trying)
    reason = (asked.reason or "").strip() or None
    moment = present_moment(database)
    delivery = Delivery(
        moment, "command line", asked.agreed_by, asked.minutes, reason,
        nobody_recognised=asked.nobody_recognised,
    )  # fmt: skip
    told, look = progress(caller, asked.json), _look if trying else None
    return received(take_in(database, [(delivery, [offer])], told, look), trying)


def _look(writer: Writer, outcome: Outcome) -> None:
    """A look is enough: with one, nothing is kept."""


def _offer(asked: argparse.Namespace, caller: Caller) -> Offer:
    path = caller.place(asked.file)
    if not path.is_file():
        raise WrongUse(f"There is no file {path}. Correct the path.")
    name = os.fsencode(path.name).decode("utf-8", "replace")
    refuse_large(name, path.stat().st_size)
    return Offer(name, path.read_bytes(), asked.return_name, dict(asked.match), asked.good_rows)
