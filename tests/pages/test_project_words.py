"""The sentences on projects and the picture of their stages, rule by rule, from rows made up for them."""

from typing import Any

import pytest

from pages.parts import project_words as words
from pages.parts.palette import bands
from pages.parts.project_picture import ladder, painted
from pages.parts.themes_words import Scope
from tests.pages.made_up import LADDER, STAGES

NAMES = {int(str(row["step"])): str(row["label"]) for row in LADDER}


def stage(
    name: str, answer: str, staff: int | None = None, people: int | None = None, aim: int | None = 6
) -> dict[str, Any]:
    """One stage of one project."""
    gap = None if staff is None or people is None else people - staff
    return {
        "stage_name": name, "answer": answer, "staff_score": staff, "people_score": people, "gap": gap,
        "aiming_for": aim,
    }  # fmt: skip


def projects(*statuses: str) -> list[dict[str, Any]]:
    """Projects at these statuses."""
    return [{"status": each} for each in statuses]


def test_projects_are_counted_by_status() -> None:
    told = Scope("forum", "forums", " in Finance")
    assert words.how_many(projects("active", "complete", "active"), told, "April") == (
        "3 forums in Finance belong to April: 2 active and 1 complete"
    )
    assert words.how_many(projects("active"), told, "April") == "1 forum in Finance belongs to April, and it is active"
    assert words.how_many(projects("agreed", "agreed"), told, "") == (
        "2 forums in Finance are in the register, and all are agreed"
    )


@pytest.mark.parametrize(
    ("aims", "said"),
    [
        ([], ""), (["reached"], "The one rated reaches the step it aims for"),
        (["so far", "not reached"], "1 of 2 rated ones reaches the step it aims for at every stage it has started"),
        (["not reached"] * 2, "0 of 2 rated ones reach the step they aim for at every stage they have started"),
    ],
)  # fmt: skip
def test_who_reaches_the_aim_is_said_beside_who_aims_high(aims: list[str], said: str) -> None:
    rows = [{"aim": aim, "aiming_for": 6} for aim in aims] + [{"aim": None, "aiming_for": 7}]
    assert words.reaching(rows) == said
    verb = "aims" if len(aims) == 1 else "aim"
    high = f"{len(aims)} of {len(aims)} {verb} for co-design or co-production" if aims else ""
    assert words.aiming_high(rows) == high


def test_a_stage_below_the_aim_is_named() -> None:
    rows = [stage("Design", "6"), stage("Decisions", "4"), stage("Delivery", "NS"), stage("Evaluation", "0")]
    below = "It aims for step 6 Co-design and is below it at Decisions and Evaluation"
    assert words.reaches(rows, "not reached", NAMES) == below
    assert words.reaches(rows[:1], "so far", NAMES).endswith("6 Co-design, at every stage started so far")
    assert words.reaches(rows, None, NAMES) == "It has not been rated at any stage for this half-year"


def test_both_voices_are_said_where_they_differ() -> None:
    alike, apart = stage("Design", "5", 5, 5), stage("Delivery", "3", 6, 3)
    assert words.voices([stage("Design", "5", 5)]) == ""
    assert words.voices([alike]) == "Staff and people rated it separately and gave the same scores."
    assert "at Delivery staff say 6 and people 3. The lower score counts." in words.voices([alike, apart])
    assert words.over(apart, NAMES) == "staff 6, people 3: the lower counts"
    assert [words.over(stage("Design", each), NAMES) for each in ("NS", "NA", "no return", "7")] == [
        "Not started", "Not applicable", "No return", "7 Co-production",
    ]  # fmt: skip


def test_the_picture_paints_what_counts_edges_the_other_side_and_marks_the_aim() -> None:
    rows = [stage(STAGES[0], "3", 6, 3), stage(STAGES[1], "0"), stage(STAGES[2], "NS"), stage(STAGES[3], "no return")]
    drawn = ladder(rows, ["a", "b", "c", "d"], painted(bands(LADDER), LADDER), "aims for 6")
    boxes, aims = (drawn["layer"][place]["data"]["values"] for place in (0, -1))
    plain = {box["fill"] for box in boxes if box["said"] == f"{STAGES[2]}: c"}
    marked = [(box["said"], box["shown"]) for box in boxes if box["fill"] not in plain]
    assert marked == [(f"{STAGES[0]}: a", "3"), (f"{STAGES[0]}: a", "6"), (f"{STAGES[1]}: b", "0")]
    assert len(boxes) == 32 and len(plain) == 1 and {each["at"] for each in aims} == {6}
    without = ladder([stage(STAGES[0], "no return", aim=None)], ["a"], painted(bands(LADDER), LADDER), "")
    assert without["layer"][-1]["data"]["values"] == []
