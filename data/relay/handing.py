"""Handing a command over to the dashboard, saying what comes back, and reading the files it asks for."""

import json
from collections.abc import Callable
from pathlib import Path

from data.caller import Caller
from data.relay.wire import ANSWER, ASKED, BYTES, DONE, FAILED, LONGEST, SAID, WORDS, WRONG, Wire

TOLD: dict[str, Callable[[Path], object]] = {
    "exists": Path.exists,
    "is_file": Path.is_file,
    "is_dir": Path.is_dir,
    "inside": lambda path: [each.name for each in path.iterdir()],
    "size": lambda path: path.stat().st_size,
}


def hand_over(wire: Wire, command: str, words: list[str], caller: Caller) -> int:
    """Have the dashboard carry out a command; its exit code. Raises Gone when the dashboard stops."""
    asked = {"command": command, "words": words,
             "at_terminal": caller.at_terminal, "watching": caller.watching}  # fmt: skip
    wire.say(WORDS, asked)
    given = bytearray()  # kept until all is there: the dashboard does not wait for a slow reader
    while True:
        kind, content = wire.receive()
        if kind == DONE:
            caller.give(bytes(given))
            return int(json.loads(content))
        if kind == BYTES:
            given += content
        elif kind in (SAID, WRONG):
            caller.say(json.loads(content), kind == WRONG)
        elif kind == ASKED:
            _answer(wire, **json.loads(content))


def _answer(wire: Wire, wanted: str, path: str) -> None:
    try:
        wire.send(ANSWER, _content(wanted, Path(path)))
    except OSError as fault:
        wire.say(FAILED, str(fault))


def _content(wanted: str, path: Path) -> bytes:
    if wanted != "content":
        return json.dumps(TOLD[wanted](path)).encode("ascii")
    with path.open("rb") as file:
        content = file.read(LONGEST + 1)
    if len(content) > LONGEST:
        raise OSError(f"the file is larger than {LONGEST >> 20} MB")
    return content
