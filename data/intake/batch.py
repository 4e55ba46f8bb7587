"""A batch: deliveries checked together and committed all or nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from data.database import Database, Writer
from data.intake.cells import Entries
from data.intake.check import check
from data.intake.commit import Delivery, commit, content_hash, sent_before, state
from data.intake.final import lacks_reason
from data.intake.known import note_arrival, note_projects, note_refused_projects
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
        note_projects(cursor)

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
        if before is not None:
            return Received(sheet.name, "repeated", schema.name, before, rows, problems)
        return Received(sheet.name, "loaded", schema.name, upload, rows)


def take_in(
    database: Database,
    deliveries: Deliveries,
    progress: Callable[[Received], None] = lambda received: None,
) -> Outcome:
    """Check every file of every delivery, in order, and commit them all or none.

    Each file is (the name to show, its path). A refused batch leaves nothing behind, and its
    outcome names every problem in every file. `progress` is told of each file as it is done.
    """
    received: list[Received] = []
    key = key_for(database)
    with database.writing() as writer:
        batch = _Batch(writer.cursor, key)
        for delivery, files in deliveries:
            note_arrival(writer.cursor, delivery)
            for one in _sheets(files):
                if not isinstance(one, Received):
                    one = batch.take(*one, delivery)
                received.append(one)
                progress(one)
        outcome = _settled(database, writer, received)
        if outcome.status != "loaded":
            writer.abandon()
    return outcome


def _settled(database: Database, writer: Writer, received: list[Received]) -> Outcome:
    """The outcome once the whole batch is seen: files sent before may, together, change nothing.

    A folder that is sent again holds older returns and the newer ones that replaced them. If
    every file was sent before and what counts at the end is what counted at the start, all of
    it is already loaded; otherwise a repeated file is a return like any other.
    """
    outcome = Outcome(tuple(received))
    if outcome.status == "rejected" or all(each.status != "repeated" for each in received):
        return outcome
    nothing_new = all(each.status in ("already", "repeated") for each in received)
    if nothing_new and state(database.read) == state(writer.read):
        return Outcome(tuple(replace(each, status="already", problems=()) for each in received))
    return Outcome(tuple(map(_as_new, received)))


def _as_new(received: Received) -> Received:
    if received.status != "repeated":
        return received
    return replace(received, status="rejected" if received.problems else "loaded")
