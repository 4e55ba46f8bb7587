"""Answers to the conditions, made by chance from a number of their own."""

from collections.abc import Iterable
from random import Random

from tests.queries.plain.files import Row

ANSWERS = ("yes", "partly", "no", "not sure")


def answers(seed: float, items: Iterable[str], of: Row) -> list[Row]:
    """A conditions return of one directorate: most of the items answered, some with a note."""
    chance = Random(seed)
    return [
        {**of, "item": item, "answer": chance.choice(ANSWERS), "note": chance.choice((None, item))}
        for item in items
        if chance.random() < 0.8
    ]
