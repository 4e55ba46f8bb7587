"""Retention: how long each return is kept, and which uploads are past it.

python -m data.retention names them. Nothing is erased by itself: a person decides, and erases.
"""

import argparse
import json
import sys
import tomllib
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.caller import Caller
from data.command_line import Attempt, Parser, ask_wait
from data.database import Database
from data.in_words import many
from data.intake.shown import on_one_line, visible
from data.mistakes import NotReady
from data.relay.command import Command, run
from data.schema import return_schemas
from data.settings import HERE, own_lists

FILE = "retention.toml"
LONGEST = 100
DESCRIPTION = """Names every upload that is kept for longer than data/retention.toml says, or the file
of that name in the council's folder of lists. Nothing is erased: that is for you to decide.
Exit 0 none is, 1 some are, 2 wrong use."""
ERASE = "Erase each with: python -m data.intake erase NUMBER --reason TEXT"
KEPT = (
    "select upload_id, return_name, received_at::date as received, counting, items "
    "from uploads($today::date + interval 1 day) where status <> 'erased' order by upload_id"
)


@dataclass(frozen=True)
class Past:
    """An upload that is past its time: `counting` of its `items` things still count on pages."""

    upload: int
    return_name: str
    received: date
    kept_until: date
    counting: int
    items: int

    def __str__(self) -> str:
        """One line for whoever decides."""
        title = return_schemas()[self.return_name].title
        still = f"{self.counting} of {self.items} still count" if self.counting else "nothing of it counts now"
        return (
            f"upload {self.upload} ({title}), received {self.received:%d %B %Y}, "
            f"was to be kept until {self.kept_until:%d %B %Y}; {still}"
        )


def years() -> dict[str, int]:
    """For how many years each return is kept. Raises NotReady with a sentence when it is not said."""
    own = own_lists()
    path = own / FILE if own and (own / FILE).is_file() else HERE / FILE
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotReady(f"{path} cannot be read: {error}. Correct the file.") from None
    sound = [name for name, many in said.items() if type(many) is int and 0 < many <= LONGEST]
    if sorted(sound) != sorted(return_schemas()):
        raise NotReady(
            f"{path} must give each of {', '.join(return_schemas())} a whole number of years from 1 to "
            f"{LONGEST}, and nothing else. Correct the file."
        )
    return said


def later(day: date, count: int) -> date:
    """The same day so many years later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return date(day.year + count, 3, 1)


def past_retention(database: Database, today: date | None = None) -> list[Past]:
    """The uploads that are kept for longer than was decided, oldest first; never an erased one."""
    today, kept = today or date.today(), years()
    found = [
        Past(upload, name, received, later(received, kept[name]), counting, items)
        for upload, name, received, counting, items in database.read(KEPT, {"today": today}).rows
    ]
    return [each for each in found if each.kept_until < today]


def _read(words: list[str]) -> argparse.Namespace:
    parser = Parser(prog="python -m data.retention", description=DESCRIPTION)
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    ask_wait(parser)
    return parser.parse_args(words)


def _act(_asked: argparse.Namespace, database: Database, _caller: Caller) -> list[Past]:
    return past_retention(database)


def _in_words(found: list[Past]) -> str:
    if not found:
        return "No upload is kept for longer than was decided."
    return "\n".join([f"{many(len(found), 'upload')} past their time:", *map(str, found), ERASE])


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    found: list[Past] = attempt.done or []
    if "--json" in words:
        record = {"past": [asdict(each) for each in found], "error": attempt.error}
        caller.say(json.dumps(record, default=str))
    elif attempt.error:
        caller.say(on_one_line(attempt.error), wrong=True)
    else:
        caller.say(visible(_in_words(found)))
    return attempt.code or (1 if found else 0)


COMMAND = Command(_read, _act, _say, stopped="It stopped and nothing was changed")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.retention", COMMAND, sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
