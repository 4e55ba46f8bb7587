"""What a page may do with an upload: take it back, bring it back, hand out its file.

Each asks who is acting, and raises NotAllowed for whoever may not.
"""

from data import changes, intake
from data.intake import originals
from queries.who import acting
from queries.ask import _database
from queries.sending import LONGEST_REASON, in_short, moment


def withdraw(upload: int, reason: str) -> None:
    """Take an upload back: what it replaced counts again. Raises WrongUse with a sentence."""
    reason = in_short(reason, LONGEST_REASON) or ""
    intake.withdraw(_database(), upload, reason, moment(), person=acting("take back"))


def restore(upload: int, reason: str) -> None:
    """Bring a withdrawn upload back to its place. Raises WrongUse with a sentence."""
    reason = in_short(reason, LONGEST_REASON) or ""
    intake.restore(_database(), upload, reason, moment(), person=acting("take back"))


def tick_notes(upload: int) -> None:
    """Let the notes of an upload be shown. Raises WrongUse where it does not wait for that."""
    changes.tick(_database(), upload, acting("take back"))


def original(upload: int) -> tuple[str, bytes]:
    """The name and bytes of the file as it was sent. Raises WrongUse where it may not be had."""
    return originals.original(_database(), upload, acting("file"))
