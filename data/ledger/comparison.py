"""Comparing: what a ledger knows and its database has no more."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from data.database import Database
from data.ledger.entries import IDENTITY
from data.ledger.known import Known
from data.loss import Loss, Sent

LINES = "select number, hash from audit.line where number <= $last order by number, hash"
STATES = "select upload_id, arg_max(act, event_id) from sent.event group by upload_id"


def lost(known: Known, path: Path, database: Database) -> Loss | None:
    """What the ledger at `path` knows and the database lacks, or None.

    A database that is ahead of its ledger has lost nothing.
    """
    if known.identity not in (None, database.setting(IDENTITY)):
        return Loss(database.path, path, damage="was kept for another database")
    rows = database.read(LINES, {"last": len(known.hashes)}).rows
    first = _first_other(rows, known.hashes)
    held = {upload for (upload,) in database.read("select upload_id from sent.upload").rows}
    uploads = tuple(each for number, each in sorted(known.uploads.items()) if number not in held)
    if first is None and not uploads and not known.damage:
        return None
    lines = 0 if first is None else len(known.hashes) - first + 1
    acts = () if first is None else _lost_acts(known, first, held, database)
    return Loss(database.path, path, uploads, acts, first, lines, known.damage)


def _first_other(rows: Iterable[tuple[int, str]], hashes: list[str]) -> int | None:
    """The first line of the ledger that the database does not have as it is there."""
    held = dict(rows)
    return next((each for each, hash_ in enumerate(hashes, 1) if held.get(each) != hash_), None)


def _lost_acts(known: Known, first: int, held: set[int], database: Database) -> tuple[Sent, ...]:
    """The uploads that are there, and that were since withdrawn, restored or erased."""
    states = dict(database.read(STATES).rows)
    return tuple(
        replace(known.uploads[upload], act=act)
        for upload, act in sorted(known.lost_acts(first).items())
        if upload in held and states.get(upload) not in (act, "erased") and act != "sent"
    )
