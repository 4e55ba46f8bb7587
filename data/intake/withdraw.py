"""Withdrawing: an upload taken back, which brings the one before it back; and restoring it."""

from datetime import datetime

from data.access import COMMAND, Person, refuse_others
from data.again import tried_again
from data.database import Database
from data.intake.commit import newest_act, record_event, return_of
from data.loss import refuse_after_loss
from data.mistakes import WrongUse
from data.schema import return_schemas

NEEDS = {"withdrawn": ("sent", "restored"), "restored": ("withdrawn",)}


@tried_again
def _act(
    database: Database, upload_id: int, act: str, reason: str, happened_at: datetime, by: str | None,
    person: Person,
) -> None:  # fmt: skip
    if not reason.strip():
        raise WrongUse(f"An upload is {act} with a reason. Say in a line why.")
    with database.writing() as writer:
        refuse_after_loss(database)
        newest = newest_act(writer.cursor, upload_id)
        if newest is None:
            raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
        refuse_others(writer.cursor, person, return_schemas()[return_of(writer.cursor, upload_id)], upload_id)
        if newest not in NEEDS[act]:
            raise WrongUse(f"Upload {upload_id} was already {newest}; nothing was changed.")
        by = by or person.signed_in_as
        record_event(writer.cursor, upload_id, act, happened_at, by, reason, person)


def withdraw(
    database: Database, upload_id: int, reason: str, happened_at: datetime, by: str | None = None,
    person: Person = COMMAND,
) -> None:  # fmt: skip
    """Take an upload back: what it had replaced counts again.

    Raises WrongUse when it cannot be, and NotAllowed when it is not this person's to take back.

    Nothing is rounded anew: a slice is replaced as a whole, so what counts again are the rows
    and protected counts that were stored with the earlier upload.
    """
    _act(database, upload_id, "withdrawn", reason, happened_at, by, person)


def restore(
    database: Database, upload_id: int, reason: str, happened_at: datetime, by: str | None = None,
    person: Person = COMMAND,
) -> None:  # fmt: skip
    """Bring a withdrawn upload back to the place it had. Raises as `withdraw` does."""
    _act(database, upload_id, "restored", reason, happened_at, by, person)
