"""One characteristic of one place: the people who answered, and the residents to compare with."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

SLACK = 0.75


@dataclass(frozen=True)
class Sample:
    """Protected counts of every answered category, the residents in each, and what is pooled.

    `directorates` is how many protected counts each count adds up.
    """

    people: Mapping[str, float]
    residents: Mapping[str, int]
    pools: Mapping[str, str]
    directorates: int = 1

    @cached_property
    def answered(self) -> float:
        """How many people answered."""
        return round(sum(self.people.values()), 6)

    @cached_property
    def all_residents(self) -> int:
        """The population, of all categories."""
        return sum(self.residents.values())

    @cached_property
    def rows(self) -> dict[str, tuple[str, ...]]:
        """Each row's name and the categories it adds up: every category, then every pool."""
        rows = {category: (category,) for category in self.people}
        for pool in sorted(set(self.pools.values())):
            rows[pool] = tuple(category for category, name in self.pools.items() if name == pool)
        return rows

    def count(self, row: str) -> float:
        """The people of a row."""
        return sum(self.people[category] for category in self.rows[row])

    def living_here(self, row: str) -> int:
        """The residents like the people of a row."""
        return sum(self.residents[category] for category in self.rows[row])

    def share(self, row: str) -> float:
        """The share expected of a row, 0 to 1."""
        return self.living_here(row) / self.all_residents

    def enough(self, row: str) -> bool:
        """Whether 5 or more people would be expected."""
        return self.answered * self.living_here(row) >= 5 * self.all_residents

    def pooled_in_use(self, row: str) -> bool:
        """Whether a part of a pooled row is too few to say."""
        return not all(self.enough(category) for category in self.rows[row])

    def rounding(self, row: str) -> float:
        """The variance that rounding adds to a row's gap."""
        parts, share = len(self.rows[row]), self.share(row)
        others = len(self.people) - parts
        return 4 * self.directorates * (parts * (1 - share) ** 2 + others * share**2)

    def spread(self, row: str, share: float) -> float:
        """The standard deviation of a row's gap if `share` of all people were of that group."""
        return sqrt(self.answered * share * (1 - share) + self.rounding(row))

    @property
    def slack(self) -> float:
        """What comes off every gap, because counts come in steps of 5."""
        return SLACK / self.directorates
