"""The lines of the audit, for a page and for the command."""

from data.audit.chain import Line
from data.audit.record import COLUMNS
from data.database import Database

SOME = (
    f"select {COLUMNS} from audit.line "
    "where ($act is null or act = $act) and ($who is null or who = $who) "
    "and ($upload_id is null or upload_id = $upload_id) and ($older is null or number < $older) "
    "order by number desc limit $most"
)
ALL = f"select {COLUMNS} from audit.line order by number, hash"


def lines(
    database: Database,
    act: str | None = None,
    who: str | None = None,
    upload_id: int | None = None,
    older: int | None = None,
    most: int = 100,
) -> list[Line]:
    """The newest lines first, `most` of them: of an act, a person or an upload where one is named.

    `older` gives those before the line of that number, for the next part of a long list.
    """
    asked = {"act": act, "who": who, "upload_id": upload_id, "older": older, "most": most}
    return [Line(*row) for row in database.read(SOME, asked).rows]


def all_lines(database: Database) -> list[Line]:
    """Every line, in the order of their numbers."""
    return [Line(*row) for row in database.read(ALL).rows]
