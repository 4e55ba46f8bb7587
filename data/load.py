"""python -m data.load PATH... : take a folder or files of CSV returns into the database.

Exit 0 loaded (or already loaded), 1 refused, 2 wrong use.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from data.caller import Caller, progress
from data.command_line import Attempt, Parser, ask_minutes, ask_nobody_recognised, ask_wait
from data.database import Database
from data.deliveries import deliveries_in, list_folder, noon, read_day
from data.in_words import many
from data.intake import Delivery, Outcome, present_moment, take_in
from data.intake.shown import visible
from data.lists import install_lists, refuse_other_kind
from data.mistakes import WrongUse
from data.place import Place
from data.relay.command import Command, run
from data.settings import database_path, own_lists
from data.start import open_ready


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m data.load", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--json", action="store_true", help="say what happened as JSON")
    parser.add_argument("--received", metavar="DATE", help="example only: the day received")
    parser.add_argument("--agreed-by", metavar="ROLE", help="the job title that agreed it")
    ask_minutes(parser)
    ask_nobody_recognised(parser)
    parser.add_argument("--reason", help="why a half-year that is final is corrected")
    ask_wait(parser)
    return parser


def _delivery(asked: argparse.Namespace, database: Database) -> Delivery:
    if asked.received and not database.is_example:
        raise WrongUse(
            "--received is for the made-up example only: a real return is received when it is "
            "sent. Leave it out."
        )
    received = present_moment(database)
    if asked.received:
        received = noon(read_day(asked.received))
    reason = (asked.reason or "").strip() or None
    return Delivery(
        received, "command line", asked.agreed_by, asked.minutes, reason,
        nobody_recognised=asked.nobody_recognised,
    )  # fmt: skip


def _opened(asked: argparse.Namespace) -> Database:
    return open_ready(database_path(), own_lists(), list_folder(asked.paths))


def _take_lists(database: Database, delivered: Place | None) -> None:
    """Take the lists that came with the returns, unless the database holds them already."""
    own = own_lists()
    if delivered and own:
        refuse_other_kind(own, delivered)
    elif delivered:
        install_lists(database, delivered, "delivered")


def _load(asked: argparse.Namespace, database: Database, caller: Caller) -> Outcome:
    paths = [caller.place(path) for path in asked.paths]
    _take_lists(database, list_folder(paths))
    delivery = _delivery(asked, database)
    dated = database.is_example and not asked.received
    # All is read before the database is held: a caller who stalls must not keep others waiting.
    deliveries = list(deliveries_in(paths, delivery, dated))
    return take_in(database, iter(deliveries), progress(caller, asked.json))


def _as_record(outcome: Outcome | None, error: str | None) -> str:
    files = [
        {
            "file": each.file,
            "status": each.status,
            "return": each.return_name,
            "upload": each.upload,
            "rows": each.rows,
            "problems": [problem.as_record() for problem in each.problems],
        }
        for each in (outcome.files if outcome else ())
    ]
    status = outcome.status if outcome else "rejected"
    return json.dumps({"status": status, "files": files, "error": error}, ensure_ascii=False)


def _in_words(outcome: Outcome) -> str:
    if outcome.status == "rejected":
        problems = "\n".join(f"  {problem}" for problem in outcome.problems)
        count = many(len(outcome.problems), "problem")
        return f"Nothing was loaded: {count} to put right first.\n{problems}"
    new = [each for each in outcome.files if each.status == "loaded"]
    old = [each for each in outcome.files if each.status == "already"]
    lines = []
    if new:
        rows = sum(each.rows for each in new)
        lines.append(f"Loaded {many(len(new), 'file')}, {many(rows, 'row')}.")
    lines += [f"{each.file}: already loaded, as upload {each.upload}." for each in old]
    return "\n".join(lines) or "Nothing to load."


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    outcome, error = attempt.done, attempt.error
    rejected = outcome is not None and outcome.status == "rejected"
    if "--json" in words:
        caller.say(_as_record(outcome, error))
    elif error:
        caller.say(visible(error), wrong=True)
    elif outcome:
        caller.say(visible(_in_words(outcome)), wrong=rejected)
    return 1 if rejected else attempt.code


COMMAND = Command(
    lambda words: _parser().parse_args(words), _load, _say, "Loading stopped and nothing was loaded",
    _opened,
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.load", COMMAND, sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
