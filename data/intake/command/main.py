"""The command itself: its words read, what is done with the database, what came of it printed."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from data.caller import Caller
from data.command_line import Attempt
from data.database import Database
from data.intake.command import acts, files
from data.intake.command.note import erase_note
from data.intake.command.show import show
from data.intake.command.told import Told, failed
from data.intake.command.words import read_words
from data.intake.shown import on_one_line, visible
from data.relay.command import Command, run

ACTS: dict[str, Callable[[Database, argparse.Namespace, Caller], Told]] = {
    "check": files.check,
    "send": files.send,
    "withdraw": acts.withdraw,
    "restore": acts.restore,
    "erase": acts.erase,
    "erase-note": erase_note,
    "history": acts.history,
    "show": show,
}


def _act(asked: argparse.Namespace, database: Database, caller: Caller) -> Told:
    return ACTS[asked.act](database, asked, caller)


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    told = attempt.done or Told(failed(attempt.error or ""), "")
    if "--json" in words:
        caller.say(json.dumps(told.record))
    elif attempt.error:
        caller.say(on_one_line(attempt.error), wrong=True)
    elif told.words:
        caller.say(visible(told.words))
    return 1 if told.refused else attempt.code


COMMAND = Command(read_words, _act, _say, stopped="It stopped and nothing was changed")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.intake", COMMAND, sys.argv[1:] if arguments is None else arguments)
