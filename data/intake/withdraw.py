"""Withdrawing: an upload taken back, which brings the one before it back; and restoring it."""

from datetime import datetime

from data.database import Database
from data.intake.commit import newest_act, record_event
from data.mistakes import WrongUse

NEEDS = {"withdrawn": ("sent", "restored"), "restored": ("withdrawn",)}


def _act(
    database: Database, upload_id: int, act: str, reason: str, happened_at: datetime, by: str | None
) -> None:
    if not reason.strip():
        raise WrongUse(f"An upload is {act} with a reason. Say in a line why.")
    with database.writing() as writer:
        newest = newest_act(writer.cursor, upload_id)
        if newest is None:
            raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
        if newest not in NEEDS[act]:
            raise WrongUse(f"Upload {upload_id} was already {newest}; nothing was changed.")
        record_event(writer.cursor, upload_id, act, happened_at, by, reason)


def withdraw(
    database: Database, upload_id: int, reason: str, happened_at: datetime, by: str | None = None
) -> None:
    """Take an upload back: what it had replaced counts again. Raises WrongUse when it cannot be.

    Nothing is rounded anew: a slice is replaced as a whole, so what counts again are the rows
    and protected counts that were stored with the earlier upload.
    """
    _act(database, upload_id, "withdrawn", reason, happened_at, by)


def restore(
    database: Database, upload_id: int, reason: str, happened_at: datetime, by: str | None = None
) -> None:
    """Bring a withdrawn upload back to the place it had. Raises WrongUse when it cannot be."""
    _act(database, upload_id, "restored", reason, happened_at, by)
