"""Recording: one more line at the end of the audit, within what it tells of or by itself."""

from datetime import UTC, datetime
from typing import Protocol

import duckdb

from data.again import tried_again
from data.audit.chain import START, Line
from data.database import Database
from data.mistakes import AuthorMistake

ACTS = (
    "signed in",
    "signed out",
    "refused",
    "sent",
    "withdrawn",
    "restored",
    "erased",
    "note erased",
    "file handed out",
    "exported",
    "settings changed",
    "blocked",
    "allowed again",
    "backup made",
    "backup restored",
    "loss accepted",
    "file upgraded",
    "changed",
    "change undone",
)
LONGEST = 400
NEWEST = (
    "select number, hash from audit.line where number = (select max(number) from audit.line)"
)
COLUMNS = "number, happened_at, who, role, act, upload_id, about, before, hash"


class Acting(Protocol):
    """Whoever acts: what they are called, and in which role."""

    @property
    def name(self) -> str:
        """What they are called."""

    @property
    def role(self) -> str:
        """Their role."""


def record(
    cursor: duckdb.DuckDBPyConnection,
    person: Acting,
    act: str,
    about: str = "",
    upload_id: int | None = None,
) -> int:
    """Add a line in the transaction under way, and return its number.

    `about` is one line of our own words: never what stands in a cell, never a file's name.
    Raises AuthorMistake for an act that is none of ACTS or for more than one line.
    """
    if act not in ACTS or "\n" in about:
        raise AuthorMistake(f"the audit takes one line about one of {', '.join(ACTS)}, not: {act}")
    newest = cursor.execute(NEWEST).fetchall()
    number, before = (newest[0][0] + 1, newest[0][1]) if newest else (1, START)
    moment = datetime.now(UTC).replace(tzinfo=None)
    who, role, about = map(_plain, (person.name, person.role, about))
    line = Line(number, moment, who, role, act, upload_id, about, before).sealed()
    cursor.execute(
        f"insert into audit.line ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [line.number, line.happened_at, line.who, line.role, line.act, line.upload_id, line.about,
         line.before, line.hash],
    )  # fmt: skip
    return line.number


def _plain(text: str) -> str:
    """The text, not too long, with what cannot be seen written out: a name may come from anywhere."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape", "surrogatepass").decode("ascii")
        for each in text[:LONGEST]
    )


@tried_again
def note(
    database: Database, person: Acting, act: str, about: str = "", upload_id: int | None = None
) -> int:
    """Add a line in a transaction of its own, and return its number."""
    with database.writing() as writer:
        return record(writer.cursor, person, act, about, upload_id)
