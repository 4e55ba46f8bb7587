"""Taking in: deliveries checked and committed in one transaction, or only looked at."""

from collections.abc import Callable

from data.again import tried_again
from data.database import Database
from data.intake.batch import Batch, Deliveries, Progress
from data.intake.outcome import Outcome
from data.intake.settled import settled
from data.keys import key_for
from data.loss import refuse_after_loss
from data.mistakes import ChangedMeanwhile
from data.transaction import Writer

Look = Callable[[Writer, Outcome], None]


@tried_again
def take_in(
    database: Database,
    deliveries: Deliveries,
    progress: Progress = lambda said: None,
    look: Look | None = None,
    seen: str | None = None,
) -> Outcome:
    """Check every file of every delivery, in order, and commit them all or none.

    A refused batch leaves nothing behind, and its outcome names every problem in every file.
    `progress` is told in a few words what is being done. With `look` nothing is ever kept: it
    is shown the database as it would be, and the outcome, before all is rolled back. Raises
    ChangedMeanwhile where `seen`, the version the sender looked at, is not the present one, and
    NotReady where the database lacks what was acknowledged.
    """
    key, deliveries = key_for(database), list(deliveries)
    with database.writing() as writer:
        _refuse_other(database, seen, look)
        batch = Batch(writer.cursor, key, look is not None, progress)
        outcome = settled(writer, list(batch.take_all(deliveries)))
        if look is not None:
            look(writer, outcome)
        if look is not None or outcome.status != "loaded":
            writer.abandon()
    return outcome


def _refuse_other(database: Database, seen: str | None, look: Look | None) -> None:
    """Refuse where the database is not what the sender saw, or not what it was."""
    if seen is not None and seen != database.version:
        raise ChangedMeanwhile
    if look is None:
        refuse_after_loss(database)
