"""The command python -m data.lake: bring, take, compare and tidy."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from data.caller import Caller
from data.command_line import Attempt, Parser, ask_wait
from data.copying import Figures
from data.database import Database
from data.in_words import many
from data.intake.shown import visible
from data.lake.carrying import compared
from data.lake.moving import bring, take
from data.lake.shared import Shared
from data.lake.words import no_lake
from data.relay.command import Command, run
from data.settings import database_path, own_lists
from data.start import open_ready

DESCRIPTION = """The lake that many machines share: COPRODUCTION_DATABASE names its catalogue in PostgreSQL,
COPRODUCTION_DATA the folder of its files. Exit 0 done, 1 refused, 2 wrong use."""
SAID = {
    "bring": "Bring what a database file holds into the empty lake. The file stays as it is.",
    "take": "Take what the lake holds into a new database file. The lake stays as it is.",
    "compare": "Compare this machine's working copy with the lake, table by table.",
    "tidy": "Lay the lake anew in as few files as can be, and remove its earlier states.",
}
WITH_FILE = ("bring", "take")


def read_words(words: list[str]) -> argparse.Namespace:
    """The command's words, read. Raises WrongUse with one sentence where they are not as offered."""
    parser = Parser("python -m data.lake", DESCRIPTION)
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", parser_class=Parser)
    for act, said in SAID.items():
        each = acts.add_parser(act, description=said)
        if act in WITH_FILE:
            each.add_argument("file", type=Path, metavar="FILE", help="a database file")
        each.add_argument("--json", action="store_true", help="say what happened as JSON")
        ask_wait(each)
    return parser.parse_args(words)


def _opened(asked: argparse.Namespace) -> Database | None:
    """The working copy, for the acts that need it."""
    return None if asked.act in WITH_FILE else open_ready(database_path(), own_lists())


def act(asked: argparse.Namespace, database: Any, _caller: Caller) -> tuple[Figures, str]:
    """Carry out what was asked; the figures of every table, and words for people."""
    if asked.act == "bring":
        found = bring(asked.file.resolve())
        return found, f"The lake holds what {asked.file} holds: {_counted(found)}. Both were compared."
    if asked.act == "take":
        found = take(asked.file.resolve())
        return found, f"{asked.file} holds what the lake holds: {_counted(found)}. Both were compared."
    return _looked_after(asked.act, database)


def _looked_after(wanted: str, database: Database) -> tuple[Figures, str]:
    shared = database.behind
    if not isinstance(shared, Shared):
        raise no_lake()
    with database.alone():
        if wanted == "tidy":
            shared.write_anew(database)
        with database.reading() as reader, shared.lake.reading() as (lake, _):
            found = compared(reader.cursor, lake)
    done = "The lake is laid anew and" if wanted == "tidy" else "The lake"
    return found, f"{done} holds what the working copy holds: {_counted(found)}."


def _counted(found: Figures) -> str:
    rows = sum(int(held[1]) for held in found.values())
    return f"{many(len(found), 'table')}, {many(rows, 'row')}"


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    found, told = attempt.done or ({}, "")
    if "--json" in words:
        tables = {table: {"rows": int(held[1]), "sum": held[2]} for table, held in found.items()}
        caller.say(json.dumps({"tables": tables, "error": attempt.error}))
    else:
        caller.say(visible(attempt.error or told), wrong=bool(attempt.error))
    return attempt.code


COMMAND = Command(read_words, act, _say, "It stopped and nothing was changed", _opened)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.lake", COMMAND, sys.argv[1:] if arguments is None else arguments)
