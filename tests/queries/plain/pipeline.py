"""From proposed to an end: each project's stays in a status, walked through one by one."""

from datetime import date, datetime

from tests.queries.plain.files import Council, Row, day
from tests.queries.plain.projects import CLOSED, begun, known, named, places
from tests.queries.plain.ratings import lower_median

STATUSES = ("proposed", "agreed", "active", "complete", "stopped")
RESOURCES = ("full", "part", "none")
FEWEST = 3


def history(council: Council, as_at: datetime) -> dict[str, list[Row]]:
    """Each project's stays in a status, in the order in which returns said so."""
    found: dict[str, list[Row]] = {}
    for upload in council.counting("projects", as_at):
        for row in upload.rows:
            stays = found.setdefault(row["project_id"], [])
            if not stays or stays[-1]["status"] != row["status"]:
                stays.append({"status": row["status"], "sent": upload.received.date()})
            for name in ("status_since", "start_date", "end_date"):
                if row.get(name):
                    stays[-1][name] = row[name]
    return {project: [dated(stays, place) for place in range(len(stays))] for project, stays in found.items()}


def dated(stays: list[Row], place: int) -> Row:
    """One stay with the day it began, where a return states it."""
    stay, earlier = stays[place], {each["status"] for each in stays[:place]}
    stated = stay.get("status_since")
    if stated is None and stay["status"] in CLOSED:
        stated = stay.get("end_date")
    if stated is None and stay["status"] == "active" and not earlier & {"active", *CLOSED}:
        stated = stay.get("start_date")
    return {**stay, "began": day(stated)}


def shown_day(period: Row, as_at: datetime) -> date:
    """The last day of a half-year, or the moment's in one that is running."""
    return min(date.fromisoformat(period["end"]), as_at.date())


def has_begun(stay: Row, period: Row, as_at: datetime) -> bool:
    """Whether a stay counts in a half-year: begun by its last day, or undated and sent in time."""
    if stay["began"] is not None:
        return bool(stay["began"] <= shown_day(period, as_at))
    return bool(stay["sent"] <= min(date.fromisoformat(period["due"]), as_at.date()))


def stays_in(council: Council, as_at: datetime, period: str) -> dict[str, list[Row]]:
    """The stays begun by each project in a half-year, with their days; the last is the present one."""
    of = [each for each in begun(council, as_at) if each["code"] == period]
    if not of:
        return {}
    found = {}
    for project, stays in history(council, as_at).items():
        kept = [dict(stay) for stay in stays if has_begun(stay, of[0], as_at)]
        for place, stay in enumerate(kept):
            left = shown_day(of[0], as_at) if place == len(kept) - 1 else kept[place + 1]["began"]
            both = stay["began"] is not None and left is not None
            stay["days"] = (left - stay["began"]).days if both and left >= stay["began"] else None
            first = date.fromisoformat(of[0]["start"])
            stay["came"] = stay["began"] is not None and stay["began"] >= first
        if kept:
            found[project] = kept
    return found


def pipeline_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """How many projects are in each status, and how long each step takes."""
    stays = stays_in(council, as_at, period)
    mine = [
        each for each in known(council, as_at).values()
        if each["project_id"] in stays and level in ("all", each["level"]) and kind in ("all", each["kind"])
    ]  # fmt: skip
    if period not in [each["code"] for each in begun(council, as_at)]:
        return []
    on_day = shown_day(council.entry("periods", period), as_at)
    whole = {"code": "all", "label": "Whole council", "order": 0}
    return [
        {**named(place), "status": status, "status_order": order, "on_day": on_day,
         **counts(status, projects, stays, on_day)}
        for place, projects in places(council, mine) or [(whole, [])]
        for order, status in enumerate(STATUSES, 1)
    ]  # fmt: skip


def counts(status: str, projects: list[Row], stays: dict[str, list[Row]], on_day: date) -> Row:
    """The figures of one status in one place."""
    here = [(each, stays[each["project_id"]][-1]) for each in projects]
    present = [(each, stay) for each, stay in here if stay["status"] == status]
    gone = [
        stay for each in projects for stay in stays[each["project_id"]][:-1] if stay["status"] == status
    ]
    spent = [stay["days"] for _, stay in present if stay["days"] is not None]
    taken = [stay["days"] for stay in gone if stay["days"] is not None]
    set_aside = [each.get("resource") for each, _ in present]
    waits = status in ("proposed", "agreed")
    return {
        "projects": len(present),
        "came": sum(stay["came"] for _, stay in present),
        "not_known": len(present) - len(spent),
        "middle_days": lower_median(spent) if len(spent) >= FEWEST and status not in CLOSED else None,
        "moved_on": len(gone),
        "moves_not_known": len(gone) - len(taken),
        "middle_taken": lower_median(taken) if len(taken) >= FEWEST else None,
        "start_passed": sum(waits and date.fromisoformat(p["start_date"]) < on_day for p, _ in present),
        **{f"resource_{each}": set_aside.count(each) for each in RESOURCES},
        "resource_not_said": set_aside.count(None),
    }


def pipeline_projects(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Which projects are in which status, and since when."""
    stays, rows = stays_in(council, as_at, period), []
    every = known(council, as_at)
    for project in [every[name] for name in stays]:
        stay, place = stays[project["project_id"]][-1], council.entry("directorates", project["directorate"])
        on_day = shown_day(council.entry("periods", period), as_at)
        planned = day(project["start_date"]) if stay["status"] in ("proposed", "agreed") else None
        rows.append({
            **{name: project[name] for name in ("project_id", "title", "directorate")},
            "directorate_name": place["label"],
            **{name: project[name] for name in ("level", "kind")},
            "status": stay["status"],
            "since": stay["began"],
            "days": stay["days"],
            "planned": planned,
            "start_passed": planned is not None and planned < on_day,
            "resource": project.get("resource"),
        })  # fmt: skip
    return sorted(
        rows, key=lambda r: (council.place("directorates", r["directorate"]), r["title"], r["project_id"])
    )
