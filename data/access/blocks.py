"""The block list: who is kept out although the provider lets them sign in."""

from datetime import datetime

from data.access.person import Person, alike
from data.again import tried_again
from data.audit import record
from data.database import Database
from data.mistakes import WrongUse

NOW = (
    "select name from (select name, act from access.block "
    "qualify number = max(number) over (partition by name)) where act = 'blocked' order by name"
)
NEXT = "select coalesce(max(number), 0) + 1 from access.block"


def blocked(database: Database) -> tuple[str, ...]:
    """The names that are kept out now, in small letters."""
    return tuple(name for (name,) in database.read_once(NOW).rows)


def is_blocked(database: Database, person: Person) -> bool:
    """Whether any name of this person is on the list."""
    return not person.known_as.isdisjoint(blocked(database))


def block(database: Database, name: str, by: Person, reason: str) -> None:
    """Keep somebody out, by a name the provider gives them. Raises WrongUse with a sentence."""
    name = alike(name)
    if not name or not reason.strip():
        raise WrongUse("To keep somebody out, write the name they sign in with, and why in a line.")
    if name in by.known_as:
        raise WrongUse("You cannot keep yourself out. Ask another administrator.")
    if name in blocked(database):
        raise WrongUse(f"{name} is kept out already; nothing was changed.")
    _append(database, name, "blocked", by, reason)


def allow_again(database: Database, name: str, by: Person, reason: str) -> None:
    """Let somebody in again. Raises WrongUse with a sentence."""
    name = alike(name)
    if name not in blocked(database):
        raise WrongUse(f"{name or 'Nobody'} is not on the list; nothing was changed.")
    if not reason.strip():
        raise WrongUse("Say why in a line.")
    _append(database, name, "allowed again", by, reason)


@tried_again
def _append(database: Database, name: str, act: str, by: Person, reason: str) -> None:
    with database.writing() as writer:
        number = writer.read(NEXT).rows[0][0]
        writer.cursor.execute(
            "insert into access.block values (?, ?, ?, ?, ?, ?)",
            [number, name, act, datetime.now(), by.name, reason.strip()],
        )
        record(writer.cursor, by, act, name)
