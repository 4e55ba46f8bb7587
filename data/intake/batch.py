"""A batch: deliveries checked together and committed all or nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from data.database import Database, Writer
from data.intake.before import content_hash, forget, sent_before, state
from data.intake.cells import Entries
from data.intake.check import check
from data.intake.commit import Delivery, commit
from data.intake.final import lacks_reason
from data.intake.known import begin_notes, note_arrival, note_lost_projects
from data.intake.known import note_projects, note_refused_projects
from data.intake.match import match, recognise, unrecognised
from data.intake.outcome import Outcome, Received
from data.intake.read import Sheet, Unreadable, read
from data.keys import keep_fingerprint, key_for
from data.schema import Schema, return_schemas

Deliveries = Iterable[tuple[Delivery, list[tuple[str, Path]]]]


def _sheets(delivered: Iterable[tuple[str, Path]]) -> Iterator[tuple[Sheet, Schema] | Received]:
    """Each file read and recognised, in the order in which returns need one another."""
    schemas = return_schemas()
    places = list(schemas)
    recognised: list[tuple[Sheet, Schema]] = []
    for name, path in delivered:
        try:
            sheet = read(name, path.read_bytes())
        except Unreadable as error:
            yield Received(name, "rejected", problems=(error.problem,))
            continue
        schema = recognise(sheet, schemas)
        if schema is None:
            yield Received(name, "rejected", problems=(unrecognised(sheet, schemas),))
        else:
            recognised.append((sheet, schema))
    yield from sorted(recognised, key=lambda one: places.index(one[1].name))


class _Batch:
    """The transaction under way, and what is known while its files come in."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, key: bytes) -> None:
        self.cursor, self.key, self.entries = cursor, key, Entries(cursor)
        keep_fingerprint(cursor, key)
        begin_notes(cursor)

    def take_all(self, deliveries: Deliveries) -> Iterator[Received]:
        """Take the files of every delivery, one after the other."""
        for delivery, files in deliveries:
            note_arrival(self.cursor, delivery)
            for one in _sheets(files):
                if isinstance(one, Received):
                    note_lost_projects(self.cursor)
                    yield one
                else:
                    yield self.take(*one, delivery)

    def take(self, sheet: Sheet, schema: Schema, delivery: Delivery) -> Received:
        """Check one sheet and store it when nothing is wrong with it."""
        places, problems = match(sheet, schema)
        problems += check(self.cursor, sheet, schema, places, self.entries)
        if problems:
            if schema.name == "projects":
                note_refused_projects(self.cursor, sheet)
            return Received(sheet.name, "rejected", schema.name, problems=tuple(problems))
        return self._store(sheet, schema, delivery)

    def _store(self, sheet: Sheet, schema: Schema, delivery: Delivery) -> Received:
        rows = len(sheet.records)
        content = content_hash(self.cursor, schema)
        before, counts_now = sent_before(self.cursor, schema, content)
        if counts_now:
            return Received(sheet.name, "already", schema.name, before, rows)
        problems = lacks_reason(self.cursor, sheet, schema)
        if problems and before is None:
            return Received(sheet.name, "rejected", schema.name, problems=problems)
        upload = commit(self.cursor, sheet, schema, content, delivery, self.key)
        if schema.name == "projects":
            note_projects(self.cursor)
        status = "loaded" if before is None else "repeated"
        return Received(sheet.name, status, schema.name, upload, rows, problems, before)


def take_in(
    database: Database,
    deliveries: Deliveries,
    progress: Callable[[Received], None] = lambda received: None,
) -> Outcome:
    """Check every file of every delivery, in order, and commit them all or none.

    Each file is (the name to show, its path). A refused batch leaves nothing behind, and its
    outcome names every problem in every file. `progress` is told of each file as it is done.
    """
    key = key_for(database)
    with database.writing() as writer:
        received = []
        for one in _Batch(writer.cursor, key).take_all(deliveries):
            received.append(one)
            progress(one)
        outcome = _settled(writer, received)
        if outcome.status != "loaded":
            writer.abandon()
    return outcome


def _settled(writer: Writer, received: list[Received]) -> Outcome:
    """The outcome once the whole batch is seen: files sent before may, together, change nothing.

    A folder that is sent again holds older returns and the newer ones that replaced them,
    perhaps with something new beside them. If the same counts in the end without the files sent
    before, they are already loaded; otherwise each of them is a return like any other.
    """
    repeated = [each.upload for each in received if each.status == "repeated" and each.upload]
    if any(each.status == "rejected" for each in received):
        return Outcome(tuple(map(_held_back, received)))
    if repeated and state(writer.read) == state(writer.read, without=repeated):
        forget(writer.cursor, repeated)
        return Outcome(tuple(map(_as_before, received)))
    settled = tuple(map(_as_new, received))
    if any(each.status == "rejected" for each in settled):
        settled = tuple(map(_held_back, settled))
    return Outcome(settled)


def _as_before(received: Received) -> Received:
    if received.status != "repeated":
        return received
    return replace(received, status="already", upload=received.before, problems=())


def _as_new(received: Received) -> Received:
    if received.status != "repeated":
        return received
    return replace(received, status="rejected" if received.problems else "loaded")


def _held_back(received: Received) -> Received:
    if received.status in ("already", "rejected"):
        return received
    return replace(received, status="held back", upload=None, problems=())
