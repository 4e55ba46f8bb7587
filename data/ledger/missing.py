"""Refusing to begin with nothing where something was."""

from pathlib import Path

from data.behind import is_there
from data.in_words import numbers
from data.ledger.known import read
from data.loss import told
from data.mistakes import NotReady
from data.settings import ledger_path


def refuse_missing(path: Path) -> None:
    """Raise NotReady where there is no database and its ledger knows uploads of a real council."""
    ledger = ledger_path(path)
    known = None if is_there(path) else read(ledger)
    if known is None or known.example or not (known.uploads or known.damage):
        return
    what = "held something"
    if known.uploads:
        what = f"held {numbers(known.uploads)}: {told(known.uploads.values(), by_whom=False)}"
    raise NotReady(
        f"The database {path} is missing, and its ledger {ledger} knows that it {what}. Put it back, or "
        "the newest backup of it (python -m data.backup restore); to begin with nothing instead, move "
        "the ledger away."
    )
