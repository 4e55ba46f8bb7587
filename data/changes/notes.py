"""Hiding a note: its words stay with the return and are shown nowhere."""

import duckdb

from data.mistakes import WrongUse

WANTED = (
    "A note is named as maturity/ACH-001/2026-27 H1/learning, by its theme as "
    "themes/ACH-001/2026-27 H1/T3, or by its condition as conditions/ACH/2026-27 H1/C01. "
    "Choose it from the page."
)
SENT = "select 1 from notes_sent() where place = ? and note <> ''"
HIDDEN = "select 1 from changes_in_force(timestamp '9999-12-31') where kind = 'hide note' and subject = ?"


def check_note(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless `subject` names a note that was sent and is shown; `value` is empty."""
    if subject.count("/") < 3 or value:
        raise WrongUse(WANTED)
    if not cursor.execute(SENT, [subject]).fetchall():
        raise WrongUse(f"No return brought a note for {subject}. Choose one from the page.")
    if cursor.execute(HIDDEN, [subject]).fetchall():
        raise WrongUse("This note is hidden already; nothing was changed.")
