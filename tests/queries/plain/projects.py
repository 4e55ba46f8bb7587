"""Projects as they stood, and the half-years each belongs to."""

from datetime import date, datetime

from tests.queries.plain.files import Council, Row, day

CLOSED = ("complete", "stopped")


def known(council: Council, as_at: datetime) -> dict[str, Row]:
    """Each project as last described, with `last_day`: its end date, or the day it was closed."""
    versions: dict[str, list[tuple[date, Row]]] = {}
    for upload in council.counting("projects", as_at):
        for row in upload.rows:
            versions.setdefault(row["project_id"], []).append((upload.received.date(), row))
    return {
        project: {**each[-1][1], "last_day": day(each[-1][1]["end_date"]) or closed_on(each)}
        for project, each in versions.items()
    }


def closed_on(versions: list[tuple[date, Row]]) -> date | None:
    """The day a project that is complete or stopped was first sent as such, and not reopened."""
    closed = None
    for received, row in versions:
        if row["status"] not in CLOSED:
            closed = None
        elif closed is None:
            closed = received
    return closed


def begun(council: Council, as_at: datetime) -> list[Row]:
    """The half-years that have begun, in order."""
    return [
        period
        for period in council.ordered("periods")
        if date.fromisoformat(period["start"]) <= as_at.date()
    ]


def belonging(council: Council, as_at: datetime, period: str) -> list[Row]:
    """The projects that belong to a half-year."""
    found = [each for each in begun(council, as_at) if each["code"] == period]
    if not found:
        return []
    first, last = date.fromisoformat(found[0]["start"]), date.fromisoformat(found[0]["end"])
    kept = []
    for project in known(council, as_at).values():
        if project["status"] in ("proposed", "agreed"):
            continue
        if date.fromisoformat(project["start_date"]) > last:
            continue
        if project["last_day"] is not None and project["last_day"] < first:
            continue
        kept.append(project)
    return kept


def chosen(council: Council, as_at: datetime, period: str, level: str, kind: str) -> list[Row]:
    """The projects of a half-year at one level and of one kind, or of all."""
    return [
        project
        for project in belonging(council, as_at, period)
        if level in ("all", project["level"]) and kind in ("all", project["kind"])
    ]


def places(council: Council, projects: list[Row]) -> list[tuple[Row, list[Row]]]:
    """The whole council and each directorate with a project, in order, with their projects."""
    if not projects:
        return []
    whole = {"code": "all", "label": "Whole council", "order": 0}
    found = [(whole, projects)]
    for directorate in council.ordered("directorates"):
        mine = [each for each in projects if each["directorate"] == directorate["code"]]
        if mine:
            found.append((directorate, mine))
    return found


def named(directorate: Row) -> Row:
    """The three columns that name a place."""
    return {
        "directorate": directorate["code"],
        "directorate_name": directorate["label"],
        "directorate_order": int(directorate["order"]),
    }
