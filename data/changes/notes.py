"""Hiding a note: its words stay with the return and are shown nowhere."""

import duckdb

from data.intake.erase_note import note_fields
from data.mistakes import WrongUse
from data.schema import return_schemas

WANTED = (
    "A note is named as maturity/ACH-001/2026-27 H1/learning, or by its theme as "
    "themes/ACH-001/2026-27 H1/T3. Choose it from the page."
)
HELD = {
    "maturity": 'select 1 from sent.maturity where project_id = ? and period = ? and "{field}" <> \'\'',
    "themes": "select 1 from sent.themes where project_id = ? and period = ? and theme = ? and note <> ''",
}
HIDDEN = "select 1 from changes_in_force(timestamp '9999-12-31') where kind = 'hide note' and subject = ?"


def check_note(cursor: duckdb.DuckDBPyConnection, subject: str, value: str) -> None:
    """Raise WrongUse unless `subject` names a note that was sent and is shown; `value` is empty."""
    name, *key = subject.split("/")
    if name not in HELD or len(key) != 3 or value:
        raise WrongUse(WANTED)
    sql = HELD[name]
    if name == "maturity":
        field = key.pop()
        if field not in note_fields(return_schemas()["maturity"]):
            raise WrongUse(WANTED)
        sql = sql.format(field=field)
    if not cursor.execute(sql, key).fetchall():
        raise WrongUse(f"No return brought a note for {subject}. Choose one from the page.")
    if cursor.execute(HIDDEN, [subject]).fetchall():
        raise WrongUse("This note is hidden already; nothing was changed.")
