"""Accepting a loss: what is gone for good leaves a stub, so that no number is used twice."""

from datetime import datetime

from data.audit import record
from data.audit.record import Acting
from data.database import Database
from data.in_words import numbers
from data.intake.commit import record_event
from data.intake.erase import NAME, take_out
from data.intake.erase_note import erase_notes_again
from data.intake.offer import present_moment
from data.ledger.known import read
from data.loss import Loss, Sent
from data.mistakes import NotReady, WrongUse
from data.settings import ledger_path
from data.transaction import Writer

UPLOAD = (
    "insert into sent.upload (upload_id, return_name, received_at, file_name, file_bytes, file_sha256, "
    "content_sha256, row_count, sender, reason) values (?, ?, ?, ?, ''::blob, '', '', 0, ?, ?)"
)
EVENT = (
    "insert into sent.event select coalesce(max(event_id), 0) + 1, ?, 'sent', ?, null, null "
    "from sent.event"
)
LONGEST_REASON = 200


def accept(database: Database, person: Acting, reason: str) -> Loss | None:
    """Go on without what was lost: what it was, or None where nothing is missing.

    Each upload that is gone leaves a stub, as an erased one does, with the reason; what else was
    done to uploads, and is gone, is done again, and notes are erased again. The audit says so, and
    the ledger goes on from what the database now holds. Raises WrongUse without a reason.
    """
    if not reason.strip():
        raise WrongUse("A loss is accepted with a reason. Say in a line why.")
    with database.alone():
        if database.ledger:
            database.ledger.look_again(database)
        loss = database.loss
        if loss is None:
            return None
        _settle(database, person, loss, " ".join(reason.split())[:LONGEST_REASON])
        _go_on(database)
    return loss


def _settle(database: Database, person: Acting, loss: Loss, reason: str) -> None:
    """Leave a stub of what is gone, and do again what was done."""
    moment = present_moment(database)
    with database.writing() as writer:
        for each in loss.uploads:
            _leave_stub(writer, person, each, reason, moment)
        for each in loss.acts:
            _do_again(writer, person, each, reason, moment)
        record(writer.cursor, person, "loss accepted", _about(loss, reason))
    if known := read(ledger_path(database.path)):
        erase_notes_again(database, known.notes)


def _go_on(database: Database) -> None:
    """Let the ledger go on. Raises NotReady where that cannot be written."""
    if ledger := database.ledger:
        ledger.go_on(database)
        if database.loss:
            raise NotReady(f"{ledger.behind or database.loss} Then accept the loss again.")


def _leave_stub(writer: Writer, person: Acting, lost: Sent, reason: str, moment: datetime) -> None:
    """An upload without a file or rows, sent when it was sent, and erased now."""
    name, sent = lost.return_name, lost.local
    writer.cursor.execute(UPLOAD, [lost.number, name, sent, NAME, lost.who, reason])
    writer.cursor.execute(EVENT, [lost.number, sent])
    record_event(writer.cursor, lost.number, "erased", moment, person.name, reason, person)


def _do_again(writer: Writer, person: Acting, lost: Sent, reason: str, moment: datetime) -> None:
    """What was last done to an upload that is there; its rows go where it was erased."""
    if lost.act == "erased":
        take_out(writer.cursor, lost.number)
    record_event(writer.cursor, lost.number, lost.act, moment, person.name, reason, person)


def _about(loss: Loss, reason: str) -> str:
    """What was lost, in a line for the audit."""
    gone = numbers(each.number for each in loss.uploads) if loss.uploads else ""
    again = [f"upload {each.number} {each.act} again" for each in loss.acts]
    lines = f"{loss.lines} lines from {loss.first}" if loss.first else ""
    return "; ".join(filter(None, (gone, *again, lines, loss.damage and "the ledger", reason)))
