"""Who felt heard, worked out slowly from the files: rounded project by project, then added up."""

from datetime import datetime

from data.protection import PUBLISHED_KEY, cell_id, protect
from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import belonging
from tests.queries.plain.ratings import returns

FIELDS = ("asked", "felt_heard")


def rounded(project: str, period: str, row: Row) -> list[int]:
    """The protected counts of those asked and of those who felt heard."""
    return [protect(int(row[f]), cell_id(("maturity", project, period, f)), PUBLISHED_KEY) for f in FIELDS]


def felt_heard_by_directorate(council: Council, as_at: datetime, period: str) -> list[Row]:
    """How many of those asked felt heard; no share where under 20 were asked."""
    ratings = returns(council, as_at, period)
    found: dict[str, list[list[int]]] = {}
    for project in belonging(council, as_at, period):
        row = ratings.get(project["project_id"], {})
        if all(row.get(name) is not None for name in FIELDS):
            counts = rounded(project["project_id"], period, row)
            found.setdefault(project["directorate"], []).append(counts)
    rows = []
    for code in sorted(found, key=lambda each: council.place("directorates", each)):
        asked = sum(pair[0] for pair in found[code])
        heard = min(sum(pair[1] for pair in found[code]), asked)
        rows.append({
            "directorate": code,
            "directorate_name": council.entry("directorates", code)["label"],
            "directorate_order": council.place("directorates", code),
            "projects": len(found[code]),
            "asked": asked,
            "felt_heard": heard,
            "share": int(100 * heard / asked + 0.5) if asked >= 20 else None,
        })  # fmt: skip
    return rows
