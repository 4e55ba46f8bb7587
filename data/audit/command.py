"""The command: whether the audit and the ledger are whole, their lines, and a loss accepted."""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from typing import Any

from data.access import COMMAND as ON_THE_SERVER
from data.audit.chain import Line
from data.audit.lines import lines
from data.audit.record import ACTS
from data.audit.verify import verify
from data.caller import Caller
from data.command_line import Attempt, Parser, ask_wait, whole
from data.database import Database
from data.intake.shown import on_one_line, visible
from data.ledger import accept
from data.loss import Loss
from data.relay.command import Command, run

DESCRIPTION = """Who did what with the dashboard, a line each, and whether no line was altered since.
Exit 0 whole or done, 1 not whole or refused, 2 wrong use."""
VERIFY = """Every line carries the hash of the line before, and a ledger outside the database holds every
hash: a line that was altered, removed, moved, cut off or written anew is named."""
ACCEPT = """Where the database has lost what was acknowledged and no backup has it either: each upload that
is gone leaves a stub in the history, so that its number is not used again, what was withdrawn, restored
or erased since is so again, and sending is open again. Ask for what is missing to be sent once more."""
MOST_LINES = 1_000_000


@dataclass(frozen=True)
class Told:
    """What came of it: a record for --json, words for people, and whether all is well."""

    record: dict[str, Any] | list[dict[str, Any]]
    words: str
    well: bool = True


def read_words(words: list[str]) -> argparse.Namespace:
    """The command's words, read. Raises WrongUse with one sentence where they are not as offered."""
    parser = Parser("python -m data.audit", DESCRIPTION)
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", parser_class=Parser)
    acts.add_parser("verify", description="Whether the audit is whole.", epilog=VERIFY)
    show = acts.add_parser("show", description="The newest lines, newest first.")
    show.add_argument("--only", choices=ACTS, metavar="ACT", help=f"one of: {', '.join(ACTS)}")
    show.add_argument("--upload", type=whole(MOST_LINES), help="about the upload of this number")
    show.add_argument("--most", type=whole(MOST_LINES), default=100, help="how many lines (usual: 100)")
    accepted = acts.add_parser("accept", description="Go on after a loss.", epilog=ACCEPT)
    accepted.add_argument("--reason", required=True, help="why, in a line")
    for each in acts.choices.values():
        each.add_argument("--json", action="store_true", help="say it as JSON")
        ask_wait(each)
    return parser.parse_args(words)


def act(asked: argparse.Namespace, database: Database, caller: Caller) -> Told:
    """Carry out what was asked with an open database."""
    if asked.act == "verify":
        return _verified(database)
    return _shown(asked, database) if asked.act == "show" else _accepted(asked, database)


def _verified(database: Database) -> Told:
    verdict, behind = verify(database), database.ledger.behind if database.ledger else None
    words = "\n".join(filter(None, (verdict.sentence, behind)))
    return Told({**asdict(verdict), "behind": behind, "error": None}, words, verdict.whole)


def _shown(asked: argparse.Namespace, database: Database) -> Told:
    found = lines(database, act=asked.only, upload_id=asked.upload, most=asked.most)
    records = [asdict(each) | {"happened_at": f"{each.happened_at.isoformat()}Z"} for each in found]
    return Told(records, "\n".join(map(_line, found)) or "There is no such line.")


def _line(line: Line) -> str:
    upload = f"upload {line.upload_id}" if line.upload_id is not None else ""
    said = filter(None, (line.who, f"({line.role})", line.act, upload, line.about))
    return f"{line.number:>6}  {line.local:%Y-%m-%d %H:%M:%S}  {on_one_line(' '.join(said))}"


def _accepted(asked: argparse.Namespace, database: Database) -> Told:
    loss = accept(database, ON_THE_SERVER, asked.reason)
    record = {"accepted": loss is not None, "lost": loss.what if loss else None, "error": None}
    return Told(record, _what_next(loss) if loss else "Nothing is missing; nothing was changed.")


def _what_next(loss: Loss) -> str:
    again = [each.number for each in loss.acts if each.act == "erased"]
    erase = (
        f"Upload {number} was erased again: write the file anew with python -m data.intake erase "
        f"{number} --reason TEXT."
        for number in again
    )
    gone = "Ask for these to be sent again." if loss.uploads else ""
    said = f"Accepted as lost: {loss.what or 'what the ledger held'}."
    return " ".join(filter(None, (said, "Sending is open again.", gone, *erase)))


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    told = attempt.done or Told({"error": attempt.error}, "", well=False)
    if "--json" in words:
        caller.say(json.dumps(told.record))
    elif attempt.error:
        caller.say(on_one_line(attempt.error), wrong=True)
    else:
        caller.say(visible(told.words), wrong=not told.well)
    return attempt.code if told.well or attempt.error else 1


COMMAND = Command(read_words, act, _say, stopped="It stopped and nothing was changed")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.audit", COMMAND, sys.argv[1:] if arguments is None else arguments)
