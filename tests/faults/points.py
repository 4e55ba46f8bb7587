"""Points inside a command at which it is killed: the function there is wrapped, and kills the process."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from typing import Any

BATCH, COMMIT, BEHIND = "data.intake.batch:Batch", "data.intake.commit", "data.behind"
WITHDRAW, MAKING, UPGRADING = "data.intake.withdraw", "data.backup.making", "data.upgrading"
REWRITING, LEDGER = "data.rewriting", "data.ledger.keeping"


@dataclass(frozen=True)
class Place:
    """A function, by its module (and class) and its name, and on which side of it the process ends.

    It counts only once `since` was called, a function of a command's own: an opening commits too.
    """

    where: str
    name: str
    after: bool = False
    since: str = ""


TAKE_IN = "data.intake.command.files:take_in"
TAKE_BACK = "data.intake.command.acts:withdraw_upload"
ERASE = "data.intake.command.acts:erase_upload"


def places(since: str, *told: tuple[str, str, str]) -> tuple[Place, ...]:
    """Places that count since a function was called, each with its side: “before” or “after”."""
    return tuple(Place(where, name, side == "after", since) for side, where, name in told)


POINTS = {
    "after parse": places("", ("before", BATCH, "take"), ("after", "data.intake.opened", "read")),
    "after begin": places(TAKE_IN, ("before", BATCH, "__init__"), ("after", BATCH, "__init__")),
    "mid-insert": places(TAKE_IN, ("after", COMMIT, "_note_upload"), ("before", COMMIT, "record_event"),
                         ("after", COMMIT, "record"), ("before", COMMIT, "_protect")),
    "before commit": places(TAKE_IN, ("before", BEHIND, "commit"), ("after", "data.transaction", "mark_of")),
    "after commit": places(TAKE_IN, ("after", BEHIND, "commit"), ("before", LEDGER, "append"),
                           ("after", LEDGER, "append"), ("before", "data.intake.command.files", "received")),
    "in a withdrawal": places(TAKE_BACK, ("before", WITHDRAW, "record_event"), ("after", WITHDRAW, "record_event"),
                              ("before", BEHIND, "commit"), ("after", BEHIND, "commit"),
                              ("before", LEDGER, "append")),
    "in a backup": places("", ("after", "data.copying", "_copy_rows"), ("after", MAKING, "copy_into"),
                          ("after", MAKING, "figures_in"), ("before", MAKING, "keep_note"),
                          ("after", MAKING, "keep_note")),
    "in a migration": places("", ("after", UPGRADING, "write_backup"), ("after", UPGRADING, "_lay_tables"),
                             ("before", UPGRADING, "_bring_up_to_date"), ("after", UPGRADING, "_bring_up_to_date"),
                             ("after", UPGRADING, "put_setting"), ("after", "data.opening", "make_ready"),
                             ("after", "data.ledger.earlier", "record"), ("before", MAKING, "keep_note")),
    "in an erasing": places(ERASE, ("after", "data.intake.erase", "take_out"), ("after", BEHIND, "commit"),
                            ("after", REWRITING, "copy_into"), ("before", REWRITING, "_put_in_place"),
                            ("after", "data.intake.command.acts", "rewrite")),
}  # fmt: skip


def end_here() -> None:
    """End this process as a power cut would: at once, with nothing tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def holder(where: str) -> Any:
    """The module, or the class in it, that a place's function is looked up in."""
    module, _, inside = where.partition(":")
    found = import_module(module)
    return getattr(found, inside) if inside else found


def around(where: str, name: str, before: Callable[..., None], after: Callable[..., None]) -> None:
    """Have something done before and after a function, wherever it is called from now on."""
    place = holder(where)
    act = getattr(place, name)

    @wraps(act)
    def wrapped(*given: Any, **named: Any) -> Any:
        before(*given)
        done = act(*given, **named)
        after(*given)
        return done

    setattr(place, name, wrapped)


def nothing(*_given: Any) -> None:
    """Go on as if nothing were there."""


def end_at(place: Place) -> None:
    """Have this process end when it comes to a place."""
    begun: list[bool] = [] if place.since else [True]

    def ending(*_given: Any) -> None:
        if begun:
            end_here()

    around(place.where, place.name, *((nothing, ending) if place.after else (ending, nothing)))
    if place.since:
        module, _, name = place.since.partition(":")
        around(module, name, lambda *_given: begun.append(True), nothing)
