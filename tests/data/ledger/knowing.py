"""What a database's ledger knows, and whether it is what the database holds."""

from data.database import Database
from data.ledger import Known, read
from data.settings import ledger_path


def known_of(database: Database) -> Known:
    """What the database's ledger knows."""
    return read(ledger_path(database.path)) or Known(damage="there is none")


def known_uploads(database: Database) -> set[int]:
    """The numbers of the uploads that the ledger knows."""
    return set(known_of(database).uploads)


def whole(database: Database) -> bool:
    """Whether ledger and database say the same, to the last line."""
    rows = database.read("select hash from audit.line order by number").rows
    known = known_of(database)
    return not known.damage and known.hashes == [hash_ for (hash_,) in rows]
