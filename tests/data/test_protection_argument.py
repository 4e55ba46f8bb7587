"""What can be worked out from protected figures by whoever knows that totals are equal.

Every view is a function of the protected cells, and a cell shown as p fits any count from
max(0, p - 4) to p + 4. Characteristics of one directorate, half-year and unit share a total,
which ties their cells together. Tightening every cell's bounds by every other's is exact here:
characteristics meet only in that one total, and each of their sums takes every whole number
between its bounds.
"""

import random
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from data.protection import cell_id, protect

Group = list[int]
Bounds = tuple[int, int]
CATEGORIES = {"age": 8, "sex": 4, "ethnic_group": 7, "disability": 4, "carer": 4, "religion": 10,
              "sexual_orientation": 6, "deprivation": 7}  # fmt: skip
SMALL = range(1, 5)


def within(shown: int) -> Bounds:
    """The counts that a protected figure may stand for."""
    return max(0, shown - 4), shown + 4


def tightened(groups: list[list[Bounds]], total: Bounds = (0, 10**9)) -> list[list[Bounds]]:
    """The bounds of every cell, given that the cells of each group add up to one unknown total."""
    least = max(total[0], *(sum(low for low, _ in group) for group in groups))
    most = min(total[1], *(sum(high for _, high in group) for group in groups))
    return [
        [
            (
                max(low, least - sum(high for at, (_, high) in enumerate(group) if at != place)),
                min(high, most - sum(low for at, (low, _) in enumerate(group) if at != place)),
            )
            for place, (low, high) in enumerate(group)
        ]
        for group in groups
    ]


class Directorate:
    """A small directorate's counts, in versions that were each sent and could be read."""

    def __init__(self, chance: random.Random, name: str, versions: int) -> None:
        self.chance, self.name = chance, name
        self.total = chance.choice((chance.randint(1, 15), chance.randint(5, 60)))
        self.sent = [(each, self.counted(each)) for each in self.collected()]
        # Recounting moves people between categories and leaves the total as it was.
        for _ in range(versions - 1):
            again = chance.choice(self.sent)[0]
            self.sent.append((again, self.counted(again)))

    def collected(self) -> list[str]:
        """Which characteristics it sends."""
        return self.chance.sample(list(CATEGORIES), k=self.chance.randint(3, 8))

    def counted(self, characteristic: str) -> Group:
        """Its people in the categories of a characteristic, most of them in a few."""
        places = range(CATEGORIES[characteristic])
        weights = [self.chance.random() ** 3 for _ in places]
        drawn = self.chance.choices(places, weights, k=self.total)
        return [drawn.count(place) for place in places]

    def shown(self, key: bytes) -> list[Group]:
        """What everybody may see of it."""
        return [
            [
                protect(count, cell_id(("participation", self.name, name, str(place))), key)
                for place, count in enumerate(counts)
            ]
            for name, counts in self.sent
        ]

    def widths(self, key: bytes, see: Callable[[int], Bounds], total: Bounds) -> Iterator[int]:
        """How far apart the bounds of each small cell are, for somebody who sees this much."""
        seen = [[see(figure) for figure in group] for group in self.shown(key)]
        for (_, counts), group in zip(self.sent, tightened(seen, total), strict=True):
            for count, (low, high) in zip(counts, group, strict=True):
                assert low <= count <= high
                if count in SMALL:
                    yield high - low


def narrowest(councils: int, versions: int = 1, told: bool = False) -> list[int]:
    """The narrowest small cell of each random council; `told` gives the exact totals away."""
    found = []
    for seed in range(councils):
        chance = random.Random(seed)
        key = chance.randbytes(32)
        parts = [Directorate(chance, f"D{place}", versions) for place in range(7)]
        known = [(part.total, part.total) if told else (0, 10**9) for part in parts]
        found.append(min(
            width for part, total in zip(parts, known, strict=True)
            for width in part.widths(key, within, total)
        ))  # fmt: skip
    return found


def test_no_small_cell_of_60_councils_is_fixed_or_held_within_2() -> None:
    assert min(narrowest(60)) > 2


def test_nor_of_25_councils_for_an_insider_who_reads_every_earlier_version() -> None:
    assert min(narrowest(25, versions=8)) > 2


@pytest.mark.trial
def test_nor_of_two_thousand_councils() -> None:
    assert min(narrowest(2000)) > 2 and min(narrowest(200, versions=60)) > 2


def test_the_tightening_would_notice() -> None:
    """It finds cells when an exact total is given away, and when counts to 4 are only hidden."""
    assert min(narrowest(20, told=True)) <= 2
    hidden = [[(1, 4), (7, 7)], [(5, 5), (5, 5)]]
    assert tightened(hidden) == [[(3, 3), (7, 7)], [(5, 5), (5, 5)]]


def test_the_tightening_is_exact() -> None:
    """Against every combination of counts, for small groups."""
    chance = random.Random(3)
    for _ in range(40):
        groups = [[within(5 * chance.randint(0, 1)) for _ in range(chance.randint(2, 3))] for _ in "ab"]
        ways = [list(product(*(range(low, high + 1) for low, high in g))) for g in groups]
        totals = set.intersection(*({sum(way) for way in each} for each in ways))
        for each, bounds in zip(ways, tightened(groups), strict=True):
            possible = list(zip(*(way for way in each if sum(way) in totals), strict=True))
            assert [(min(cell), max(cell)) for cell in possible] == bounds


def test_people_in_ratings_stay_uncertain_though_some_are_among_others() -> None:
    """New people and those asked are among the people, those who felt heard among those asked."""
    for people, new, asked, heard in product((0, 5, 10), repeat=4):
        (p, n, a, h) = (within(figure) for figure in (people, new, asked, heard))
        ways = [
            (w, x, y, z)
            for w in range(p[0], p[1] + 1)
            for x in range(n[0], min(n[1], w) + 1)
            for y in range(a[0], min(a[1], w) + 1)
            for z in range(h[0], min(h[1], y) + 1)
        ]
        for cell in zip(*ways, strict=True) if ways else ():
            assert min(cell) > 4 or max(cell) - min(cell) > 2
