"""A caller from afar, as a command that the dashboard carries out sees it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from data.relay.wire import ANSWER, ASKED, BYTES, SAID, WRONG, Gone, Wire


class Afar:
    """A caller at the other end of a wire.

    What is said to one that has gone is lost, as it is when somebody stops reading a command's
    output; a file of one that has gone raises Gone.
    """

    def __init__(self, wire: Wire, at_terminal: bool, watching: bool) -> None:
        self._wire, self.at_terminal, self.watching = wire, at_terminal, watching

    def say(self, text: str, wrong: bool = False) -> None:
        """Have the caller print a text."""
        with suppress(Gone):
            self._wire.say(WRONG if wrong else SAID, text)

    def give(self, content: bytes) -> None:
        """Have the caller write bytes."""
        with suppress(Gone):
            for start in range(0, len(content), 1 << 20):
                self._wire.send(BYTES, content[start : start + (1 << 20)])

    def place(self, path: Path) -> "FarPlace":
        """A file or folder of the caller's, which the caller reads: it may be out of reach here."""
        return FarPlace(self._wire, path)


@dataclass(frozen=True)
class _Size:
    st_size: int


class FarPlace:
    """A file or folder of a caller's. It is named as the caller named it."""

    def __init__(self, wire: Wire, path: PurePath) -> None:
        self._wire, self._path = wire, path
        self.name, self.suffix = path.name, path.suffix

    def __str__(self) -> str:
        return str(self._path)

    def __truediv__(self, inside: str) -> "FarPlace":
        return FarPlace(self._wire, self._path / inside)

    def _answered(self, wanted: str) -> bytes:
        self._wire.say(ASKED, {"wanted": wanted, "path": str(self._path)})
        kind, content = self._wire.receive()
        if kind != ANSWER:
            raise OSError(json.loads(content))
        return content

    def _told(self, wanted: str) -> Any:
        return json.loads(self._answered(wanted))

    def exists(self) -> bool:
        """Whether it is there."""
        return bool(self._told("exists"))

    def is_file(self) -> bool:
        """Whether it is a file."""
        return bool(self._told("is_file"))

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        return bool(self._told("is_dir"))

    def iterdir(self) -> "list[FarPlace]":
        """What lies in it."""
        return [self / name for name in self._told("inside")]

    def stat(self) -> _Size:
        """How large it is."""
        return _Size(int(self._told("size")))

    def read_bytes(self) -> bytes:
        """What it holds."""
        return self._answered("content")

    def read_text(self, encoding: str) -> str:
        """What it holds, as text."""
        return self.read_bytes().decode(encoding)
