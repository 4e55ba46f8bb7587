"""A command: its words read, carried out here or by the dashboard that has the database open, and said."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.caller import Caller, Here, progress
from data.command_line import Attempt, patiently
from data.database import Database
from data.relay.address import reach
from data.relay.handing import hand_over
from data.relay.wire import Wire
from data.settings import database_path, own_lists
from data.start import open_ready

Said = Callable[[Attempt[Any], list[str], Caller], int]


def _opened(_asked: Namespace) -> Database | None:
    return open_ready(database_path(), own_lists())


@dataclass(frozen=True)
class Command:
    """What a command is made of.

    `read` reads its words and raises WrongUse; they have a `wait` and perhaps a `json`. `act`
    carries it out with a database that is open, for a caller. `say` tells the caller what came
    of it and gives the exit code. `stopped` says what a fault of disk or database means for the
    sender. `opened` opens the database where no dashboard has it open; None is for a command
    that can do without.
    """

    read: Callable[[list[str]], Namespace]
    act: Callable[[Namespace, Any, Caller], Any]
    say: Said
    stopped: str
    opened: Callable[[Namespace], Database | None] = _opened


@dataclass(frozen=True)
class _Carried:
    """The exit code of a command that the dashboard carried out."""

    code: int


def run(name: str, command: Command, words: list[str]) -> int:
    """Carry a command out, by the dashboard where one has the database open; its exit code."""
    caller = Here()
    attempt = Attempt(lambda: _run(name, command, words, caller), command.stopped)
    if isinstance(attempt.done, _Carried):
        return attempt.done.code
    return command.say(attempt, words, caller)


def _run(name: str, command: Command, words: list[str], caller: Caller) -> Any:
    asked = command.read(words)
    said = progress(caller, getattr(asked, "json", False))
    found = patiently(lambda: reach(database_path()) or command.opened(asked), asked.wait, said)
    try:
        if isinstance(found, Wire):
            return _Carried(hand_over(found, name, words, caller))
        return command.act(asked, found, caller)
    finally:
        if found:
            found.close()


def carried_out(
    command: Command, words: list[str], caller: Caller, lend: Callable[[], Database]
) -> int:
    """Carry out a command for a caller with a database that is lent and stays open; its exit code."""
    attempt = Attempt(lambda: command.act(command.read(words), lend(), caller), command.stopped)
    return command.say(attempt, words, caller)
