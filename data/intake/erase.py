"""Erasing: an upload's file and rows taken out for good, leaving a stub that says so."""

from datetime import datetime

import duckdb

from data.again import tried_again
from data.database import Database
from data.intake.commit import newest_act, record_event
from data.loss import refuse_after_loss
from data.mistakes import WrongUse
from data.protection import COUNTS
from data.schema import return_schemas

NAME = "erased"
STUB = (
    "update sent.upload set file_bytes = ''::blob, file_name = ?, columns_left_out = null "
    "where upload_id = ?"
)
SERIES_NOW = "(select value from sent.setting where name = 'protected series')"
# What a lost key rounded stays closed even when it is erased, so its slices are still known.
CLOSED = (
    "update protected.participation set characteristic = '', category = '', people = 0 "
    f"where upload_id = ? and series <> {SERIES_NOW}",
    f"update protected.maturity set people = 0 where upload_id = ? and series <> {SERIES_NOW}",
)


@tried_again
def erase(
    database: Database, upload_id: int, reason: str, happened_at: datetime, by: str | None = None
) -> bool:
    """Take an upload's file, rows and protected counts out; False when that was done before.

    What is left is its number, return, dates, counts of rows, fingerprints, the role that agreed
    it and its reason; its name may name somebody, and goes. It can be neither restored nor
    withdrawn, and what it had replaced counts again. The freed places of the database file still
    hold what stood there until `data.rewriting` writes the file anew. Raises WrongUse without a
    reason and for an upload that is not there.
    """
    if not reason.strip():
        raise WrongUse("An upload is erased with a reason. Say in a line why.")
    with database.writing() as writer:
        refuse_after_loss(database)
        newest = newest_act(writer.cursor, upload_id)
        if newest is None:
            raise WrongUse(f"There is no upload {upload_id}. Choose one from the history.")
        if newest == "erased":
            writer.abandon()
            return False
        take_out(writer.cursor, upload_id)
        record_event(writer.cursor, upload_id, "erased", happened_at, by, reason)
    return True


def take_out(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Delete an upload's rows and protected counts, and leave a stub of the upload itself."""
    for closing in CLOSED:
        cursor.execute(closing, [upload_id])
    stores = [f"sent.{name}" for name in return_schemas()]
    for store in stores:
        cursor.execute(f"delete from {store} where upload_id = ?", [upload_id])
    for name in COUNTS:
        cursor.execute(
            f"delete from protected.{name} where upload_id = ? and series = {SERIES_NOW}", [upload_id]
        )
    cursor.execute(STUB, [NAME, upload_id])
