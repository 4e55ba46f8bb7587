"""What is due thing by thing, and every upload with how it stands, worked out from the files."""

from datetime import date, datetime

from tests.queries.plain.dues import due, first_upload
from tests.queries.plain.files import Council, Row, Upload
from tests.queries.plain.projects import begun, belonging
from tests.queries.plain.returns import counted, grouped

Slice = tuple[str | None, ...]
KEY = {
    "projects": ("project_id",),
    "maturity": ("period", "project_id"),
    "themes": ("period", "project_id"),
    "participation": ("period", "directorate", "unit"),
    "conditions": ("period", "directorate"),
}


def due_items(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Everything due, thing by thing."""
    titles = {each["project_id"]: each["title"] for each in belonging(council, as_at, period)}
    due_date = date.fromisoformat(council.entry("periods", period)["due"])
    rows = []
    for row in due(council, as_at, period):
        directorate = council.entry("directorates", row["directorate"])
        first = first_upload(council, as_at, row["return_name"], period, row["item"])
        project = row["item"] if row["return_name"] in ("maturity", "themes") else None
        rows.append({
            "directorate": row["directorate"],
            "directorate_name": directorate["label"],
            "mailbox": directorate["mailbox"],
            "return_name": row["return_name"],
            "project_id": project,
            "title": titles[project] if project else None,
            "due_date": due_date,
            "state": row["state"],
            "received_on": first.received.date() if first else None,
            "agreed_by": first.told.get("agreed_by") if first else None,
            "days_overdue": (as_at.date() - due_date).days if row["state"] == "missing" else None,
        })  # fmt: skip
    return sorted(rows, key=lambda row: in_order(council, row))


def in_order(council: Council, row: Row) -> tuple[object, ...]:
    """By directorate and title, what is due from the whole directorate last."""
    place = council.place("directorates", row["directorate"])
    return (place, row["title"] is None, row["title"] or "", row["project_id"] or "", row["return_name"])


def due_by_period(council: Council, as_at: datetime) -> list[Row]:
    """How much is due in each half-year, and how much of it came in."""
    rows = []
    open_ = [each["code"] for each in begun(council, as_at)]
    for of in council.ordered("periods"):
        owed = due(council, as_at, of["code"]) if of["code"] in open_ else []
        states = [counted(mine)["state"] for mine in grouped(owed).values()]
        rows.append({
            "period": of["code"],
            "label": of["label"],
            "due_date": date.fromisoformat(of["due"]),
            "passed": as_at.date() > date.fromisoformat(of["due"]),
            "returns_due": len(states),
            "returns_received": states.count("received"),
            "returns_part": states.count("part received"),
            "returns_missing": states.count("missing"),
        })  # fmt: skip
    return rows


def slices(upload: Upload) -> set[Slice]:
    """What an upload replaces together."""
    return {tuple(row[each] for each in KEY[upload.name]) for row in upload.rows}


def counting(council: Council, as_at: datetime, name: str, slice_: Slice, below: int = 10**9) -> int | None:
    """The newest upload that counts for a slice, among those numbered below `below`."""
    found = [each.number for each in council.counting(name, as_at) if slice_ in slices(each)]
    return max((each for each in found if each < below), default=None)


def sent_by(council: Council, as_at: datetime) -> list[Upload]:
    """The uploads received by a moment, newest first."""
    return [each for each in reversed(council.uploads) if each.received <= as_at]


def newest_project(council: Council, as_at: datetime, project: str) -> Row:
    """The newest row ever sent of a project."""
    rows = [
        row
        for upload in sent_by(council, as_at)
        for row in upload.rows
        if upload.name == "projects" and row["project_id"] == project
    ]
    return rows[0]


def directorate_of(council: Council, as_at: datetime, row: Row) -> str:
    """Whose a row is: the directorate it names, or its project's, as last sent."""
    if row.get("directorate") and "project_id" not in row:
        return str(row["directorate"])
    return str(newest_project(council, as_at, row["project_id"])["directorate"])
