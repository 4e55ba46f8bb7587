"""What changed and what was learnt: the answers of queries/learning, in loops."""

from collections.abc import Iterator
from datetime import datetime

from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import known

FIELDS = (("what_changed", "what changed"), ("learning", "what was learnt"))


def told(council: Council, as_at: datetime) -> Iterator[tuple[Row, Row, Row]]:
    """Every note that counts: the rating it stands in, its project, and what it says, and of what."""
    projects = known(council, as_at)
    ticked: dict[tuple[str, str], bool] = {}
    for upload in council.counting("maturity", as_at):
        for row in upload.rows:
            ticked[row["project_id"], row["period"]] = upload.told.get("nobody_recognised") is True
    for place, (rating, *_) in council.newest("maturity", as_at, "project_id", "period").items():
        for field, about in FIELDS:
            if rating.get(field) and place[0] in projects:
                kind = rating.get("learning_kind") if field == "learning" else None
                said = {"field": field, "about": kind or about, "ticked": ticked[place]}
                yield rating, projects[place[0]], said


def main_theme(council: Council, as_at: datetime, project: str, period: str) -> Row:
    """The theme that a project states as its main one."""
    for row in council.newest("themes", as_at, "project_id", "period").get((project, period), []):
        if row["main_or_also"] == "main":
            return council.entry("themes", row["theme"])
    return {"code": "none", "short": "Themes not sent"}


def notes(council: Council, as_at: datetime) -> list[Row]:
    """Every note that may be shown, newest half-year first."""
    rows = []
    for rating, project, said in told(council, as_at):
        if said["ticked"]:
            theme = main_theme(council, as_at, rating["project_id"], rating["period"])
            rows.append({
                "project_id": rating["project_id"],
                "title": project["title"],
                "directorate": project["directorate"],
                "directorate_name": council.entry("directorates", project["directorate"])["label"],
                "level": project["level"],
                "level_name": council.entry("levels", project["level"])["label"],
                "theme": theme["code"],
                "theme_name": theme["short"],
                "period": rating["period"],
                "period_name": council.entry("periods", rating["period"])["label"],
                "about": said["about"],
                "note": rating[said["field"]],
                "difference": rating.get("difference"),
                "with_evidence": bool(rating.get("evidence")),
                "place": f"maturity/{rating['project_id']}/{rating['period']}/{said['field']}",
            })  # fmt: skip
    changes_first = sorted(rows, key=lambda row: row["place"].endswith("/learning"))
    by_project = sorted(changes_first, key=lambda row: (row["title"], row["project_id"]))
    return sorted(by_project, key=lambda row: -council.place("periods", row["period"]))


def waiting(council: Council, as_at: datetime) -> list[Row]:
    """How many notes of each directorate may be shown, and how many wait."""
    found = [(project["directorate"], said["ticked"]) for _, project, said in told(council, as_at)]
    return [
        {
            "directorate": place["code"],
            "directorate_name": place["label"],
            "shown": found.count((place["code"], True)),
            "waiting": found.count((place["code"], False)),
        }
        for place in council.ordered("directorates")
        if place["code"] in {directorate for directorate, _ in found}
    ]
