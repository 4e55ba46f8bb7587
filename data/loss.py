"""A loss: what the ledger outside the database knows of and the database has no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from data.in_words import many, numbers
from data.mistakes import NotReady

MOST_TOLD = 5


@dataclass(frozen=True)
class Sent:
    """An upload as the ledger knows it: number, return, directorates, when (UTC), by whom.

    `act` is what was last done to it: sent, withdrawn, restored or erased.
    """

    number: int
    return_name: str
    directorates: tuple[str, ...]
    happened_at: datetime
    who: str
    act: str = "sent"

    @property
    def local(self) -> datetime:
        """When it was sent, by this machine's clock."""
        return self.happened_at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)

    def told(self, by_whom: bool) -> str:
        """Number, return, whose and when; and by whom, for those who may know."""
        whose = f" of {', '.join(self.directorates)}" if self.directorates else ""
        who = f", {self.who}" if by_whom else ""
        return f"{self.number} ({self.return_name}{whose}, {self.local:%Y-%m-%d %H:%M}{who})"


@dataclass(frozen=True)
class Loss:
    """What is in the ledger and not in the database, and why that cannot be passed over.

    `uploads` are gone altogether; of those in `acts` the last act is gone, so they count as before
    it. `first` is the first line of the audit that is missing or another, of `lines` in all.
    `damage` says what is wrong with the ledger itself, where it is.
    """

    database: Path
    ledger: Path
    uploads: tuple[Sent, ...] = ()
    acts: tuple[Sent, ...] = ()
    first: int | None = None
    lines: int = 0
    damage: str | None = None

    @property
    def what(self) -> str:
        """What is missing: all uploads by their number, the newest with all that is known of them."""
        parts = []
        if self.uploads:
            parts.append(f"{numbers(each.number for each in self.uploads)}: {told(self.uploads)}")
        parts += [f"that upload {each.number} was {each.act}" for each in self.acts]
        if self.first is not None and not parts:
            parts.append(f"the audit as it was from line {self.first} on ({many(self.lines, 'line')})")
        return "; ".join(parts)

    @property
    def notice(self) -> str:
        """What a reader of a page is told, in two sentences without names or places."""
        if self.uploads or self.acts:
            gone = [numbers(each.number for each in self.uploads)] if self.uploads else []
            gone += [f"what was last done to upload {each.number}" for each in self.acts]
            said = f"Missing from what is shown here, although it was acknowledged: {', '.join(gone)}"
        elif self.damage:
            said = "What was sent cannot be compared with the ledger of what was acknowledged"
        else:
            said = "Part of the record of who did what is missing or was changed"
        return f"{said}. Nothing can be sent until whoever looks after the dashboard has put this right."

    def __str__(self) -> str:
        """What is missing and what to do, in two sentences."""
        accepted = "python -m data.audit accept --reason TEXT"
        if self.damage:
            also = f", and it names what the database lacks: {self.what}" if self.what else ""
            return (
                f"The ledger {self.ledger} {self.damage}{also}. Nothing can be sent until it is put right, "
                f"or set aside and begun anew ({accepted})."
            )
        return (
            f"The database {self.database} has lost what was acknowledged, and its ledger {self.ledger} "
            f"names it: {self.what}. Nothing can be sent until the newest backup is put back (python -m "
            f"data.backup restore) or the loss is accepted ({accepted}) and what is missing is sent again."
        )


class Outside(Protocol):
    """What notes outside the database what was acknowledged in it."""

    behind: str | None

    def loss(self, database: Any, opening: int) -> Loss | None:
        """What the database lacks since this opening of its file."""

    def compared(self, database: Any) -> Loss | None:
        """What the database lacks, worked out now."""

    def look_again(self, database: Any) -> None:
        """Compare anew: whatever was done to the ledger or the file meanwhile."""

    def go_on(self, database: Any) -> None:
        """Go on after a loss was accepted."""


def refuse_after_loss(database: Any) -> None:
    """Raise NotReady where the database lacks what was acknowledged: nothing more is taken in."""
    loss: Loss | None = database.loss
    if loss:
        raise NotReady(f"{loss.notice} They are told more by: python -m data.audit verify")


def told(uploads: Iterable[Sent], by_whom: bool = True) -> str:
    """The newest of some uploads with all that is known of them, and how many others there are."""
    newest = sorted(uploads, key=lambda each: each.number, reverse=True)
    named = ", ".join(each.told(by_whom) for each in newest[:MOST_TOLD])
    others = len(newest) - MOST_TOLD
    return f"{named} and {many(others, 'other')}" if others > 0 else named
