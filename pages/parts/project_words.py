"""What the pages on projects say, in plain English made by rule from rows of queries/projects."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.parts.maturity_lists import ABSENT
from pages.parts.sentences import count, day, listed, number, of
from pages.parts.themes_words import Scope

Row = Mapping[str, Any]
STATUSES = ("proposed", "agreed", "active", "complete", "stopped")
WAITING = ("proposed", "agreed")
KINDS = {"commissioning": "piece of commissioning"}


def how_many(rows: Sequence[Row], told: Scope, when: str) -> str:
    """How many projects there are, and how each status shares them; `when` names a half-year, or is ""."""
    statuses = Counter(row["status"] for row in rows)
    shares = [f"{number(statuses[each])} {each}" for each in STATUSES if statuses[each]]
    verb = "belongs" if len(rows) == 1 else "belong"
    are = f"{verb} to {when}" if when else f"{'is' if len(rows) == 1 else 'are'} in the register"
    said = f"{told.how_many(len(rows))}{told.where} {are}"
    if len(shares) > 1:
        return f"{said}: {listed(shares)}"
    return f"{said}, and {'it is' if len(rows) == 1 else 'all are'} {rows[0]['status']}"


def reaching(rows: Iterable[Row]) -> str:
    """How many of the rated ones reach the step they aim for; nothing where none is rated."""
    aims = [row["aim"] for row in rows if row["aim"]]
    if not aims:
        return ""
    reach = len(aims) - aims.count("not reached")
    if len(aims) == 1:
        return f"The one rated {'reaches' if reach else 'does not reach'} the step it aims for"
    said = "reaches the step it aims for" if reach == 1 else "reach the step they aim for"
    they = "it has" if reach == 1 else "they have"
    return f"{of(reach, len(aims))} rated ones {said} at every stage {they} started"


def aiming_high(rows: Iterable[Row]) -> str:
    """How many of the rated ones aim for the top of the ladder, said beside how many reach their aim."""
    goals = [row["aiming_for"] for row in rows if row["aim"]]
    high = sum(goal >= 6 for goal in goals)
    verb = "aims" if high == 1 else "aim"
    return f"{of(high, len(goals))} {verb} for co-design or co-production" if goals else ""


def found_in(row: Row, words: str) -> bool:
    """Whether title, id and service together hold every word that is searched for."""
    text = " ".join(str(row[name] or "") for name in ("title", "project_id", "service_name")).casefold()
    return all(word in text for word in words.casefold().split())


def what(row: Row) -> str:
    """What a project is: a board at strategic level in Finance, active since …"""
    noun = KINDS.get(row["kind"], row["kind"])
    since = f" since {day(row['status_since'])}" if row["status_since"] else ""
    where = f"at {row['level_name'].lower()} level in {row['directorate_name']}"
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun} {where}, {row['status']}{since}"


def reaches(rows: Sequence[Row], aim: str | None, steps: Mapping[int, str]) -> str:
    """Whether a project reaches its aim at its stages, from the rows of its stages in a half-year."""
    if aim is None:
        return "It has not been rated at any stage for this half-year"
    goal = rows[0]["aiming_for"]
    named = f"{goal} {steps[goal]}"
    below = [row["stage_name"] for row in rows if row["answer"].isdecimal() and int(row["answer"]) < goal]
    if below:
        return f"It aims for step {named} and is below it at {listed(below)}"
    far = " started so far" if aim == "so far" else ""
    return f"It reaches the step it aims for, {named}, at every stage{far}"


def voices(rows: Iterable[Row]) -> str:
    """Where staff and people rated a stage differently, and that the lower counts; nothing for one voice."""
    both = [row for row in rows if row["gap"] is not None]
    apart = [
        f"at {row['stage_name']} staff say {row['staff_score']} and people {row['people_score']}"
        for row in both
        if row["gap"]
    ]
    if not both:
        return ""
    if not apart:
        return "Staff and people rated it separately and gave the same scores."
    said = listed(apart)
    return f"Staff and people see it differently: {said}. The lower score counts."


def over(row: Row, steps: Mapping[int, str]) -> str:
    """What stands over a stage in the picture: its step with its name, both voices, or why there is none."""
    if not row["answer"].isdecimal():
        return ABSENT[row["answer"]].capitalize()
    if row["gap"]:
        return f"staff {row['staff_score']}, people {row['people_score']}: the lower counts"
    return f"{row['answer']} {steps[int(row['answer'])]}"


def not_here(row: Row, half_year: str) -> str:
    """Why a project does not belong to a half-year."""
    if row["status"] in WAITING:
        return f"It has not started: it is to start on {day(row['start_date'])}, and is not rated before"
    return f"It does not belong to {half_year}, so there is no rating of it for then"


def shaped(rows: Sequence[Row]) -> str:
    """How many projects name a forum or board as the one that shaped them."""
    if not rows:
        return "No project names it yet as the forum or board that shaped it."
    if len(rows) == 1:
        return "One project says that it was shaped by this one."
    return f"{count(len(rows), 'project')} name it as what shaped them."
