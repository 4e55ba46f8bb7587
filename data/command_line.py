"""What the commands share: their words read, failures as one sentence, and progress told."""

import argparse
import sys
from collections.abc import Callable
from typing import Generic, TypeVar

import duckdb

from data.intake.shown import visible
from data.mistakes import AuthorMistake, NotReady, WrongUse
from data.settings import database_path

Done = TypeVar("Done")


class Parser(argparse.ArgumentParser):
    """Reads a command's words. Wrong use is raised, not printed."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Raise WrongUse with one sentence that says where help is."""
        raise WrongUse(f"{message}. See: {self.prog} --help")


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


def many(count: int, noun: str) -> str:
    """A count in words: "1 row", "1,200 rows"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def progress(as_json: bool) -> Callable[[str], None]:
    """Whom to tell what is being done: whoever watches a terminal, else nobody."""
    return _silence if as_json or not sys.stderr.isatty() else _tell


def _silence(said: str) -> None:
    """Nobody is watching."""


def _tell(said: str) -> None:
    print(visible(said), file=sys.stderr)
