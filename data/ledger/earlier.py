"""Uploads from before there was an audit: each is given its lines, so that the ledger knows it."""

from dataclasses import dataclass

from data.audit import record
from data.database import Database

UNKNOWN = (
    "select upload_id, return_name, received_at, coalesce(sender, 'not known'), "
    "arg_max(event.act, event.event_id) from sent.upload join sent.event as event using (upload_id) "
    "where upload_id not in (select upload_id from audit.line where upload_id is not null) "
    "group by all order by upload_id"
)


@dataclass(frozen=True)
class _Earlier:
    """Whoever sent something before there was an audit."""

    name: str
    role: str = "before the audit"


def take_over(database: Database) -> None:
    """Audit the uploads that no line is about: when and by whom they were sent, and their last act."""
    if not database.read(UNKNOWN).rows:
        return
    with database.writing() as writer:
        for upload, name, received, sender, act in writer.read(UNKNOWN).rows:
            about = f"{name}, sent {received:%Y-%m-%d %H:%M}, before there was an audit"
            record(writer.cursor, _Earlier(sender), "sent", about, upload)
            if act != "sent":
                record(writer.cursor, _Earlier("not known"), act, name, upload)
