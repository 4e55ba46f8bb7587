"""The command itself: its words read, the database opened, what came of it printed."""

import argparse
import json
import sys
from collections.abc import Callable

from data.command_line import Attempt, patiently, progress, tell
from data.database import Database
from data.intake.command import acts, files
from data.intake.command.show import show
from data.intake.command.told import Told, failed
from data.intake.command.words import read_words
from data.intake.shown import on_one_line, visible
from data.settings import database_path, own_lists
from data.start import open_ready

ACTS: dict[str, Callable[[Database, argparse.Namespace], Told]] = {
    "check": files.check,
    "send": files.send,
    "withdraw": acts.withdraw,
    "restore": acts.restore,
    "erase": acts.erase,
    "history": acts.history,
    "show": show,
}
STOPPED = "It stopped and nothing was changed"


def _run(words: list[str]) -> Told:
    asked = read_words(words)
    said = progress(getattr(asked, "json", False))
    database = patiently(lambda: open_ready(database_path(), own_lists()), asked.wait, said)
    try:
        return ACTS[asked.act](database, asked)
    finally:
        database.close()


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    words = sys.argv[1:] if arguments is None else arguments
    attempt = Attempt(lambda: _run(words), STOPPED)
    told = attempt.done or Told(failed(attempt.error or ""), "")
    if "--json" in words:
        tell(json.dumps(told.record), sys.stdout)
    elif attempt.error:
        tell(on_one_line(attempt.error), sys.stderr)
    elif told.words:
        tell(visible(told.words), sys.stdout)
    return 1 if told.refused else attempt.code
