"""python -m data.new_series : go on with a new protection key after the old one was lost.

Counts of people that the old key rounded are closed for good: one count rounded twice, at two
thresholds, would tell more than it should. What is sent for other half-years from now on is
rounded with the new key. Nothing else changes.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from data.access import COMMAND as COMMAND_LINE
from data.audit import record
from data.caller import Caller
from data.command_line import Attempt, Parser, ask_wait
from data.database import Database
from data.keys import SERIES, new_key
from data.ledger import refuse_missing
from data.mistakes import NotReady
from data.opening import open_database
from data.protection import fingerprint
from data.relay.command import Command, run
from data.settings import database_path, key_path
from data.transaction import put_setting


def _read(words: list[str]) -> argparse.Namespace:
    parser = Parser(prog="python -m data.new_series", description=__doc__)
    ask_wait(parser)
    return parser.parse_args(words)


def _opened(_asked: argparse.Namespace) -> Database:
    _refuse_with(key_path())
    refuse_missing(database_path())
    return open_database(database_path())  # the key that is lost would be asked for at a usual start


def _refuse_with(path: Path) -> None:
    if path.exists():
        raise NotReady(
            f"There is a key in {path}. Move it away first if it is really the wrong one: a lost "
            "key cannot be made again."
        )


def _begin(_asked: argparse.Namespace, database: Database, _caller: Caller) -> Path:
    path = key_path()
    _refuse_with(path)
    if database.is_example:
        raise NotReady("The example's key is published; it has no other series.")
    with database.writing() as writer:
        put_setting(writer.cursor, SERIES, fingerprint(new_key(database)))
        record(writer.cursor, COMMAND_LINE, "settings changed", "a new protected series")
    return path


def _say(attempt: Attempt[Any], _words: list[str], caller: Caller) -> int:
    if attempt.error:
        caller.say(attempt.error, wrong=True)
    else:
        caller.say(
            f"A new protected series has begun with the key in {attempt.done}. Keep a safe copy of it."
        )
    return attempt.code


COMMAND = Command(_read, _begin, _say, "It stopped and nothing was changed", _opened)


def main(arguments: list[str] | None = None) -> int:
    """Start the new series: 0 done, 1 refused with one sentence, 2 wrong use."""
    return run("data.new_series", COMMAND, sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
