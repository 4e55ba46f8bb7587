"""Orders to the parent of forked commands: which command, when it is killed, and what became of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from tests.browser.server import ROOT
from tests.faults.points import Place


@dataclass(frozen=True)
class Became:
    """What became of a command: what it said, its marks, whether it was killed, and how long it took.

    `took` are the seconds from each mark, and from the start (""), to its end.
    """

    said: str
    wrong: str
    marks: str
    killed: bool
    code: int
    took: dict[str, float]

    @property
    def answer(self) -> dict[str, Any] | None:
        """The answer in JSON, when it came out whole: what was acknowledged."""
        answer: dict[str, Any] | None = json.loads(self.said) if self.said.endswith("\n") else None
        return answer


class Parent:
    """The process that forks; it is given one order at a time."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(
        self, *words: str | Path, command: str = "data.intake", place: Place | None = None,
        wait: float | None = None, on: str = "",
    ) -> Became:  # fmt: skip
        """Run a command with the settings of this test.

        It is killed at `place`, or `wait` seconds after its mark `on` ("" is its start).
        """
        settings = {name: value for name, value in os.environ.items() if name.startswith("COPRODUCTION_")}
        order = {
            "command": command, "words": [str(word) for word in words], "settings": settings, "wait": wait,
            "place": list(astuple(place)) if place else None, "on": on,
            "file": str(next((word for word in words if isinstance(word, Path)), "")),
        }  # fmt: skip
        assert self._process.stdin and self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return Became(**json.loads(self._process.stdout.readline()))


@contextmanager
def parent(*modules: str) -> Iterator[Parent]:
    """A parent that has imported these modules too; it ends with the block."""
    words = [sys.executable, "-m", "tests.faults.forked", *modules]
    process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    try:
        yield Parent(process)
    finally:
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()
