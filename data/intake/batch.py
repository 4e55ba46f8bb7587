"""A batch: deliveries checked together, each return stored when nothing is wrong with it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import duckdb

from data.access import not_theirs
from data.intake.answered import answered
from data.intake.arrival import Arrival
from data.intake.before import before_this
from data.intake.cells import Entries
from data.intake.check import check
from data.intake.commit import commit
from data.intake.contents import held
from data.intake.effect import effect
from data.intake.final import lacks_reason
from data.intake.known import (
    begin_notes,
    note_arrival,
    note_lost_projects,
    note_projects,
    note_refused_projects,
)
from data.intake.match import match
from data.intake.offer import Delivery, Offer
from data.intake.opened import opened
from data.intake.outcome import Received, received
from data.intake.overlap import Said, overlapping
from data.intake.remembered import remember, remembered
from data.keys import keep_fingerprint
from data.protection import COUNTS
from data.reading import Sheet
from data.schema import Schema

Deliveries = Iterable[tuple[Delivery, list[Offer]]]
Progress = Callable[[str], None]
SAME_HERE = "Another file here says the same."


class Batch:
    """The transaction under way, and what is known while its files come in."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, key: bytes, trying: bool, progress: Progress
    ) -> None:
        self.cursor, self.key, self.trying, self.progress = cursor, key, trying, progress
        self.entries = Entries(cursor)
        self.said: Said = {}
        self.contents: frozenset[tuple[str, str]] = frozenset()
        keep_fingerprint(cursor, key)
        begin_notes(cursor)

    def take_all(self, deliveries: Deliveries) -> Iterator[Received]:
        """Take the files of every delivery, one after the other."""
        for delivery, offers in deliveries:
            self.said, self.contents = {}, frozenset()
            note_arrival(self.cursor, delivery)
            for one in opened(offers, self.progress):
                if isinstance(one, Received):
                    note_lost_projects(self.cursor)
                    yield one
                else:
                    yield self.take(*one, delivery)

    def take(self, offer: Offer, sheet: Sheet, schema: Schema, delivery: Delivery) -> Received:
        """Check one sheet and store it when nothing is wrong with it."""
        self.progress(f"Checking {len(sheet.records):,} rows of {sheet.name}")
        arrival = self.checked(offer, sheet, schema, delivery)
        bad = arrival.bad_rows() if offer.good_rows else None
        while bad and arrival.can_leave_rows_out:
            arrival = arrival.without(bad)
            self.find_problems(arrival)
            bad = arrival.bad_rows()
        if arrival.must_fix:
            if schema.name == "projects":
                note_refused_projects(self.cursor, sheet, arrival.matched.places)
            return received(arrival, "untouched" if arrival.untouched else "rejected")
        return self.store(arrival)

    def checked(self, offer: Offer, sheet: Sheet, schema: Schema, delivery: Delivery) -> Arrival:
        """A sheet with its headings matched, and everything found that is wrong with it."""
        answers = offer.answers(schema.name)
        known = remembered(self.cursor, schema.name, "" if offer.ask_again else offer.directorate)
        known = {each: known[each] for each in sheet.header if each in known and each not in answers}
        matched = match(sheet, schema, {**known, **answers})
        found = answered(self.cursor, sheet, schema, matched.places, self.entries)
        arrival = Arrival(offer, delivery, sheet, schema, matched, found, as_last_time=known)
        self.find_problems(arrival)
        return arrival

    def find_problems(self, arrival: Arrival) -> None:
        """Check the rows that were answered; they stay on the cursor as `incoming`."""
        found = arrival.answered
        problems = check(
            self.cursor, found.sheet, arrival.schema, found.places, self.entries,
            bool(arrival.matched.unsure), self.trying,
        )  # fmt: skip
        arrival.problems = [*arrival.matched.problems, *found.problems]
        arrival.problems += [each for each in problems if not found.explains(each)]
        if not arrival.must_fix:  # whose a row is can be told once it can be read
            person = arrival.delivery.person
            others = not_theirs(self.cursor, person, arrival.schema, found.sheet.name)
            # What is asked about rows of others would tell what they sent.
            arrival.problems = others or arrival.problems

    def store(self, arrival: Arrival) -> Received:
        """Commit what says something new; a return that counts already is told by its number."""
        schema = arrival.schema
        blind = self.trying and schema.name in COUNTS
        told = self.looked_at(received(arrival, "loaded"), schema)
        content, before, counts_now = before_this(self.cursor, schema, blind)
        if not self.new_here(schema, content):
            return replace(told, status="already", notes=(*told.notes, SAME_HERE))
        if twice := overlapping(self.cursor, arrival, self.said):
            return replace(told, status="rejected", problems=(*told.problems, *arrival.lettered(twice)))
        if counts_now is not None:
            return replace(told, status="already", upload=counts_now[0], sent_on=counts_now[1])
        problems = lacks_reason(self.cursor, arrival)
        said = told.problems if self.trying else (*told.problems, *problems)
        told = replace(told, needs_reason=bool(problems), before=before, problems=said)
        if told.must_fix and before is None:
            return replace(told, status="rejected")
        told = replace(told, upload=commit(self.cursor, arrival, content, self.key_to_keep))
        remember(self.cursor, arrival)
        if schema.name == "projects":
            note_projects(self.cursor)
        return told if before is None else replace(told, status="repeated")

    def new_here(self, schema: Schema, content: str) -> bool:
        """Whether no earlier file of the same sending said just this."""
        known, self.contents = self.contents, self.contents | {(schema.name, content)}
        return self.contents != known

    @property
    def key_to_keep(self) -> bytes | None:
        """The key that protects what is kept; none for a look, which shows no figure about people."""
        return None if self.trying else self.key

    def looked_at(self, told: Received, schema: Schema) -> Received:
        """What is told of a return whose sender only looks: what it would change, and holds."""
        if not self.trying:
            return told
        return replace(told, effect=effect(self.cursor, schema), **held(self.cursor, schema))
