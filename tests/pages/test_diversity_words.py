"""Who takes part, in words: what is said of a few rows made up for it."""

from pages.parts.diversity_words import FEWER, finding, groups, share_shown


def test_no_difference_that_few_could_show_is_said_to_be_little() -> None:
    few = {"verdict": "No clear difference", "smallest_gap": None, "pooled": False, "reason": None}
    much = {**few, "smallest_gap": 9.9}
    assert "but for 1 of the groups with so few answers" in groups([few, much], "Here", "Sex")
    assert groups([much, much], "Here", "Sex") == "Here, sex: no clear difference from the population"


def test_a_count_of_nought_is_never_shown_as_nought_per_cent() -> None:
    row = {"share": 0.0, "people": 0}
    assert share_shown(row) == "fewer than 5 people"
    assert share_shown({"share": None, "people": 15}) == "not shown"


def test_of_two_groups_the_finding_is_said_once() -> None:
    rows = [
        {"category_name": "Female", "verdict": "More than expected", "pooled": False, "reason": None},
        {"category_name": "Male", "verdict": FEWER, "pooled": False, "reason": None},
    ]
    assert groups(rows, "Here", "Sex") == "Here: of those who take part, fewer than expected are Male"


def test_too_few_says_how_many_answers_it_needs() -> None:
    row = {
        "collected": True, "verdict": "Too few to say", "reason": "fewer than 5 would be expected",
        "answers_needed": 220, "answered": 45,
    }  # fmt: skip
    assert finding(row).endswith("it needs about 220 answers; there are about 45")
