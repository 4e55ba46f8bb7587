"""An offer: one file that somebody wants to send, and what they decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from data.access import COMMAND, Person
from data.database import Database
from data.place import Place


@dataclass(frozen=True)
class Offer:
    """A file as it came, and the answers given about it.

    `return_name` says which return it is, where the sender knows; `headings` which field a
    heading means in any return (None: leave that column out), `by_return` in the one named;
    `good_rows` that rows which must be put right are left out and the others sent;
    `directorate` whose headings are remembered, unless `ask_again`.
    """

    name: str
    content: bytes = field(repr=False)
    return_name: str | None = None
    headings: Mapping[str, str | None] = field(default_factory=dict)
    good_rows: bool = False
    directorate: str = ""
    by_return: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    ask_again: bool = False

    def answers(self, return_name: str) -> dict[str, str | None]:
        """What was answered about the headings of a return."""
        return {**self.headings, **self.by_return.get(return_name, {})}

    @classmethod
    def of(cls, path: Place, name: str | None = None) -> "Offer":
        """The file at a path, offered under its own name unless another is given."""
        return cls(name or path.name, path.read_bytes())


@dataclass(frozen=True)
class Delivery:
    """What is known of a sending beside its files: when, by whom, and why.

    `person` is who sends; a contributor's rows of others are refused. `nobody_recognised` is
    whether the sender ticked that nobody could be recognised from the notes; None: not asked.
    """

    received_at: datetime
    sender: str | None = None
    agreed_by: str | None = None
    minutes: int | None = None
    reason: str | None = None
    person: Person = COMMAND
    nobody_recognised: bool | None = None


def present_moment(database: Database) -> datetime:
    """Now, or the newest event where a clock was set back: what is sent later counts later."""
    newest = database.newest_event()
    return datetime.now() if newest is None else max(datetime.now(), newest)
