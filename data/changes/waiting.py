"""Whether an upload waits for the tick that lets its notes be shown."""

import duckdb

from data.mistakes import WrongUse

HOLDS = "select 1 from notes_sent() where upload_id = ? and note <> ''"
TICKED = "select 1 from uploads_ticked(timestamp '9999-12-31') where upload_id = ?"


def check_tick(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless `subject` is the number of an upload whose notes wait; `value` is empty."""
    number = int(subject) if subject.isascii() and subject.isdecimal() and len(subject) < 10 else 0
    if value or not cursor.execute(HOLDS, [number]).fetchall():
        raise WrongUse("No upload of this number holds a note. Choose one from the history.")
    if cursor.execute(TICKED, [number]).fetchall():
        raise WrongUse(f"The notes of upload {number} may be shown already; nothing was changed.")
