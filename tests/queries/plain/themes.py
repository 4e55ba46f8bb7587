"""What projects contribute to the council plan: the answers of queries/themes, in loops."""

from datetime import datetime

from tests.queries.plain.files import Council, Row
from tests.queries.plain.learning import told
from tests.queries.plain.projects import belonging, chosen, named, places
from tests.queries.plain.ratings import returns

NONE = {"code": "none", "short": "Themes not sent", "order": 999}


def contributions(council: Council, as_at: datetime, period: str) -> dict[str, list[Row]]:
    """What each project states for a half-year."""
    kept = council.newest("themes", as_at, "project_id", "period")
    return {project: rows for (project, of), rows in kept.items() if of == period}


def stated(rows: list[Row]) -> list[Row]:
    """A project's contributions, and one more when none is its main theme."""
    if any(row["main_or_also"] == "main" for row in rows):
        return rows
    return [*rows, {"theme": "none", "main_or_also": "main", "strength": None, "note": None}]


def projects_by_main_theme(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """How many projects contribute to each theme, by directorate."""
    sent = contributions(council, as_at, period)
    found = chosen(council, as_at, period, level, kind)
    whole: list[tuple[Row, list[Row]]] = [
        ({"code": "all", "label": "Whole council", "order": 0}, [])
    ]
    rows = []
    for place, mine in places(council, found) or whole:
        said = [each for p in mine for each in stated(sent.get(p["project_id"], []))]
        for theme in [*council.ordered("themes"), NONE]:
            here = [each for each in said if each["theme"] == theme["code"]]
            main = [each["strength"] for each in here if each["main_or_also"] == "main"]
            rows.append({
                **named(place),
                "theme": theme["code"],
                "theme_name": theme["short"],
                "theme_order": int(theme["order"]),
                "main": len(main),
                "also": sum(each["main_or_also"] == "also" for each in here),
                "possible": main.count("possible"),
                "active": main.count("active"),
                "change_shown": main.count("change shown"),
            })  # fmt: skip
    return rows


def difference_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """What difference projects made, by directorate."""
    ratings = returns(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        told = [ratings[p["project_id"]]["difference"] for p in mine if p["project_id"] in ratings]
        rows.append({
            **named(place),
            "projects": len(mine),
            "told": sum(each is not None for each in told),
            "nothing_yet": told.count("nothing yet"),
            "decision": told.count("a decision changed"),
            "service": told.count("a service or policy changed"),
            "result": told.count("a result was measured"),
        })  # fmt: skip
    return rows


def principles(council: Council, project: Row) -> str | None:
    """The principles that a project names, in words."""
    codes = [code for code in (project["principle_1"], project["principle_2"]) if code]
    return ", ".join(council.entry("principles", code)["label"] for code in codes) or None


def projects(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Which projects contribute, to which theme, and what came of it."""
    sent, ratings = contributions(council, as_at, period), returns(council, as_at, period)
    themes = {theme["code"]: theme for theme in [*council.lists["themes"], NONE]}
    changed = {
        rating["project_id"]: rating["what_changed"]
        for rating, _, said in told(council, as_at)
        if said["ticked"] and said["field"] == "what_changed" and rating["period"] == period
    }
    rows = []
    for project in belonging(council, as_at, period):
        rating = ratings.get(project["project_id"], {})
        for each in stated(sent.get(project["project_id"], [])):
            rows.append({
                "project_id": project["project_id"],
                "title": project["title"],
                "directorate": project["directorate"],
                "directorate_name": council.entry("directorates", project["directorate"])["label"],
                "level": project["level"],
                "kind": project["kind"],
                "theme": each["theme"],
                "theme_name": themes[each["theme"]]["short"],
                "main_or_also": each["main_or_also"],
                "strength": each["strength"],
                "note": each["note"],
                "principles": principles(council, project),
                "difference": rating.get("difference"),
                "what_changed": changed.get(project["project_id"]),
            })  # fmt: skip
    return sorted(
        rows,
        key=lambda row: (
            council.place("directorates", row["directorate"]),
            int(themes[row["theme"]]["order"]),
            row["main_or_also"] == "also",
            row["title"],
            row["project_id"],
        ),
    )
