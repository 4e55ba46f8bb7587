"""What the commands share: their words read, failures as one sentence, and progress told."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TextIO, TypeVar

import duckdb

from data.damage import InUse
from data.in_words import many
from data.mistakes import AuthorMistake, NotReady, WrongUse
from data.settings import database_path

Done = TypeVar("Done")
LONGEST_WAIT = 3600
USUAL_WAIT = 20
MOST_MINUTES = 10_000
AGAIN = 0.2


class Parser(argparse.ArgumentParser):
    """Reads a command's words, none shortened. Wrong use is raised, not printed; help is as it was written."""

    def __init__(self, prog: str, description: str | None = None, epilog: str | None = None) -> None:
        """A parser for the command, or for one act of it."""
        raw = argparse.RawDescriptionHelpFormatter
        super().__init__(prog, None, description, epilog, formatter_class=raw, allow_abbrev=False)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Raise WrongUse with one sentence that says where help is."""
        raise WrongUse(f"{message}. See: {self.prog} --help")

    def print_help(self, file: Any = None) -> None:
        """Print the help, to whoever still reads."""
        tell(self.format_help().rstrip("\n"), file or sys.stdout)


class Attempt(Generic[Done]):
    """What came of running something: what it gave, or the one sentence why not; an exit code."""

    def __init__(self, act: Callable[[], Done], stopped: str) -> None:
        """Run it. `stopped` says what a fault of the disk or database means for the sender."""
        self.done: Done | None = None
        self.error: str | None = None
        self.code = 1
        try:
            self.done, self.code = act(), 0
        except (NotReady, AuthorMistake) as mistake:
            self.error = str(mistake)
        except WrongUse as mistake:
            self.error, self.code = str(mistake), 2
        except (duckdb.Error, OSError) as fault:
            self.error = _stopped(stopped, fault)


def _stopped(stopped: str, fault: Exception) -> str:
    why = " ".join(str(fault).split())
    return (
        f"{stopped}: {why}. See that the files can be read and that the disk of {database_path()} "
        "has room, then try again."
    )


def ask_minutes(parser: argparse.ArgumentParser) -> None:
    """Let a parser take --minutes, which a return took."""
    parser.add_argument("--minutes", type=whole(MOST_MINUTES), help="minutes the return took")


def ask_nobody_recognised(parser: argparse.ArgumentParser) -> None:
    """Let a parser take --nobody-recognised, the tick that lets notes be shown."""
    parser.add_argument(
        "--nobody-recognised", action="store_true",
        help="nobody could be recognised from the notes in it: they may be shown on the learning page",
    )  # fmt: skip


def ask_wait(parser: argparse.ArgumentParser) -> None:
    """Let a parser take --wait, for a database that another program has open."""
    parser.add_argument(
        "--wait", type=whole(LONGEST_WAIT), default=USUAL_WAIT, metavar="SECONDS",
        help="how long to wait for a database that another program has open (usual: %(default)s)",
    )  # fmt: skip


def whole(most: int) -> Callable[[str], int]:
    """Reads a whole number from 0 to `most`, for a parser."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= most):
            raise argparse.ArgumentTypeError(f"“{text}” is no whole number from 0 to {most:,}")
        return int(text)

    return read


def patiently(act: Callable[[], Done], wait: float, told: Callable[[str], None]) -> Done:
    """What `act` gives. While another program has the database open it is tried again.

    After `wait` seconds of that it raises the NotReady that says so.
    """
    until, waiting = time.monotonic() + wait, False
    while True:
        try:
            return act()
        except InUse:
            if time.monotonic() >= until:
                raise
        if not waiting:
            told(f"Another program has the database open; waiting up to {many(int(wait), 'second')}")
        waiting = True
        time.sleep(AGAIN)


@contextmanager
def heard(stream: TextIO) -> Iterator[None]:
    """What is written inside may end early: who reads it may stop reading, as `head` does."""
    try:
        yield
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(text: str, stream: TextIO) -> None:
    """Print to whoever still reads."""
    with heard(stream):
        print(text, file=stream)
