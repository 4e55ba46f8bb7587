"""Changes by administrators, for a page: made, and taken back.

Each raises NotAllowed for anybody else, and WrongUse with a sentence for what cannot be done.
"""

from data import changes
from data.changes import HiddenNote
from queries.ask import _database
from queries.who import acting


def change(kind: str, subject: str, value: str, reason: str) -> int:
    """Make a change and return its number: audited, in one transaction, and it can be undone."""
    person = acting("run")
    return changes.make(_database(), kind, subject, value, reason, person)


def foresee(kind: str, subject: str, value: str) -> tuple[str, ...]:
    """What a change would do, a sentence each; nothing is kept."""
    acting("run")
    return changes.foresee(_database(), kind, subject, value)


def undo_change(change_id: int, reason: str) -> None:
    """Take a change back: what it changed stands again as it stood without it."""
    person = acting("run")
    changes.undo(_database(), change_id, reason, person)


def hidden_notes() -> tuple[HiddenNote, ...]:
    """Every note that is hidden now, with its words, the last hidden first."""
    acting("run")
    return changes.hidden_notes(_database())
