"""The chain: what a line's hash is made of, and the first line that does not fit."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

START = "0" * 64
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True)
class Line:
    """One line of the audit: number, when (UTC), who and as what, the act, and what it was about.

    `hash` is the SHA-256 of all the rest, and `before` the hash of the line before.
    """

    number: int
    happened_at: datetime
    who: str
    role: str
    act: str
    upload_id: int | None
    about: str
    before: str
    hash: str = ""

    @property
    def local(self) -> datetime:
        """When it happened, by this machine's clock, as the times of uploads are told."""
        return self.happened_at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)

    def digest(self) -> str:
        """What the hash must be: SHA-256 of the rest as JSON, its keys in order and no spaces."""
        rest = {**vars(self), "happened_at": self.happened_at.isoformat()}
        del rest["hash"]
        return hashlib.sha256(CANONICAL.encode(rest).encode("ascii")).hexdigest()

    def sealed(self) -> "Line":
        """The line with its hash."""
        return replace(self, hash=self.digest())


def first_break(lines: Sequence[Line]) -> tuple[int, str] | None:
    """The number of the first line that does not fit, and how; None where all fit.

    `lines` are all of them in the order of their numbers, which count from 1.
    """
    before = START
    for place, line in enumerate(lines, 1):
        if line.number != place:
            how = "is there twice" if 0 < line.number < place else "was removed"
            return (line.number if how == "is there twice" else place), how
        if line.digest() != line.hash:
            return place, _how(lines, line)
        if line.before != before:
            return max(place - 1, 1), "was altered, or the line after it was"
        before = line.hash
    return None


def _how(lines: Sequence[Line], line: Line) -> str:
    """How a line that is not what its hash says came to stand where it stands."""
    for number in range(1, len(lines) + 2):
        if number != line.number and replace(line, number=number).digest() == line.hash:
            return f"was removed or moved: what stands there was line {number}"
    return "was altered"
