"""Answers to the conditions, made by chance from a number of their own."""

from collections.abc import Mapping, Sequence
from random import Random

from tests.queries.plain.files import Row

ANSWERS = ("yes", "partly", "no", "not sure")


def answers(seed: float, lists: Mapping[str, Sequence[Row]], of: Row) -> list[Row]:
    """A conditions return of a few directorates for a year or two, some questions left out."""
    chance = Random(seed)
    years = {half["year"]: half["code"] for half in reversed(lists["periods"])}
    places = chance.sample([each["code"] for each in lists["directorates"]], 3)
    halves = chance.sample(sorted(years.values()), 2)
    slices = {(place, half) for place in places for half in halves} | {(of["directorate"], of["period"])}
    return [
        {
            "directorate": place,
            "period": half,
            "item": item["code"],
            "answer": chance.choice(ANSWERS),
            "note": chance.choice((None, "Said so")),
        }
        for place, half in sorted(slices)
        for item in lists["conditions"]
        if chance.random() < 0.8
    ]
