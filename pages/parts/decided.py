"""What an officer decided about the very files they chose, and the files as they are then offered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from queries import Offer

Asked = tuple[str, str, str]


@dataclass
class Decided:
    """Decisions about these files, known by the fingerprints of their contents.

    `headings` says what a heading means, by file, return and heading (None: leave it out);
    `good_rows` that rows with problems are left out; `ask_again` that nothing remembered counts.
    """

    files: str = ""
    headings: dict[Asked, str | None] = field(default_factory=dict)
    good_rows: bool = False
    ask_again: bool = False

    def offer(self, name: str, content: bytes, directorate: str) -> Offer:
        """A file with what was decided about it."""
        found: dict[str, dict[str, str | None]] = {}
        for (file, about, heading), means in self.headings.items():
            if file == name:
                found.setdefault(about, {})[heading] = means
        return Offer(
            name, content, good_rows=self.good_rows, directorate=directorate, by_return=found,
            ask_again=self.ask_again,
        )  # fmt: skip


def contents(files: Sequence[Any]) -> list[tuple[str, bytes]]:
    """The names and bytes of the files chosen; names that are alike are told apart."""
    return list(zip(apart([each.name for each in files]), [each.getvalue() for each in files], strict=True))


def apart(names: Sequence[str]) -> list[str]:
    """The names of files, told apart where two are alike: "a.csv", "a.csv (2)"."""
    return [
        name if names[:place].count(name) == 0 else f"{name} ({names[:place].count(name) + 1})"
        for place, name in enumerate(names)
    ]


def fingerprints(held: Sequence[tuple[str, bytes]]) -> str:
    """What tells these contents from any others."""
    return "\n".join(sha256(content).hexdigest() for _, content in held)
