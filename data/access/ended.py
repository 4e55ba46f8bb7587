"""Sign-ins that were ended: signing out counts in every window, and after a start as well."""

from data.access.person import Person
from data.audit import note
from data.database import Database

SIGNED_OUT = "signed out"
# A sign-in cookie is refused after 31 days whatever it says, so older ones cannot come back.
ENDED = (
    "select distinct about from audit.line "
    "where act = 'signed out' and happened_at > current_date - interval 40 day"
)


def ended(database: Database) -> frozenset[str]:
    """The marks of the sign-ins that were signed out of."""
    return frozenset(about for (about,) in database.read_once(ENDED).rows)


def end(database: Database, person: Person) -> None:
    """Note that this person signed out; a sign-in is ended once, however often it is asked for."""
    if person.session not in ended(database):
        note(database, person, SIGNED_OUT, person.session)
