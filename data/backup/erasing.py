"""Erasing reaches backups: slots written anew at once, dated ones gone after their time."""

from datetime import date, datetime, timedelta
from pathlib import Path

from data.backup.kept import Backup, kept, note_erased
from data.backup.making import KEPT_DAYS, make
from data.backup.schedule import asides
from data.database import Database
from data.intake.erase import erase
from data.intake.erase_note import erase_notes_again
from data.ledger import read
from data.settings import ledger_path

AGAIN = "Erased before; a backup made earlier was put back."
HELD = "select upload_id from sent.event group by upload_id having arg_max(act, event_id) <> 'erased'"
ERASED_AT = "select max(happened_at) from sent.event where upload_id = $upload and act = 'erased'"


def erase_from_backups(database: Database, upload: int) -> date | None:
    """Write every slot anew without an erased upload; until when dated backups may still hold it.

    None where no copy holds it any more. Raises NotReady when a slot could not be written.
    """
    erased_at = database.read(ERASED_AT, {"upload": upload}).rows[0][0]
    note_erased(database.path, upload, erased_at)
    slots_anew(database)
    made = [each.moment for each in kept(database.path) if upload in each.erased_since]
    made += [datetime.fromtimestamp(each.stat().st_mtime) for each in asides(database.path)]
    return (max(made) + timedelta(days=KEPT_DAYS + 1)).date() if made else None


def slots_anew(database: Database) -> None:
    """Write every slot anew, the older first, so that none holds what was erased."""
    for slot in [each.name for each in reversed(kept(database.path)) if not each.is_dated]:
        make(database, slot)


def erase_again(path: Path, backup: Backup, copy: Database) -> tuple[int, ...]:
    """Take out of a copy of a backup what was erased since it was made; from which uploads."""
    known = read(ledger_path(path))
    erased = {*backup.erased_since, *(known.erased if known else ())}
    again = tuple(sorted(erased & {upload for (upload,) in copy.read(HELD).rows}))
    for upload in again:
        erase(copy, upload, AGAIN, datetime.now())
    notes = known.notes if known else set()
    return tuple(sorted({*again, *erase_notes_again(copy, notes)}))
