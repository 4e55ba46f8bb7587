"""The notes that are hidden, with their words: for administrators alone, and for no question."""

from dataclasses import dataclass
from datetime import datetime

from data.database import Database

NOW = "timestamp '9999-12-31'"
HIDDEN = f"""
    with held as (
        select place, arg_max(note, upload_id) as note
        from notes_sent()
        join uploads_in_force({NOW}) using (upload_id)
        group by place
    )
    select made.change_id, made.subject, held.note, made.happened_at, made.done_by, made.reason
    from changes_in_force({NOW}) as made
    left join held on held.place = made.subject
    where made.kind = 'hide note'
    order by made.change_id desc
"""


@dataclass(frozen=True)
class HiddenNote:
    """A hidden note: the number of the change, its place, the words that stand there now (if any),
    and when, by whom and why it was hidden."""

    change: int
    place: str
    note: str | None
    hidden_on: datetime
    hidden_by: str
    reason: str

    @property
    def where(self) -> str:
        """The place in words: the project or directorate, the half-year, and which note."""
        return " · ".join(each.replace("_", " ") for each in self.place.split("/")[1:])


def hidden_notes(database: Database) -> tuple[HiddenNote, ...]:
    """Every note that is hidden now, the last hidden first."""
    return tuple(HiddenNote(*row) for row in database.read(HIDDEN).rows)
