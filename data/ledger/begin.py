"""Beginning: an opened database compared with its ledger, which is kept from then on."""

from secrets import token_hex

from data.database import Database
from data.ledger.earlier import take_over
from data.ledger.entries import IDENTITY
from data.ledger.keeping import Ledger
from data.ledger.known import Known, read
from data.settings import ledger_path
from data.transaction import put_setting


def begin(database: Database) -> None:
    """Compare an opened database with its ledger, and keep the ledger from now on.

    A ledger that is missing is begun with what the database holds. What the database lacks is
    its `loss`.
    """
    ledger, before = Ledger(ledger_path(database.path)), database.ledger
    database.on_commit[:] = [each for each in database.on_commit if each != getattr(before, "note", None)]
    _identify(database, read(ledger.path))
    database.ledger = ledger
    if database.loss is None:
        take_over(database)
        ledger.note(database)
    database.on_commit.append(ledger.note)


def _identify(database: Database, known: Known | None) -> None:
    """Give the database its identity, or that of a ledger it lies beside if it has none yet."""
    if database.setting(IDENTITY) is None:
        adopted = known.identity if known and not known.example else None
        with database.writing() as writer:
            put_setting(writer.cursor, IDENTITY, adopted or token_hex(16))
