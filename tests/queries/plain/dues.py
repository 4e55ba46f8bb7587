"""Who owes what: everything due, and when it was received."""

from datetime import date, datetime

from tests.queries.plain.files import Council, Row, Upload, day
from tests.queries.plain.projects import begun, belonging
from tests.queries.plain.ratings import returns

ITEM = {
    "maturity": "project_id",
    "themes": "project_id",
    "participation": "directorate",
    "conditions": "directorate",
}


def expected(council: Council, as_at: datetime, period: Row) -> list[str]:
    """The directorates that owe returns for a half-year."""
    if period["code"] not in [each["code"] for each in begun(council, as_at)]:
        return []
    return [
        each["code"]
        for each in council.ordered("directorates")
        if council.place("periods", each["expected_from"]) <= int(period["order"])
        and (day(each["valid_from"]) or date.min) <= date.fromisoformat(period["end"])
        and (day(each["valid_to"]) or date.max) >= date.fromisoformat(period["start"])
    ]


def first_of_year(council: Council, period: Row) -> bool:
    """Whether conditions are due with this half-year."""
    same = [each["start"] for each in council.lists["periods"] if each["year"] == period["year"]]
    return period["start"] == min(same)


def first_upload(
    council: Council, as_at: datetime, name: str, period: str, item: str
) -> Upload | None:
    """The first upload that held anything for one thing due."""
    for upload in council.uploads:
        if upload.name == name and upload.received <= as_at:
            if any(row[ITEM[name]] == item and row["period"] == period for row in upload.rows):
                return upload
    return None


def first_received(
    council: Council, as_at: datetime, name: str, period: str, item: str
) -> date | None:
    """The day anything was first received for one thing due."""
    upload = first_upload(council, as_at, name, period, item)
    return upload.received.date() if upload else None


def counts_now(council: Council, as_at: datetime, name: str, period: str, item: str) -> bool:
    """Whether something is in force for one thing due."""
    return any(
        row[ITEM[name]] == item and row["period"] == period
        for upload in council.counting(name, as_at)
        for row in upload.rows
    )


def due(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Everything due for a half-year, with its state."""
    of = council.entry("periods", period)
    found = []
    projects = belonging(council, as_at, period)
    for directorate in expected(council, as_at, of):
        items = [("participation", directorate)]
        if first_of_year(council, of):
            items.append(("conditions", directorate))
        for project in projects:
            if project["directorate"] == directorate:
                items += [("maturity", project["project_id"]), ("themes", project["project_id"])]
        for name, item in items:
            row = {"directorate": directorate, "return_name": name, "item": item}
            found.append({**row, "state": state(council, as_at, name, of, item)})
    return found


def state(council: Council, as_at: datetime, name: str, period: Row, item: str) -> str:
    """received, late, missing or not due yet."""
    due_date = date.fromisoformat(period["due"])
    if counts_now(council, as_at, name, period["code"], item):
        received = first_received(council, as_at, name, period["code"], item)
        return "late" if received is not None and received > due_date else "received"
    return "missing" if as_at.date() > due_date else "not due yet"


def coverage(council: Council, as_at: datetime, period: str) -> dict[str, str]:
    """Each directorate expected: active, started or silent."""
    place = council.place("periods", period)
    rated: dict[str, list[int]] = {}
    for each in begun(council, as_at):
        ratings = returns(council, as_at, each["code"])
        for project in belonging(council, as_at, each["code"]):
            if project["project_id"] in ratings:
                rated.setdefault(project["directorate"], []).append(int(each["order"]))
    words = {}
    for directorate in expected(council, as_at, council.entry("periods", period)):
        orders = rated.get(directorate, [])
        words[directorate] = "started" if any(each < place for each in orders) else "silent"
        if place in orders:
            words[directorate] = "active"
    return words
