"""What is said of projects is worked out again from the ratings of councils made by chance."""

import re

import pytest

from pages.parts import project_words as words
from pages.parts.themes_words import Scope
from tests.queries.chance import council_by_chance, look
from tests.queries.plain import register as plain
from tests.queries.plain.projects import belonging
from tests.queries.plain.ratings import rated, returns

STEPS = {step: f"Step {step}" for step in range(8)}


def numbers(said: str) -> list[int]:
    """The numbers in a sentence."""
    return [int(each) for each in re.findall(r"\d+", said)]


def the_register(seed: int) -> int:
    """Assert that the sentences over the register are what its council sent; returns its projects."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    rows = plain.register(council, as_at, period)
    if not rows:
        return 0
    mine, ratings = belonging(council, as_at, period), returns(council, as_at, period)
    statuses = [each["status"] for each in mine]
    told = numbers(words.how_many(rows, Scope(), ""))
    shares = [statuses.count(each) for each in words.STATUSES if each in statuses]
    assert told == [len(mine), *(shares if len(shares) > 1 else [])]
    every = [rated(ratings.get(each["project_id"])) for each in mine]
    scored = [each for each in every if each["scored"]]
    reach = sum(each["lowest"] >= each["aiming_for"] for each in scored)
    if len(scored) > 1:
        assert numbers(words.reaching(rows)) == [reach, len(scored)]
    high = sum(each["aiming_for"] >= 6 for each in scored)
    assert numbers(words.aiming_high(rows)) == ([high, len(scored)] if scored else [])
    return len(mine)


def each_project(seed: int) -> int:
    """Assert that what is said of each project is what its return says; returns stages told of."""
    council, (as_at, period) = council_by_chance(seed), look(seed)
    stages, told = plain.stages(council, as_at, period), 0
    for project in belonging(council, as_at, period):
        rows = [row for row in stages if row["project_id"] == project["project_id"]]
        one = rated(returns(council, as_at, period).get(project["project_id"]))
        names = dict(zip(one["stages"], (row["stage_name"] for row in rows), strict=True))
        scores = {names[code]: each["score"] for code, each in one["stages"].items()}
        below = [name for name, score in scores.items() if score is not None and score < one["aiming_for"]]
        said = words.reaches(rows, one["aim"], STEPS)
        assert [name for name in names.values() if name in said] == below, said
        pairs = [(each["staff"], each["people"]) for each in one["stages"].values()]
        apart = [pair for pair in pairs if None not in pair and pair[0] != pair[1]]
        assert numbers(words.voices(rows)) == [score for pair in apart for score in pair]
        told += len(below) + len(apart)
    return told


def test_sentences_rederive_from_councils_by_chance() -> None:
    assert sum(map(the_register, range(25))) > 20
    assert sum(map(each_project, range(25))) > 20


@pytest.mark.trial
def test_sentences_rederive_from_500_councils_by_chance() -> None:
    assert sum(map(the_register, range(7000, 7500))) > 500
    assert sum(map(each_project, range(7000, 7500))) > 500
