"""Small councils whose answers are plain to see."""

from collections.abc import Iterator

import pytest

from data.database import Database
from queries.answer import Row
from tests.queries.poured import empty
from tests.queries.tiny import BEFORE, COUNTING, Tiny


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one tiny council after the other."""
    made = empty(tmp_path_factory.mktemp("tiny"))
    yield made
    made.close()


def at_design(database: Database, *answers: str) -> Row:
    """Adult Care and Health at Design, where projects gave these answers."""
    tiny = Tiny()
    for number, answer in enumerate(answers):
        tiny.rated(f"P{number}", f"{answer} NS NS NS")
    told = tiny.ask(database, "maturity/stages_by_directorate", **COUNTING)
    (row,) = told.where(directorate="ACH", stage="design")
    return row


def only(database: Database, tiny: Tiny) -> Row:
    """The one project of a council."""
    return tiny.ask(database, "maturity/projects").one


@pytest.mark.parametrize(
    ("answers", "middle"),
    [("2 6 7", 6), ("2 3 6 7", 3), ("7 2 6 3", 3), ("1 1 7 7 7 7", 7), ("1 1 1 7 7 7", 1)],
)
def test_the_middle_score_is_the_lower_of_two(
    database: Database, answers: str, middle: int
) -> None:
    assert at_design(database, *answers.split())["middle"] == middle


@pytest.mark.parametrize(
    ("answers", "spread"),
    [
        ("4 5 6", "scores are similar"),
        ("4 4 4 4 4 4 0", "scores are similar"),  # 1 of 7 outside
        ("4 4 1", "scores vary a lot"),  # 1 of 3 is not fewer than a third
        ("0 2 5 7", "scores vary a lot"),
        ("2 3 4 5 6", "scores vary a lot"),  # 2 of 5 outside every band of three
        ("3 3 4 5 5 5 0", "scores are similar"),
        ("4 4 4 4 6 6 6", "scores are similar"),  # 4 to 6 holds the middle, 4, at its edge
        ("2 2 4 5 6 6 6", "scores are similar"),  # 4 to 6 holds the middle, 5; 2 of 7 outside
    ],
)
def test_scores_are_similar_when_fewer_than_a_third_lie_outside_the_best_band(
    database: Database, answers: str, spread: str
) -> None:
    assert at_design(database, *answers.split())["spread"] == spread


def test_fewer_than_three_scores_have_no_middle_and_no_spread(database: Database) -> None:
    row = at_design(database, "4", "5", "NS", "NA")
    assert (row["scored"], row["middle"], row["spread"]) == (2, None, None)
    assert (row["not_started"], row["not_applicable"], row["no_return"]) == (1, 1, 0)
    assert (row["lowest"], row["highest"], row["projects"]) == (4, 5, 4)


def test_nought_not_started_not_applicable_and_no_return_stay_apart(database: Database) -> None:
    tiny = Tiny()
    for number, answer in enumerate(("0", "NS", "NA")):
        tiny.rated(f"P{number}", f"{answer} NS NS NS")
    tiny.project("P9")
    told = tiny.ask(database, "maturity/projects_by_step", **COUNTING)
    design = told.where(directorate="all", stage="design")
    assert [(row["answer"], row["projects"]) for row in design] == [
        ("0", 1), ("NA", 1), ("NS", 1), ("no return", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "aim"),
    [
        ("6 6 7 NA", "reached"),
        ("6 NS NS NS", "so far"),
        ("6 5 NS NS", "not reached"),
        ("NS NS NA NA", None),
        ("7 7 7 5", "not reached"),
    ],
)
def test_an_aim_is_reached_when_every_scored_stage_is_at_it(
    database: Database, answers: str, aim: str | None
) -> None:
    tiny = Tiny()
    tiny.rated("P", answers)
    assert only(database, tiny)["aim"] == aim


def test_of_two_views_the_lower_counts_whichever_side_it_is(database: Database) -> None:
    tiny = Tiny()
    tiny.rated("P", "6 3 NS 5", "4 5 2 -")
    row = only(database, tiny)
    assert [row[stage] for stage in ("design", "decisions", "delivery", "evaluation")] == list(
        "4325"
    )
    assert row["two_views"] and row["aim"] == "not reached"
    gaps = [each["gap"] for each in tiny.ask(database, "maturity/two_voices").rows]
    assert gaps == [-2, 2]


def test_a_joint_rating_stands_as_it_is(database: Database) -> None:
    tiny = Tiny()
    tiny.rated("P", "6 6 6 6", rated_by="jointly")
    row = only(database, tiny)
    assert (row["lowest"], row["two_views"], row["rated_by"]) == (6, False, "jointly")


@pytest.mark.parametrize(
    ("before", "side", "moved"),
    [
        ("3 3 3 3", "staff", "moved up"),
        ("6 6 6 6", "staff", "moved down"),
        ("5 5 5 0", "staff", "same"),
        ("3 3 3 3", "jointly", "rater changed"),
        ("NS NS NS NS", "staff", "not rated in both"),
    ],
)
def test_movement_compares_middle_scores_of_the_same_side(
    database: Database, before: str, side: str, moved: str
) -> None:
    tiny = Tiny()
    tiny.rated("P", before, period=BEFORE, rated_by=side)
    tiny.rating("P", "5 5 5 5")
    assert only(database, tiny)["moved"] == moved


def test_a_lowered_aim_is_listed_and_a_raised_one_is_not(database: Database) -> None:
    lowered = {}
    for before in ("7", "5"):
        tiny = Tiny()
        tiny.rated("P", "5 5 5 5", period=BEFORE, aiming_for=before)
        tiny.rating("P", "5 5 5 5")
        lowered[before] = only(database, tiny)["aim_lowered"]
    assert lowered == {"7": True, "5": False}
