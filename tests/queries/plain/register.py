"""The register of projects, and what is known of each: the answers of queries/projects, in loops."""

from datetime import datetime

from tests.queries.plain.aims import in_order
from tests.queries.plain.files import Council, Row, day
from tests.queries.plain.maturity import answers_at, rolled_up
from tests.queries.plain.projects import begun, belonging, known
from tests.queries.plain.ratings import STAGES, rated, returns
from tests.queries.plain.themes import principles

NOTHING = {**dict.fromkeys(STAGES), "aiming_for": None, "aim": None}
SAID = (
    "resource", "reward", "access_checked", "own_meeting", "fed_back", "toolkit_used",
    "priorities_set_by", "partner", "experience_led", "volunteers_deliver",
)  # fmt: skip


def label(council: Council, name: str, code: str | None) -> str | None:
    """The words of a code in a list; none for none."""
    return council.entry(name, code)["label"] if code else None


def half_years(council: Council, as_at: datetime) -> dict[str, set[str]]:
    """The projects that belong to each half-year begun, by half-year in order."""
    return {
        each["code"]: {one["project_id"] for one in belonging(council, as_at, each["code"])}
        for each in begun(council, as_at)
    }


def register(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Which projects there are, and where each stands."""
    rows, belongs = [], half_years(council, as_at)
    sent = {code: returns(council, as_at, code) for code in belongs}
    for project in in_order(council, list(known(council, as_at).values())):
        wanted = belongs if period == "all" else [each for each in belongs if each == period]
        mine = [each for each in wanted if project["project_id"] in belongs[each]]
        if period != "all" and not mine:
            continue
        stands = NOTHING
        if mine:
            one = rated(sent[mine[-1]].get(project["project_id"]))
            stands = {**answers_at(one), "aiming_for": one["aiming_for"], "aim": one["aim"]}
        rows.append({
            "project_id": project["project_id"],
            "title": project["title"],
            "directorate": project["directorate"],
            "directorate_name": label(council, "directorates", project["directorate"]),
            "service_name": label(council, "services", project.get("service")),
            "kind": project["kind"],
            "level": project["level"],
            "level_name": label(council, "levels", project["level"]),
            "status": project["status"],
            "start_date": day(project["start_date"]),
            "period": mine[-1] if mine else None,
            **stands,
        })  # fmt: skip
    return rows


def described(council: Council, as_at: datetime) -> list[Row]:
    """What each project is, and how people are involved in it."""
    every = known(council, as_at)
    return [
        {
            "project_id": project["project_id"],
            "title": project["title"],
            "directorate": project["directorate"],
            "directorate_name": label(council, "directorates", project["directorate"]),
            "service_name": label(council, "services", project.get("service")),
            "kind": project["kind"],
            "level_name": label(council, "levels", project["level"]),
            "status": project["status"],
            "status_since": day(project.get("status_since")),
            "start_date": day(project["start_date"]),
            "end_date": day(project.get("end_date")),
            "shaped_by": project.get("shaped_by"),
            "shaped_by_title": every.get(project.get("shaped_by") or "", {}).get("title"),
            **{name: project.get(name) for name in SAID},
            "principles": principles(council, project),
        }
        for project in in_order(council, list(every.values()))
    ]


def history(council: Council, as_at: datetime) -> list[Row]:
    """How each project moved from half-year to half-year."""
    rows = []
    for of in begun(council, as_at):
        sent = returns(council, as_at, of["code"])
        for project, one in rolled_up(council, as_at, of["code"]).items():
            rows.append({
                "project_id": project,
                "period": of["code"],
                "period_name": of["label"],
                **answers_at(one),
                **{name: one[name] for name in ("rated_by", "two_views", "aiming_for", "aim", "moved")},
                "difference": sent.get(project, {}).get("difference"),
            })  # fmt: skip
    return sorted(rows, key=lambda row: (row["project_id"], council.place("periods", row["period"])))


def stages(council: Council, as_at: datetime, period: str) -> list[Row]:
    """How far people are involved at each stage, as each side sees it."""
    rows = []
    for project, one in sorted(rolled_up(council, as_at, period).items()):
        for stage in council.ordered("stages"):
            found = one["stages"][stage["code"]]
            both = found["staff"] is not None and found["people"] is not None
            rows.append({
                "project_id": project,
                "stage": stage["code"],
                "stage_name": stage["label"],
                "answer": answers_at(one)[stage["code"]],
                "rated_by": one["rated_by"],
                "staff_score": found["staff"],
                "people_score": found["people"],
                "gap": found["people"] - found["staff"] if both else None,
                "aiming_for": one["aiming_for"],
            })  # fmt: skip
    return rows
