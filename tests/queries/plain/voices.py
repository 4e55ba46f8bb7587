"""Who rated, and where staff and people scored apart, stage by stage: in loops."""

from datetime import datetime

from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import chosen, named, places
from tests.queries.plain.ratings import lower_median, rated, returns


def voices_by_stage(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """At which stage staff and people score apart, by directorate."""
    ratings = returns(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        rolled = [rated(ratings.get(project["project_id"])) for project in mine]
        for stage in council.ordered("stages"):
            said = [one["stages"][stage["code"]] for one in rolled]
            pairs = [(each["staff"], each["people"]) for each in said]
            both = [pair for pair in pairs if None not in pair]
            rows.append({
                **named(place),
                "stage": stage["code"],
                "stage_name": stage["label"],
                "stage_order": int(stage["order"]),
                "both": len(both),
                "people_lower": sum(people < staff for staff, people in both),
                "same": sum(people == staff for staff, people in both),
                "people_higher": sum(people > staff for staff, people in both),
                "staff_middle": lower_median([staff for staff, _ in both]) if len(both) >= 3 else None,
                "people_middle": lower_median([people for _, people in both]) if len(both) >= 3 else None,
            })  # fmt: skip
    return rows


def rater(one: Row) -> str:
    """Which of the five ways a project stands: who rated it, or that nobody has."""
    if not one["scored"]:
        return "not_rated"
    if one["two_views"]:
        return "separately"
    return {"staff": "staff_alone", "jointly": "together", "people": "people_alone"}[one["rated_by"]]


def raters_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Who rated the projects, by directorate."""
    ratings = returns(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        ways = [rater(rated(ratings.get(project["project_id"]))) for project in mine]
        rows.append({
            **named(place),
            "projects": len(mine),
            "rated": len(mine) - ways.count("not_rated"),
            **{way: ways.count(way) for way in ("staff_alone", "together", "separately", "people_alone")},
            "not_rated": ways.count("not_rated"),
        })  # fmt: skip
    return rows
