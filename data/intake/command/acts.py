"""withdraw, restore, erase and history: what is done to uploads that were sent, and the list of them."""

import argparse
from typing import Any

import duckdb

from data.command_line import many
from data.database import Database
from data.intake import restore as restore_upload
from data.intake import withdraw as withdraw_upload
from data.intake.command.told import Told
from data.intake.erase import erase as erase_upload
from data.intake.offer import present_moment
from data.intake.shown import on_one_line
from data.mistakes import NotReady
from data.rewriting import rewrite

HISTORY = (
    "select upload_id as upload, received_at as received, return_name as return, "
    "file_name as file, row_count as rows, coalesce(rows_left_out, 0) as rows_left_out, agreed_by, "
    "minutes, reason, status, fingerprint from uploads(timestamp '9999-12-31') "
    "where $name is null or return_name = $name order by upload_id desc"
)


def withdraw(database: Database, asked: argparse.Namespace) -> Told:
    """Take an upload back."""
    withdraw_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    return _done(asked, "withdrawn", "is withdrawn. What it had replaced counts again.")


def restore(database: Database, asked: argparse.Namespace) -> Told:
    """Bring a withdrawn upload back."""
    restore_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    return _done(asked, "restored", "is restored to its place.")


def erase(database: Database, asked: argparse.Namespace) -> Told:
    """Erase an upload, and write the database file anew even where it was erased before.

    An erasing that was killed before the file was written anew is finished by doing it again.
    """
    now = erase_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    _write_anew(database, asked.upload)
    if now:
        return _done(asked, "erased", "is erased for good. Backups made before still hold it.")
    return _done(asked, "already", "was erased before. The database file was written anew.")


def _write_anew(database: Database, upload: int) -> None:
    try:
        rewrite(database)
    except (duckdb.Error, OSError) as fault:
        raise NotReady(
            f"Upload {upload} is erased, but the database file could not be written anew and still "
            f"holds traces of it: {' '.join(str(fault).split())}. Make room on the disk of "
            f"{database.path} for a second copy and erase it again."
        ) from None


def _done(asked: argparse.Namespace, status: str, words: str) -> Told:
    record = {"status": status, "upload": asked.upload, "error": None}
    return Told(record, f"Upload {asked.upload} {words}")


def history(database: Database, asked: argparse.Namespace) -> Told:
    """Every upload, newest first: number, when, return, file, rows, who agreed it, state."""
    table = database.read(HISTORY, {"name": asked.return_name})
    uploads = [dict(zip(table.names, row, strict=True)) for row in table.rows]
    words = "\n".join(map(_line, uploads)) or "Nothing was sent yet."
    for each in uploads:
        each["received"] = each["received"].isoformat(sep=" ", timespec="seconds")
    return Told(uploads, words)


def _line(upload: dict[str, Any]) -> str:
    left_out = f" ({upload['rows_left_out']:,} left out)" if upload["rows_left_out"] else ""
    parts = (
        f"{upload['upload']:>5}",
        f"{upload['received']:%Y-%m-%d %H:%M}",
        f"{upload['return']:13}",
        on_one_line(upload["file"]),
        many(upload["rows"], "row") + left_out,
        on_one_line(f"agreed by {upload['agreed_by']}" if upload["agreed_by"] else "nobody named"),
        upload["status"],
    )
    return "  ".join(parts)
