"""Verifying: whether the audit is whole by itself, and is what the ledger outside says it was."""

from dataclasses import dataclass

from data.audit.chain import Line, first_break
from data.audit.lines import all_lines
from data.database import Database
from data.in_words import many


@dataclass(frozen=True)
class Verdict:
    """Whether the audit is whole, in a sentence; `first` is the number of the first wrong line."""

    whole: bool
    sentence: str
    lines: int
    first: int | None = None


def verify(database: Database) -> Verdict:
    """Whether every line of the audit stands as it was written.

    The hashes find a line that was altered, removed or moved; the ledger outside the database
    finds lines that were cut off the end or written anew with new hashes.
    """
    held = all_lines(database)
    found = first_break(held)
    loss = database.ledger.compared(database) if database.ledger else None
    if loss and (found is None or (loss.first or 0) < found[0]):
        return Verdict(False, str(loss), len(held), loss.first)
    if found:
        return Verdict(False, _broken(held, *found), len(held), found[0])
    return Verdict(True, f"The audit is whole: {many(len(held), 'line')}.", len(held))


def _broken(held: list[Line], number: int, how: str) -> str:
    told = next((line for line in held if line.number == number), None)
    which = f" ({told.act}, {told.local:%Y-%m-%d %H:%M})" if told and "removed" not in how else ""
    return (
        f"Line {number} of the audit{which} {how}. Keep the database as it is for whoever looks into "
        "it, and go on from a backup that is whole: python -m data.backup restore."
    )
