"""Samples of people drawn by chance from a population, each directorate's counts then protected.

The counts go through the very function that protects real ones, under a cell id of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from numpy.random import Generator

from data.protection import cell_id, protect
from tests.queries.sample import Sample
from tests.queries.verdicts import judge

KEY = b"a key for simulations"
ALONE = (1.0,)
EVENLY = (1 / 7,) * 7
UNEVENLY = (0.4, 0.2, 0.15, 0.1, 0.08, 0.05, 0.02)
FEWER = "Fewer than expected"
SAID = (FEWER, "More than expected")
_cells = count()


def protected(chance: Generator, people: int, shares: Sequence[float]) -> list[int]:
    """Protected counts of so many people drawn with these shares."""
    return [
        protect(int(drawn), cell_id(("simulated", str(next(_cells)))), KEY)
        for drawn in chance.multinomial(people, shares)
    ]


def sizes(people: int, split: Sequence[float]) -> list[int]:
    """So many people split among directorates, adding up; those without any are left out."""
    parts = [int(people * part) for part in split]
    for place in range(people - sum(parts)):
        parts[place % len(parts)] += 1
    return [part for part in parts if part]


@dataclass(frozen=True)
class Population:
    """The residents in each category of one characteristic, and what is pooled."""

    residents: Mapping[str, int]
    pools: Mapping[str, str] = field(default_factory=dict)

    def shares(self, halved: str = "") -> list[float]:
        """The share of each category, where one group takes part half as much as it should."""
        total, lost = sum(self.residents.values()), self.residents.get(halved, 0) / 2
        others = (total - lost) / (total - 2 * lost)
        return [
            (lost if name == halved else people * others) / total for name, people in self.residents.items()
        ]

    def sample(
        self, chance: Generator, people: int, split: Sequence[float] = ALONE, halved: str = ""
    ) -> Sample:
        """People drawn from this population, one protected count a directorate and category."""
        counts = [protected(chance, size, self.shares(halved)) for size in sizes(people, split)]
        added = [sum(cells) for cells in zip(*counts, strict=True)]
        drawn = dict(zip(self.residents, added, strict=True))
        return Sample(drawn, self.residents, self.pools, len(counts))


def words(sample: Sample) -> dict[str, str]:
    """The word on each row of which something can be said."""
    if sample.answered < 30:
        return {}
    return {row: judgement.verdict for row, judgement in judge(sample).items()}


def false_verdicts(
    chance: Generator, population: Population, people: int, split: Sequence[float], times: int
) -> float:
    """How often any word but "no clear difference" falls on people drawn from the population."""
    wrong = 0
    for _ in range(times):
        found = words(population.sample(chance, people, split))
        wrong += any(word in SAID for word in found.values())
    return wrong / times


def noticed(
    chance: Generator, population: Population, group: str, people: int, split: Sequence[float], times: int
) -> float:
    """How often a group that takes part half as much as it should is found to be fewer."""
    samples = (population.sample(chance, people, split, group) for _ in range(times))
    return sum(words(sample).get(group) == FEWER for sample in samples) / times
