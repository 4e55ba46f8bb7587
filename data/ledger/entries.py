"""What is written into a ledger: a heading, and a line of JSON for each line of the audit."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from data.database import Database
from data.ledger.known import KIND, NOTE_ERASED, UPLOAD_ACTS
from data.schema import return_schemas

NEWER = (
    "select number, hash, happened_at, act, upload_id, who, about from audit.line where number > $last "
    "order by number"
)
OWNERS = "select project_id, arg_max(directorate, upload_id) as directorate from sent.projects group by all"
RETURNS = "select upload_id, return_name from sent.upload where upload_id between $low and $high"
IDENTITY = "identity"
KEPT_NOW = (*UPLOAD_ACTS, NOTE_ERASED, "changed", "change undone")


def heading(database: Database) -> bytes:
    """The line that says which database a ledger is of, and whether that is the made-up example."""
    begun = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    said = {"identity": database.setting(IDENTITY), "example": database.is_example}
    return _line({"kind": KIND, **said, "begun": begun})


def acceptance(first: int) -> bytes:
    """The line that says that the audit's lines from `first` on are lost, and what follows counts."""
    return _line({"accepted_from": first})


class Entry(NamedTuple):
    """A line for the ledger, and whether it is about what will be acknowledged."""

    line: bytes
    about_upload: bool


def entries(database: Database, last: int) -> list[Entry]:
    """What a ledger says of the audit's lines after number `last`.

    A line about an upload says which, by whom, which return and for which directorates: never a
    count of people, never a file's name.
    """
    rows = database.read(NEWER, {"last": last}).rows
    about = _about(database, [row[4] for row in rows if row[4] is not None])
    return [Entry(_line(_entry(*row, about=about)), row[3] in KEPT_NOW) for row in rows]


def _entry(
    number: int, hash_: str, happened_at: datetime, act: str, upload_id: int | None, who: str,
    words: str, about: dict[int, dict[str, Any]],
) -> dict[str, Any]:  # fmt: skip
    said = {"number": number, "hash": hash_, "happened_at": happened_at.isoformat(), "act": act}
    if upload_id is None:
        return said
    note = {"note": words} if act == NOTE_ERASED else {}
    return {**said, "upload_id": upload_id, "who": who, **note, **about.get(upload_id, {})}


def _about(database: Database, uploads: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The return of each upload, and the directorates that it is about, by their codes."""
    wanted = set(uploads)
    if not wanted:
        return {}
    span = {"low": min(wanted), "high": max(wanted)}
    found: dict[int, dict[str, Any]] = {
        upload: {"return": name, "directorates": []}
        for upload, name in database.read(RETURNS, span).rows
        if upload in wanted
    }
    for name in {each["return"] for each in found.values()}:
        for upload, codes in database.read(_directorates(name), span).rows:
            found.get(upload, {})["directorates"] = codes
    return found


def _directorates(name: str) -> str:
    """The SQL for the directorates of a return's uploads, by project where its rows name projects."""
    own = "directorate" in return_schemas()[name].field_names
    joined = "" if own else f" join ({OWNERS}) using (project_id)"
    return (
        "select upload_id, list(distinct directorate order by directorate) "
        f"from sent.{name}{joined} where upload_id between $low and $high and directorate is not null "
        "group by upload_id"
    )


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode("ascii") + b"\n"
