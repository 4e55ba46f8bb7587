"""withdraw, restore, erase and history: what is done to uploads that were sent, and the list of them."""

import argparse
from datetime import date
from typing import Any

import duckdb

from data.backup.erasing import erase_from_backups
from data.caller import Caller
from data.database import Database
from data.in_words import many
from data.intake import restore as restore_upload
from data.intake import withdraw as withdraw_upload
from data.intake.before import rows_in_force
from data.intake.command.told import Told
from data.intake.erase import erase as erase_upload
from data.intake.offer import present_moment
from data.intake.shown import on_one_line
from data.mistakes import NotReady
from data.rewriting import rewrite
from data.schema import return_schemas

MOST_NAMED = 5
HISTORY = (
    "select upload_id as upload, received_at as received, return_name as return, "
    "file_name as file, row_count as rows, coalesce(rows_left_out, 0) as rows_left_out, agreed_by, "
    "minutes, reason, status, fingerprint from uploads(timestamp '9999-12-31') "
    "where $name is null or return_name = $name order by upload_id desc"
)


def withdraw(database: Database, asked: argparse.Namespace, _caller: Caller) -> Told:
    """Take an upload back."""
    before = _without_project(database)
    withdraw_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    note = _note(_without_project(database) - before)
    return _done(asked, "withdrawn", "is withdrawn. What it had replaced counts again.", note)


def restore(database: Database, asked: argparse.Namespace, _caller: Caller) -> Told:
    """Bring a withdrawn upload back."""
    restore_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    return _done(asked, "restored", "is restored to its place.")


def erase(database: Database, asked: argparse.Namespace, _caller: Caller) -> Told:
    """Erase an upload, and write the database file anew even where it was erased before.

    An erasing that was killed before the file was written anew is finished by doing it again.
    """
    before = _without_project(database)
    now = erase_upload(database, asked.upload, asked.reason, present_moment(database), asked.by)
    note = _note(_without_project(database) - before)
    until = _write_anew(database, asked.upload)
    held = f" Dated backups may hold it until {until:%d %B %Y}." if until else ""
    if now:
        return _done(asked, "erased", f"is erased for good.{held}", note)
    return _done(asked, "already", f"was erased before. The database file was written anew.{held}")


def _write_anew(database: Database, upload: int) -> date | None:
    """Leave no trace in the file and in the slots of the backups; until when dated ones may hold one."""
    try:
        rewrite(database)
        return erase_from_backups(database, upload)
    except (duckdb.Error, OSError, NotReady) as fault:
        raise NotReady(
            f"Upload {upload} is erased, but the database file or a backup could not be written anew and "
            f"still holds traces of it: {' '.join(str(fault).split())} Make room on the disk of "
            f"{database.path} for a second copy and erase it again."
        ) from None


def _without_project(database: Database) -> set[str]:
    """The projects that rows in force are about, and that no upload in force describes."""
    *about, projects = sorted(
        (each for each in return_schemas().values() if "project_id" in each.field_names),
        key=lambda each: each.name == "projects",
    )
    said = " union ".join(f"select project_id from ({rows_in_force(each)})" for each in about)
    rows = database.read(
        f"select project_id from ({said}) anti join ({rows_in_force(projects)}) using (project_id)"
    ).rows
    return {project for (project,) in rows}


def _note(lost: set[str]) -> str | None:
    """What to do about projects that were lost and still have rows that count."""
    if not lost:
        return None
    named = sorted(lost)[:MOST_NAMED]
    more = [many(len(lost) - MOST_NAMED, "other")] if len(lost) > MOST_NAMED else []
    return (
        f"Ratings or themes of {' and '.join([', '.join(named), *more])} still count, and no list of "
        "projects that counts names them any more. Send the projects again, or withdraw those too."
    )


def _done(asked: argparse.Namespace, status: str, words: str, note: str | None = None) -> Told:
    record = {"status": status, "upload": asked.upload, "error": None, "note": note}
    return Told(record, "\n".join(filter(None, (f"Upload {asked.upload} {words}", note))))


def history(database: Database, asked: argparse.Namespace, _caller: Caller) -> Told:
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
