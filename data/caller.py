"""The caller of a command: where its output goes, and how the files that its words name are read."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from data.command_line import heard, tell
from data.intake.shown import visible
from data.place import Place


class Caller(Protocol):
    """Whoever called: somebody in a shell here, or one whose command the dashboard carries out."""

    @property
    def at_terminal(self) -> bool:
        """Whether what is given is shown on a terminal, which some text could drive."""

    @property
    def watching(self) -> bool:
        """Whether somebody watches what is being done."""

    def say(self, text: str, wrong: bool = False) -> None:
        """Print a text, on standard error where something is wrong."""

    def give(self, content: bytes) -> None:
        """Write bytes as they are to standard output."""

    def place(self, path: Path) -> Place:
        """The file or folder that the caller means by a path."""


class Here:
    """A caller in this very process: its standard streams and its own files."""

    @property
    def at_terminal(self) -> bool:
        """Whether standard output is a terminal."""
        return sys.stdout.isatty()

    @property
    def watching(self) -> bool:
        """Whether standard error is a terminal."""
        return sys.stderr.isatty()

    def say(self, text: str, wrong: bool = False) -> None:
        """Print a text."""
        tell(text, sys.stderr if wrong else sys.stdout)

    def give(self, content: bytes) -> None:
        """Write bytes as they are."""
        with heard(sys.stdout):
            sys.stdout.buffer.write(content)

    def place(self, path: Path) -> Place:
        """The path itself."""
        return path


def progress(caller: Caller, as_json: bool) -> Callable[[str], None]:
    """Whom to tell what is being done: whoever watches a terminal, else nobody."""
    if as_json or not caller.watching:
        return lambda said: None
    return lambda said: caller.say(visible(said), wrong=True)
