"""Making a change and taking one back: a row more in the writing transaction, with its audit line."""

from datetime import datetime

import duckdb

from data.access import COMMAND, Person
from data.again import tried_again
from data.audit import record
from data.changes.kinds import KINDS
from data.database import Database
from data.intake.commit import next_id
from data.intake.offer import present_moment
from data.loss import refuse_after_loss
from data.mistakes import WrongUse

LONGEST = 200
FOUND = "select kind, subject, undoes from sent.change where change_id = ?"
UNDONE = "select 1 from sent.change where undoes = ?"


@tried_again
def make(
    database: Database, kind: str, subject: str, value: str, reason: str, person: Person = COMMAND
) -> int:
    """Make a change and return its number.

    Raises WrongUse, and changes nothing, for a kind that there is not, a subject or value that its
    kind does not take, and a reason that is empty or longer than LONGEST.
    """
    if kind not in KINDS:
        raise WrongUse(f"There is no change “{kind[:LONGEST]}”. There are: {', '.join(KINDS)}.")
    reason, moment = _reason(reason), present_moment(database)
    with database.writing() as writer:
        refuse_after_loss(database)
        number = keep(writer.cursor, kind, subject, value, moment, person.name, reason)
        record(writer.cursor, person, "changed", f"change {number}, {kind}: {subject}")
    return number


@tried_again
def undo(database: Database, change_id: int, reason: str, person: Person = COMMAND) -> int:
    """Take a change back, and return the number of the change that does.

    Raises WrongUse, and changes nothing, for one that there is not, was taken back before, or itself
    takes one back, and for a reason that is empty or longer than LONGEST.
    """
    reason, moment = _reason(reason), present_moment(database)
    with database.writing() as writer:
        refuse_after_loss(database)
        kind, subject = _to_undo(writer.cursor, change_id)
        number = _append(writer.cursor, [kind, subject, "", moment, person.name, reason, change_id])
        KINDS[kind].settle(writer.cursor)
        record(writer.cursor, person, "change undone", f"change {change_id}, {kind}: {subject}")
    return number


def keep(
    cursor: duckdb.DuckDBPyConnection, kind: str, subject: str, value: str, moment: datetime, by: str,
    reason: str,
) -> int:  # fmt: skip
    """Keep a change in the transaction under way, with all that follows from it. Raises WrongUse."""
    if not subject or len(subject) > LONGEST or not subject.isprintable():
        raise WrongUse(f"Say in one line of up to {LONGEST} characters what is to be changed.")
    if "\x00" in value or value.encode("utf-8", "replace").decode("utf-8") != value:
        raise WrongUse("This is no text that can be kept. Write it anew.")
    KINDS[kind].check(cursor, subject, value)
    number = _append(cursor, [kind, subject, value, moment, by, reason, None])
    KINDS[kind].settle(cursor)
    return number


def _reason(reason: str) -> str:
    """The reason on one line."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST or not reason.isprintable():
        raise WrongUse(f"A change is made with a reason. Say why, in up to {LONGEST} characters.")
    return reason


def _to_undo(cursor: duckdb.DuckDBPyConnection, change_id: int) -> tuple[str, str]:
    """The kind and subject of a change that can be taken back."""
    found = cursor.execute(FOUND, [change_id]).fetchall()
    if not found:
        raise WrongUse(f"There is no change {change_id}. Choose one from the list.")
    kind, subject, undoes = found[0]
    if undoes is not None:
        raise WrongUse("What took a change back cannot be taken back itself. Make the change again.")
    if cursor.execute(UNDONE, [change_id]).fetchall():
        raise WrongUse(f"Change {change_id} was undone already; nothing was changed.")
    return kind, subject


def _append(cursor: duckdb.DuckDBPyConnection, row: list[object]) -> int:
    number = next_id(cursor, "sent.change", "change_id")
    cursor.execute("insert into sent.change values (?, ?, ?, ?, ?, ?, ?, ?)", [number, *row])
    return number
