"""A batch: deliveries checked together and committed all or nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.database import Database
from data.intake.cells import Entries
from data.intake.check import check
from data.intake.commit import Delivery, already_in_force, commit, content_hash, rows_in_force
from data.intake.known import note_arrival, note_projects, note_refused_projects
from data.intake.match import match, recognise, unrecognised
from data.intake.read import Sheet, Unreadable, read
from data.keys import keep_fingerprint, key_for
from data.mistakes import Problem
from data.schema import Schema, return_schemas


@dataclass(frozen=True)
class Received:
    """What became of one file: loaded, already (its content counts now) or rejected."""

    file: str
    status: str
    return_name: str | None = None
    upload: int | None = None
    rows: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a batch: loaded, already or rejected, and of each of its files."""

    files: tuple[Received, ...] = field(default_factory=tuple)

    @property
    def status(self) -> str:
        """rejected when any file was; already when no file had anything new; else loaded."""
        states = {each.status for each in self.files}
        if "rejected" in states:
            return "rejected"
        return "loaded" if "loaded" in states else "already"

    @property
    def problems(self) -> list[Problem]:
        """Every problem of every file, in the order of the files."""
        return [problem for each in self.files for problem in each.problems]


def _sheets(delivered: Iterable[tuple[str, Path]]) -> Iterator[tuple[Sheet, Schema] | Received]:
    """Each file read and recognised, in the order in which returns need one another."""
    schemas = return_schemas()
    places = list(schemas)
    read_ones: list[tuple[Sheet, Schema]] = []
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
            read_ones.append((sheet, schema))
    yield from sorted(read_ones, key=lambda one: places.index(one[1].name))


def _needs_reason(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema
) -> list[Problem]:
    if "period" not in schema.slice:
        return []
    final = cursor.execute(
        "select count(*) from arriving join (select distinct period from incoming) on reason is null "
        "join reference.periods as periods on periods.code = period and received_at::date > due"
    ).fetchone()
    if final is None or final[0] == 0:
        return []
    slice_ = ", ".join(f'"{name}"' for name in schema.slice)
    row = cursor.execute(
        f"select min(incoming.line), min(incoming.excel_row), min(period) from incoming "
        f"join (select distinct {slice_} from ({rows_in_force(schema)})) using ({slice_}) "
        "join reference.periods as periods on periods.code = incoming.period cross join arriving "
        "where arriving.reason is null and arriving.received_at::date > periods.due"
    ).fetchone()
    if row is None or row[0] is None:
        return []
    message = (
        "was final on its due date and something was already received for it: a closed period "
        "takes only corrections with a reason. Send it again with the reason (--reason)."
    )
    return [Problem(sheet.name, row[0], "period", row[2], message, row[1])]


def _take_sheet(
    cursor: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    schema: Schema,
    delivery: Delivery,
    key: bytes,
    entries: Entries,
) -> Received:
    places, problems = match(sheet, schema)
    if not problems:
        problems = check(cursor, sheet, schema, places, entries)
        if problems and schema.name == "projects":
            note_refused_projects(cursor)
    if problems:
        return Received(sheet.name, "rejected", schema.name, problems=tuple(problems))
    content = content_hash(cursor, schema)
    before = already_in_force(cursor, schema, content)
    if before is not None:
        return Received(sheet.name, "already", schema.name, before, len(sheet.records))
    problems = _needs_reason(cursor, sheet, schema)
    if problems:
        return Received(sheet.name, "rejected", schema.name, problems=tuple(problems))
    upload = commit(cursor, sheet, schema, content, delivery, key)
    if schema.name == "projects":
        note_projects(cursor)
    return Received(sheet.name, "loaded", schema.name, upload, len(sheet.records))


def take_in(
    database: Database,
    deliveries: Iterable[tuple[Delivery, list[tuple[str, Path]]]],
    progress: Callable[[Received], None] = lambda received: None,
) -> Outcome:
    """Check every file of every delivery, in order, and commit them all or none.

    Each file is (the name to show, its path). A refused batch leaves nothing behind, and its
    outcome names every problem in every file. `progress` is told of each file as it is done.
    """
    received: list[Received] = []
    key = key_for(database)
    with database.writing() as writer:
        keep_fingerprint(writer.cursor, key)
        note_projects(writer.cursor)
        entries = Entries(writer.cursor)
        for delivery, files in deliveries:
            note_arrival(writer.cursor, delivery)
            for one in _sheets(files):
                if not isinstance(one, Received):
                    one = _take_sheet(writer.cursor, *one, delivery, key, entries)
                received.append(one)
                progress(one)
        outcome = Outcome(tuple(received))
        if outcome.status != "loaded":
            writer.abandon()
    return outcome
