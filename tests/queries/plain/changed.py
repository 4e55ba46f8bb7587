"""What has changed since the half-year before, in projects and themes: queries/changed, in loops."""

from datetime import datetime

from tests.queries.plain.aims import in_order
from tests.queries.plain.files import Council, Row
from tests.queries.plain.maturity import rolled_up
from tests.queries.plain.projects import begun, belonging, named, places
from tests.queries.plain.ratings import period_before, returns
from tests.queries.plain.themes import contributions

NOTHING: Row = {
    "moved": None, "middle": None, "aiming_for": None, "aiming_before": None, "aim_lowered": False,
}  # fmt: skip


def either(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Every project of the half-year or the one before: the project, and whether it is in each."""
    if period not in [each["code"] for each in begun(council, as_at)]:
        return []
    before = period_before(council, period)
    now = {each["project_id"]: each for each in belonging(council, as_at, period)}
    then = {each["project_id"]: each for each in (belonging(council, as_at, before) if before else [])}
    every = in_order(council, list({**then, **now}.values()))
    return [{**each, "now": each["project_id"] in now, "then": each["project_id"] in then} for each in every]


def came(council: Council, period: str, project: Row) -> str:
    """How a project came to the half-year."""
    if period_before(council, period) is None:
        return "first"
    if not project["now"]:
        return "ended"
    return "still" if project["then"] else "new"


def projects(council: Council, as_at: datetime, period: str) -> list[Row]:
    """What has changed in each project."""
    before = period_before(council, period)
    rolled, earlier = rolled_up(council, as_at, period), returns(council, as_at, before)
    then = rolled_up(council, as_at, before) if before else {}
    present, rows = returns(council, as_at, period), []
    for project in either(council, as_at, period):
        code = project["project_id"]
        one, both = rolled.get(code, NOTHING), project["now"] and project["then"]
        old, new = earlier.get(code), present.get(code)
        rows.append({
            "project_id": code,
            "title": project["title"],
            "directorate": project["directorate"],
            "directorate_name": council.entry("directorates", project["directorate"])["label"],
            "level": project["level"],
            "kind": project["kind"],
            "status": project["status"],
            "came": came(council, period, project),
            "moved": one["moved"],
            "middle_before": then[code]["middle"] if project["now"] and code in then else None,
            "middle": one["middle"],
            "aiming_before": one["aiming_before"],
            "aiming_for": one["aiming_for"],
            "aim_lowered": one["aim_lowered"],
            "newly_evidenced": bool(both and evidence(new) and not evidence(old)),
            "newly_silent": bool(both and old and not new),
        })  # fmt: skip
    return rows


def evidence(row: Row | None) -> str | None:
    """The evidence that a return gives."""
    return row.get("evidence") if row else None


def chosen(council: Council, as_at: datetime, period: str, level: str, kind: str) -> list[Row]:
    """The projects of either half-year at one level and of one kind, or of all."""
    return [
        each
        for each in either(council, as_at, period)
        if level in ("all", each["level"]) and kind in ("all", each["kind"])
    ]


def projects_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """How many projects changed in each way."""
    every = {row["project_id"]: row for row in projects(council, as_at, period)}
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        told = [every[each["project_id"]] for each in mine]
        rows.append({
            **named(place),
            "before": sum(each["then"] for each in mine),
            "new": sum(each["came"] == "new" for each in told),
            "ended": sum(each["came"] == "ended" for each in told),
            "now": sum(each["now"] for each in mine),
            "moved_up": sum(each["moved"] == "moved up" for each in told),
            "moved_down": sum(each["moved"] == "moved down" for each in told),
            "aims_lowered": sum(each["aim_lowered"] for each in told),
            "newly_evidenced": sum(each["newly_evidenced"] for each in told),
            "newly_silent": sum(each["newly_silent"] for each in told),
        })  # fmt: skip
    return rows


def mains(council: Council, as_at: datetime, period: str | None) -> dict[str, str]:
    """The main theme of each project that states one."""
    said = contributions(council, as_at, period) if period else {}
    every = [(code, row) for code, rows in said.items() for row in rows]
    return {code: row["theme"] for code, row in every if row["main_or_also"] == "main"}


def themes_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Which themes are newly covered, or left."""
    before = period_before(council, period)
    now, then = mains(council, as_at, period), mains(council, as_at, before)
    found = chosen(council, as_at, period, level, kind)
    whole: list[tuple[Row, list[Row]]] = [({"code": "all", "label": "Whole council", "order": 0}, [])]
    rows = []
    for place, mine in places(council, found) or whole:
        told = [
            (then.get(code) if p["then"] else None, now.get(code) if p["now"] else None, p)
            for code, p in ((p["project_id"], p) for p in mine)
        ]
        for theme in council.ordered("themes"):
            had, has = ([each for each in told if each[side] == theme["code"]] for side in (0, 1))
            lost = sum(each[1] is None and each[2]["now"] for each in had)
            unsaid = sum(each[0] is None and each[2]["then"] for each in has)
            rows.append({
                **named(place),
                "theme": theme["code"],
                "theme_name": theme["short"],
                "theme_order": int(theme["order"]),
                "before": len(had),
                "now": len(has),
                "not_said": lost,
                "not_said_before": unsaid,
                "change": change(before is None or not found, len(had), len(has), lost, unsaid),
            })  # fmt: skip
    return rows


def change(first: bool, before: int, now: int, lost: int, unsaid: int) -> str:
    """What became of one theme."""
    if first:
        return "first"
    if now:
        return "still covered" if before else "not said before" if unsaid else "newly covered"
    return ("not said yet" if lost else "left") if before else "still not covered"
