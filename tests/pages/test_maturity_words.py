"""The sentences of maturity keep their grammar and hide nothing, whatever the figures."""

from collections.abc import Mapping

import pytest

from pages.parts import maturity_aims, maturity_found, maturity_lists, maturity_words
from tests.pages.made_up import LADDER

STEPS = {int(str(row["step"])): str(row["label"]) for row in LADDER}
NONE = {
    "projects": 9, "returned": 9, "rated": 9, "reached": 0, "so_far": 0, "aim_together": 0, "moved_up": 0, "same": 0,
    "moved_down": 0, "rater_changed": 0, "not_in_both": 0, "rated_by_staff": 0, "two_views": 0,
}  # fmt: skip


def row(**figures: int) -> Mapping[str, int]:
    """Aims and moves with these figures, the others 0, of nine rated projects."""
    return {**NONE, **figures}


def stage(name: str, together: int, scored: int, middle: int | None = 5) -> Mapping[str, object]:
    """One stage of one place."""
    spread = None if middle is None else "scores vary a lot"
    return {
        "stage_name": name, "together": together, "scored": scored, "middle": middle, "spread": spread, "projects": 9,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (row(reached=2, so_far=1), "3 of 9 rated projects reach the step they aim for at every stage they have started"),
        (row(so_far=1), "1 of 9 rated projects reaches the step it aims for at every stage it has started"),
        (row(rated=1), "the one rated project does not reach the step it aims for at every stage it has started"),
        (row(rated=0), "no project has a rating yet"),
    ],
)
def test_the_answer(figures: Mapping[str, int], said: str) -> None:
    assert maturity_words.answer(figures) == said
    assert maturity_words.answer(figures, "forums only") == f"Forums only: {said}"


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (row(moved_up=2, same=6), "Since the half-year before, 2 moved up, 6 stayed the same and none moved down"),
        (row(not_in_both=9), "No project can be compared with the half-year before"),
    ],
)
def test_movement(figures: Mapping[str, int], said: str) -> None:
    assert maturity_words.movement(figures, first=False) == said
    assert "first half-year" in maturity_words.movement(figures, first=True)


def test_who_changed_rater_is_said_apart() -> None:
    assert maturity_words.apart(row(), first=False) == ""
    assert maturity_words.apart(row(not_in_both=9), first=True) == ""
    said = maturity_words.apart(row(rater_changed=1, not_in_both=2), first=False)
    assert said == (
        "Not compared: 1 was rated by another side than before (staff, people or both) and 2 were not rated in both half-years."
    )


@pytest.mark.parametrize(
    ("alone", "said"),
    [(0, "Staff alone rated none of the 9 rated projects."), (9, "All 9 rated projects were rated by staff alone.")],
)
def test_who_rated(alone: int, said: str) -> None:
    assert maturity_words.by_whom(row(rated_by_staff=alone)) == said


def test_who_sent_is_named() -> None:
    received = [
        {"directorate_name": name, "coverage": coverage}
        for name, coverage in (("A", "active"), ("A", "active"), ("B", "silent"), ("C", "started"), ("D", "silent"))
    ]
    assert maturity_words.coverage(row(), received) == (
        "Returns came for 9 of 9 projects, with ratings from 1 of 4 directorates. "
        "B and D have never sent a rating. C has sent none for this half-year."
    )


def test_stages_that_tie_are_all_named_and_few_scores_are_not_compared() -> None:
    stages = [stage("Design", 2, 3), stage("Decisions", 4, 6), stage("Delivery", 1, 3), stage("Evaluation", 0, 2)]
    assert maturity_words.by_stage(stages) == (
        "Working together is most common at Design (2 of 3) and Decisions (4 of 6) and least common at Delivery (1 of 3)."
    )
    assert "as common at one stage as at another" in maturity_words.by_stage(stages[:2])
    assert maturity_words.by_stage(stages[2:]) == ""
    none = [stage(name, 0, 3) for name in ("Design", "Decisions")]
    assert maturity_words.by_stage(none) == "No rated project works together (step 6 or 7) at any stage."
    assert maturity_words.by_stage([*none, stage("Delivery", 1, 2)]).endswith("at any stage that 3 or more projects scored.")


def test_over_a_bar_stands_no_middle_score_of_fewer_than_three() -> None:
    assert maturity_words.over_bar(stage("Design", 4, 9)) == "4 of 9 scored 6 or 7 · middle 5, very mixed"
    assert maturity_words.over_bar(stage("Design", 1, 2, None)) == "1 of 2 scored 6 or 7"
    assert maturity_words.over_bar(stage("Design", 0, 0, None)) == "no scores"
    assert maturity_aims.over_aims(row(reached=3, aim_together=6)) == "3 of 9 reach it · 6 aim for 6 or 7"
    assert maturity_aims.over_moves(row(moved_up=2)) == "2 up · none same · none down"
    assert maturity_aims.over_moves(row(not_in_both=9)) == "none can be compared"


def test_what_the_page_is_narrowed_to() -> None:
    assert maturity_found.narrower() == ""
    assert maturity_found.narrower("Finance", "Strategic", "strategy") == "Finance, strategic level, strategies only"


def gap(staff: int, people: int) -> Mapping[str, object]:
    """One stage at which the two voices differ."""
    return {
        "title": "Short breaks", "stage_name": "Design", "staff_score": staff, "people_score": people, "gap": people - staff,
    }  # fmt: skip


def test_both_voices_and_which_counts() -> None:
    assert maturity_lists.voices(0, []) == "No project was rated by staff and people separately."
    assert maturity_lists.voices(1, []) == "Staff and people rated 1 project separately and gave the same scores."
    assert maturity_lists.voices(2, [gap(7, 5), gap(4, 6), gap(4, 3)]) == (
        "Staff and people rated 2 projects separately, and their scores differ at 3 stages: people scored lower than staff "
        "at 2 and higher at 1. The lower score counts. The widest gap is in “Short breaks” at Design: staff 7, people 5, "
        "and 1 other as wide."
    )


def test_lowered_aims_are_named() -> None:
    lowered = {"title": "Parks", "directorate_name": "A", "aim_lowered": True, "aiming_before": 6, "aiming_for": 5}
    assert maturity_lists.lowered([lowered, {**lowered, "aim_lowered": False}], STEPS) == [
        ("Parks", "A: from 6 Co-design to 5 Engagement")
    ]


def test_beside_what_is_reached_stands_how_many_aim_high_where_few_do() -> None:
    none, one = row(reached=3, aim_together=0), row(reached=1, aim_together=1)
    assert maturity_aims.over_aims(none) == "3 of 9 reach it · none aims for 6 or 7"
    assert maturity_aims.over_aims(one) == "1 of 9 reach it · only 1 aims for 6 or 7"
    named = [{**each, "directorate_name": name} for each, name in ((none, "A"), (one, "B"), (row(reached=0, aim_together=0), "C"))]
    assert maturity_aims.low_aims(named) == (
        "A low aim is easier to reach: in A 3 reach their aim, and none of the 9 aims for 6 or 7; "
        "in B 1 reaches its aim, and only 1 of 9 aims for 6 or 7"
    )
    assert maturity_aims.low_aims([{**row(reached=3, aim_together=3), "directorate_name": "A"}]) == ""
    assert maturity_words.aims(none) == "none of the 9 aims for co-design or co-production"
    assert maturity_words.aims(row(rated=1, aim_together=1)) == "it aims for co-design or co-production"
