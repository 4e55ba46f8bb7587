"""Aims, movement and the two voices: the lists and counts of queries/maturity."""

from datetime import datetime

from tests.queries.plain.files import Council, Row
from tests.queries.plain.maturity import answers_at, rolled_up
from tests.queries.plain.projects import belonging, chosen, named, places
from tests.queries.plain.ratings import STAGES, rated, returns


def aims_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """How many projects reach the step they aim for, and which way they moved."""
    every = rolled_up(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        rolled = [every[project["project_id"]] for project in mine]
        scored = [each for each in rolled if each["scored"]]
        aims = [each["aim"] for each in rolled]
        moves = [each["moved"] for each in rolled]
        rows.append({
            **named(place),
            "projects": len(mine),
            "returned": sum(each["returned"] for each in rolled),
            "rated": len(scored),
            "reached": aims.count("reached"),
            "so_far": aims.count("so far"),
            "not_reached": aims.count("not reached"),
            "aim_together": sum(each["aiming_for"] >= 6 for each in scored),
            "all_four": sum(each["scored"] == 4 and each["lowest"] >= 4 for each in scored),
            "aims_lowered": sum(each["aim_lowered"] for each in rolled),
            "moved_up": moves.count("moved up"),
            "same": moves.count("same"),
            "moved_down": moves.count("moved down"),
            "rater_changed": moves.count("rater changed"),
            "not_in_both": moves.count("not rated in both"),
            "two_views": sum(each["two_views"] for each in rolled),
            "rated_by_staff": sum(
                each["rated_by"] == "staff" and not each["two_views"] for each in scored
            ),
        })  # fmt: skip
    return rows


def in_order(council: Council, projects: list[Row]) -> list[Row]:
    """Projects in the order of lists: directorate, title, id."""
    return sorted(
        projects,
        key=lambda p: (
            council.place("directorates", p["directorate"]),
            p["title"],
            p["project_id"],
        ),
    )


def projects(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Where each project stands at each stage, and whether it reaches its aim."""
    every = rolled_up(council, as_at, period)
    rows = []
    for project in in_order(council, belonging(council, as_at, period)):
        one = every[project["project_id"]]
        rows.append({
            "project_id": project["project_id"],
            "title": project["title"],
            "directorate": project["directorate"],
            "directorate_name": council.entry("directorates", project["directorate"])["label"],
            "level": project["level"],
            "level_name": council.entry("levels", project["level"])["label"],
            "kind": project["kind"],
            "status": project["status"],
            "rated_by": one["rated_by"],
            **answers_at(one),
            "two_views": one["two_views"],
            "lowest": one["lowest"],
            "highest": one["highest"],
            "aiming_for": one["aiming_for"],
            "aiming_before": one["aiming_before"],
            "aim": one["aim"],
            "aim_lowered": one["aim_lowered"],
            "moved": one["moved"],
        })  # fmt: skip
    return rows


def two_voices(council: Council, as_at: datetime, period: str) -> list[Row]:
    """Where staff and people rated the same stage apart, the widest gap first."""
    ratings = returns(council, as_at, period)
    rows = []
    for project in in_order(council, belonging(council, as_at, period)):
        one = rated(ratings.get(project["project_id"]))
        for name in STAGES:
            staff, people = one["stages"][name]["staff"], one["stages"][name]["people"]
            if staff is None or people is None or staff == people:
                continue
            rows.append({
                "project_id": project["project_id"],
                "title": project["title"],
                "directorate": project["directorate"],
                "directorate_name": council.entry("directorates", project["directorate"])["label"],
                "level": project["level"],
                "kind": project["kind"],
                "stage_name": council.entry("stages", name)["label"],
                "staff_score": staff,
                "people_score": people,
                "gap": people - staff,
                "evidence": ratings[project["project_id"]].get("evidence"),
            })  # fmt: skip
    return sorted(rows, key=lambda row: -abs(row["gap"]))
