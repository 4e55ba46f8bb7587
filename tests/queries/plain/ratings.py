"""Ratings: a state and a score a stage, rolled up to a project without hiding spread."""

from datetime import datetime

from tests.queries.plain.files import Council, Row

STAGES = ("design", "decisions", "delivery", "evaluation")


def score_of(answer: str | None) -> int | None:
    """A step as a number; none for a stage that has none."""
    return int(answer) if answer is not None and answer.isdecimal() else None


def stage(row: Row | None, name: str) -> Row:
    """One stage: its state, the score that counts, and what each side said."""
    if row is None:
        return {"state": "no return", "score": None, "staff": None, "people": None}
    said = score_of(row[name])
    staff = people = None
    if row["rated_by"] == "staff":
        staff, people = said, score_of(row[f"people_{name}"])
    if row["rated_by"] == "people":
        people = said
    scores = [each for each in (said, people) if each is not None]
    score = min(scores) if scores else None
    state = row[name] if score is None else "scored"
    return {"state": state, "score": score, "staff": staff, "people": people}


def lower_median(scores: list[int]) -> int | None:
    """The middle score, the lower of two."""
    return sorted(scores)[(len(scores) - 1) // 2] if scores else None


def reached(stages: list[Row], aim: int | None) -> str | None:
    """Whether every scored stage is at or above the aim; so far while one has not started."""
    scores = [each["score"] for each in stages if each["score"] is not None]
    if not scores or aim is None:
        return None
    if any(score < aim for score in scores):
        return "not reached"
    return "so far" if any(each["state"] == "NS" for each in stages) else "reached"


def rated(row: Row | None) -> Row:
    """One project's return of one half-year, rolled up."""
    stages = {name: stage(row, name) for name in STAGES}
    scores = [each["score"] for each in stages.values() if each["score"] is not None]
    aim = int(row["aiming_for"]) if row and row["aiming_for"] else None
    return {
        "stages": stages,
        "returned": row is not None,
        "rated_by": row["rated_by"] if row else None,
        "aiming_for": aim,
        "scored": len(scores),
        "lowest": min(scores, default=None),
        "highest": max(scores, default=None),
        "middle": lower_median(scores),
        "two_views": any(
            e["staff"] is not None and e["people"] is not None for e in stages.values()
        ),
        "aim": reached(list(stages.values()), aim),
    }


def period_before(council: Council, period: str) -> str | None:
    """The half-year before."""
    codes = [each["code"] for each in council.ordered("periods")]
    place = codes.index(period)
    return codes[place - 1] if place else None


def moved(now: Row, before: Row | None) -> str:
    """Which way the middle score moved, where the same side rated both half-years."""
    if before is None or before["middle"] is None or now["middle"] is None:
        return "not rated in both"
    if before["rated_by"] != now["rated_by"]:
        return "rater changed"
    if now["middle"] == before["middle"]:
        return "same"
    return "moved up" if now["middle"] > before["middle"] else "moved down"


def returns(council: Council, as_at: datetime, period: str | None) -> dict[str, Row]:
    """The maturity return of each project for a half-year."""
    kept = council.newest("maturity", as_at, "project_id", "period")
    return {project: rows[0] for (project, of), rows in kept.items() if of == period}
