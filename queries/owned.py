"""What belongs to whoever acts: the directorates they send for, and the uploads about those."""

from collections.abc import Sequence
from dataclasses import replace

from data.access import Person
from data.database import Database
from data.intake import Offer
from queries.who import acting
from queries.answer import Answer
from queries.lists import entries

# Questions about single uploads are for those who send, and show them their own directorates'.
ABOUT_UPLOADS = {name: "history" for name in ("returns/uploads", "returns/upload_items", "returns/upload_acts")}
NEEDS = {**ABOUT_UPLOADS, "running/changes": "run"}


def directorates_of(database: Database, person: Person) -> frozenset[str]:
    """The codes of the directorates of which a person sends at least a part."""
    rows = entries(database, "directorates"), entries(database, "services")
    if person.for_all:
        return frozenset(str(row["code"]) for row in rows[0])
    of_services = {row["directorate"] for row in rows[1] if row["code"] in person.services}
    return person.directorates | {str(each) for each in of_services}


def with_own_headings(database: Database, person: Person, offers: Sequence[Offer]) -> list[Offer]:
    """The offers, none naming a directorate of others: how its headings are read is not theirs to say."""
    mine = directorates_of(database, person)
    return [each if each.directorate in mine else replace(each, directorate="") for each in offers]


def who_asks(address: str) -> Person:
    """Who asks this question. Raises NotAllowed when their role may not."""
    return acting(NEEDS.get(address, "see"))


def own(found: Answer, uploads: Answer, mine: frozenset[str]) -> Answer:
    """Of an answer about uploads, the rows about these directorates' uploads."""
    kept = {row["upload"] for row in uploads.rows if mine & set((row["directorates"] or "").split("; "))}
    return replace(found, rows=tuple(row for row in found.rows if row["upload"] in kept))
