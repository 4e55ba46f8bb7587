"""How far people are involved: the answers of queries/maturity, worked out in loops."""

from datetime import datetime
from typing import Any

from tests.queries.plain.files import Council, Row
from tests.queries.plain.projects import belonging, chosen, named, places
from tests.queries.plain.ratings import (
    STAGES,
    lower_median,
    moved,
    period_before,
    rated,
    returns,
)

APART = {"NS": "Not started", "NA": "Not applicable", "no return": "No return"}


def answer_of(stage: Row) -> str:
    """What is shown for a stage: the score that counts, or the state."""
    return stage["state"] if stage["score"] is None else str(stage["score"])


def projects_by_step(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """How many projects are at each step, by directorate and stage."""
    ratings = returns(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        rolled = [rated(ratings.get(project["project_id"])) for project in mine]
        for stage in council.ordered("stages"):
            answers = [answer_of(each["stages"][stage["code"]]) for each in rolled]
            for answer in sorted(set(answers)):
                step = None if answer in APART else council.entry("ladder", answer, "step")
                rows.append({
                    **named(place),
                    "stage": stage["code"],
                    "stage_name": stage["label"],
                    "stage_order": int(stage["order"]),
                    "answer": answer,
                    "answer_name": f"{answer} {step['label']}" if step else APART[answer],
                    "band": step["band_label"] if step else APART[answer],
                    "projects": answers.count(answer),
                })  # fmt: skip
    return rows


def alike(scores: list[int]) -> str | None:
    """Similar when fewer than a third lie outside the best three steps that hold the middle."""
    if len(scores) < 3:
        return None
    middle = lower_median(scores) or 0
    inside = max(
        sum(first <= score <= first + 2 for score in scores)
        for first in range(8)
        if first <= middle <= first + 2
    )
    outside = len(scores) - inside
    return "scores are similar" if outside * 3 < len(scores) else "scores vary a lot"


def stages_by_directorate(
    council: Council, as_at: datetime, period: str, level: str, kind: str
) -> list[Row]:
    """Where projects stand at each stage, and whether their scores are alike."""
    ratings = returns(council, as_at, period)
    rows = []
    for place, mine in places(council, chosen(council, as_at, period, level, kind)):
        for stage in council.ordered("stages"):
            found = [rated(ratings.get(p["project_id"]))["stages"][stage["code"]] for p in mine]
            states = [each["state"] for each in found]
            scores = [each["score"] for each in found if each["score"] is not None]
            rows.append({
                **named(place),
                "stage": stage["code"],
                "stage_name": stage["label"],
                "stage_order": int(stage["order"]),
                "projects": len(mine),
                "scored": len(scores),
                "together": sum(score >= 6 for score in scores),
                "not_started": states.count("NS"),
                "not_applicable": states.count("NA"),
                "no_return": states.count("no return"),
                "middle": lower_median(scores) if len(scores) >= 3 else None,
                "lowest": min(scores, default=None),
                "highest": max(scores, default=None),
                "spread": alike(scores),
            })  # fmt: skip
    return rows


def rolled_up(council: Council, as_at: datetime, period: str) -> dict[str, Row]:
    """Each project of the half-year rolled up, with the half-year before beside it."""
    before = period_before(council, period)
    earlier_returns = returns(council, as_at, before)
    earlier = {
        project["project_id"]: rated(earlier_returns.get(project["project_id"]))
        for project in (belonging(council, as_at, before) if before else [])
    }
    now = returns(council, as_at, period)
    rolled = {}
    for project in belonging(council, as_at, period):
        one = rated(now.get(project["project_id"]))
        old: dict[str, Any] | None = earlier.get(project["project_id"])
        one["moved"] = moved(one, old)
        one["aiming_before"] = old["aiming_for"] if old else None
        one["aim_lowered"] = bool(
            one["aiming_for"] and one["aiming_before"] and one["aiming_for"] < one["aiming_before"]
        )
        rolled[project["project_id"]] = one
    return rolled


def answers_at(one: Row) -> Row:
    """What is shown at each of the four stages."""
    return {name: answer_of(one["stages"][name]) for name in STAGES}
