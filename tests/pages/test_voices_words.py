"""The sentences of Staff and people, rule by rule, and on councils made by chance."""

import re

import pytest

from pages.parts import voices_words as words
from pages.parts.themes_words import Scope
from tests.queries.chance import council_by_chance, look
from tests.queries.plain import voices as plain
from tests.queries.plain.projects import belonging
from tests.queries.plain.ratings import rated, returns

EVERY = Scope()
STEPS = {2: "Educating", 3: "Informing", 4: "Consultation", 5: "Engagement", 6: "Co-design"}
Row = dict[str, object]


def gap(stage: str, staff: int, people: int, evidence: str | None = "Minutes", project: str = "A") -> Row:
    """One gap."""
    scores = {"staff_score": staff, "people_score": people}
    return {"project_id": project, "stage_name": stage, **scores, "evidence": evidence}


@pytest.mark.parametrize(
    ("sizes", "wanted"),
    [
        ((3, 2, 1), "People scored lower than staff at 3 of the 6 stages both scored, and higher at 1"),
        ((0, 2, 1), "People scored higher than staff at 1 of the 3 stages both scored, and lower at none"),
        ((2, 1, 2), "Of the 5 stages both scored, people scored 2 lower than staff and as many higher"),
        ((0, 4, 0), "They gave the same scores at all of the 4 stages both scored"),
    ],
)
def test_which_side_scores_higher(sizes: tuple[int, int, int], wanted: str) -> None:
    assert words.side(*sizes) == wanted


def test_the_widest_gap_has_its_steps_named_and_the_rest_are_figures() -> None:
    rows = [gap("Design", 6, 4), gap("Delivery", 5, 6), gap("Evaluation", 3, 2)]
    assert words.gaps(rows[:1], STEPS) == "At Design staff say 6 Co-design, people 4 Consultation."
    assert words.gaps(rows, STEPS).endswith("people 4 Consultation. Also Delivery 5 and 6 and Evaluation 3 and 2.")


def test_gaps_without_evidence_are_counted_and_not_listed() -> None:
    bare = gap("Design", 7, 3, None, "B"), gap("Delivery", 2, 3, None, "B")
    rows = [bare[0], gap("Design", 6, 4), bare[1], gap("Delivery", 5, 6)]
    assert [[each["stage_name"] for each in one] for one in words.by_project(rows)] == [["Design", "Delivery"]]
    assert words.unlisted(rows) == "2 gaps in 1 project come without evidence, and so are not listed"
    assert words.unlisted(rows[:1]) == "1 gap in 1 project comes without evidence, and so is not listed"
    assert words.unlisted(rows[1:2]) == ""


def test_a_stage_says_how_many_scored_it_apart() -> None:
    middles = {"staff_middle": None, "people_middle": None}
    row = {"stage_name": "Design", "both": 2, "people_lower": 1, "people_higher": 0, **middles}
    assert words.over_stage(row) == "people lower in 1 of 2, higher in none"
    assert words.over_stage({**row, "people_higher": 2, "both": 4}) == "people higher in 2 of 4, lower in 1"
    assert words.over_stage({**row, "people_lower": 0}) == "the same score in 2 of 2"
    assert words.over_stage({**row, "both": 0}) == "no project scored by both"
    assert words.stage_said({**row, "both": 3, "staff_middle": 6, "people_middle": 4}).endswith("staff 6, of people 4.")


def rederived(seed: int) -> int:
    """Assert that the answer on a council by chance is what its ratings say; returns those both rated."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    found = plain.raters_by_directorate(council, as_at, period, "all", "all")
    if not found:
        return 0
    stages = plain.voices_by_stage(council, as_at, period, "all", "all")
    said = " ".join(words.answer(found[0], stages[:4], EVERY))
    ratings = returns(council, as_at, period)
    every = [rated(ratings.get(each["project_id"])) for each in belonging(council, as_at, period)]
    pairs = [(one["staff"], one["people"]) for each in every for one in each["stages"].values()]
    signs = [people - staff for staff, people in pairs if staff is not None and people is not None]
    both = sum(each["two_views"] for each in every)
    numbers = [int(each) for each in re.findall(r"\d+", said.replace("none", "0"))]
    lower, higher = sum(sign < 0 for sign in signs), sum(sign > 0 for sign in signs)
    if not both:
        assert numbers == []
        return 0
    sides = {"lower": [lower, len(signs), higher], "higher": [higher, len(signs), lower]}
    way = re.search(r"People scored (lower|higher)", said)
    wanted = sides[way[1]] if way else [len(signs), lower] if lower else [len(signs)]
    assert numbers == [both, sum(each["scored"] > 0 for each in every), *wanted], said
    assert not way or (lower > higher) == (way[1] == "lower")
    return both


def test_the_answer_rederives_from_the_ratings_of_councils_by_chance() -> None:
    assert sum(map(rederived, range(40))) > 5


@pytest.mark.trial
def test_the_answer_rederives_from_the_ratings_of_500_councils_by_chance() -> None:
    assert sum(map(rederived, range(5000, 5500))) > 50
