"""Erasing reaches backups: slots written anew at once, dated ones gone after their time."""

from datetime import date, datetime, timedelta

from data.backup.kept import kept, note_erased
from data.backup.making import KEPT_DAYS, make
from data.backup.schedule import asides
from data.database import Database

ERASED_AT = "select max(happened_at) from sent.event where upload_id = $upload and act = 'erased'"


def erase_from_backups(database: Database, upload: int) -> date | None:
    """Write every slot anew without an erased upload; until when dated backups may still hold it.

    None where no copy holds it any more. Raises NotReady when a slot could not be written.
    """
    erased_at = database.read(ERASED_AT, {"upload": upload}).rows[0][0]
    note_erased(database.path, upload, erased_at)
    for slot in [each.name for each in reversed(kept(database.path)) if not each.is_dated]:
        make(database, slot)
    made = [each.moment for each in kept(database.path) if upload in each.erased_since]
    made += [datetime.fromtimestamp(each.stat().st_mtime) for each in asides(database.path)]
    return (max(made) + timedelta(days=KEPT_DAYS + 1)).date() if made else None
