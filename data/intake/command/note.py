"""erase-note: one text taken out of everything that is held, and of the backups."""

import argparse

import duckdb

from data.backup.erasing import slots_anew
from data.caller import Caller
from data.database import Database
from data.intake.command.told import Told
from data.intake.erase_note import erase_note as erase
from data.intake.erase_note import still_to_be_written_anew
from data.mistakes import NotReady, WrongUse
from data.rewriting import rewrite
from data.schema import return_schemas


def erase_note(database: Database, asked: argparse.Namespace, _caller: Caller) -> Told:
    """Erase a note, and write the database file and the slots of the backups anew.

    Where an erasing was killed before that, doing it again finishes it.
    """
    schema = return_schemas()[asked.return_name]
    try:
        uploads = erase(database, schema, asked.field, dict(asked.only), asked.reason)
    except WrongUse:
        uploads = still_to_be_written_anew(database, schema, asked.field, dict(asked.only))
        if not uploads:
            raise
    _leave_no_trace(database)
    named = ", ".join(map(str, uploads))
    words = f"The note is erased for good from upload {named}. Dated backups may hold it for four weeks."
    return Told({"status": "erased", "uploads": list(uploads), "error": None, "note": None}, words)


def _leave_no_trace(database: Database) -> None:
    try:
        rewrite(database)
        slots_anew(database)
    except (duckdb.Error, OSError, NotReady) as fault:
        raise NotReady(
            "The note is erased, but the database file or a backup could not be written anew and still "
            f"holds traces of it: {' '.join(str(fault).split())} Make room on the disk of "
            f"{database.path} for a second copy and erase it again."
        ) from None
