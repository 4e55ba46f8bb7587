"""Header: the row, or the two, that hold the headings a return may have."""

import re
from collections.abc import Collection, Sequence

from data.reading.words import plain

ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|[*:£#?]")
LOOKED_AT = 300
# No heading is longer, and to look for asides in a long text takes the square of its length.
LONGEST_HEADING = 200


def together(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two rows as one, cell by cell, with a space between."""
    longest = max(len(upper), len(lower))
    first, second = [*upper, *[""] * longest], [*lower, *[""] * longest]
    return [f"{first[place]} {second[place]}".strip() for place in range(longest)]


class Headings:
    """The headings a return may have, and how many of them a row holds."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._plain: dict[str, str] = {}

    def named(self, cell: str) -> str:
        """The known heading that a cell is, or ""; each different text is looked at once."""
        if len(cell) > LONGEST_HEADING:
            return ""
        if cell not in self._plain:
            spelt = (plain(cell), plain(ASIDE.sub(" ", cell)))
            self._plain[cell] = next((each for each in spelt if each in self._known), "")
        return self._plain[cell]

    def count(self, cells: Sequence[str]) -> int:
        """How many different known headings a row holds."""
        return len({name for cell in cells if cell and (name := self.named(cell))})

    def most(self, rows: Sequence[Sequence[str]]) -> int:
        """The most that any row holds, or two rows as one."""
        return max((self._held(rows, place)[0] for place in range(len(rows))), default=0)

    def _held(self, rows: Sequence[Sequence[str]], place: int) -> tuple[int, int]:
        """How many the row at a place holds, and how many lines of it: two only where that is more."""
        one = self.count(rows[place])
        if place + 1 == len(rows):
            return one, 1
        below = self.count(rows[place + 1])
        both = self.count(together(rows[place], rows[place + 1]))
        more = both > one or (both == one and self._goes_on(rows[place], rows[place + 1]))
        return (both, 2) if both > below and more else (one, 1)

    def _goes_on(self, upper: Sequence[str], lower: Sequence[str]) -> bool:
        """Whether a row goes on with the headings above it: each of its cells ends a known one."""
        filled = [cell for cell in lower if cell.strip()]
        joined = [
            each
            for each, cell in zip(together(upper, lower), lower, strict=False)
            if cell.strip() and self.named(each)
        ]
        return 0 < len(filled) == len(joined)

    def find(self, rows: Sequence[Sequence[str]]) -> tuple[int, int, int]:
        """Where the header begins, how many rows it has, and how many known headings.

        It is the first row that holds nearly as many as any does; where none holds two, the
        first that is nearly as wide as most.
        """
        looked = rows[:LOOKED_AT]
        held = [self._held(looked, place) for place in range(len(looked))]
        most = max(many for many, _ in held)
        if most >= 2:
            place = next(at for at, one in enumerate(held) if one[0] >= max(2, 0.6 * most))
            if place + 1 < len(held) and held[place + 1][0] > held[place][0]:
                place += 1
            return place, held[place][1], held[place][0]
        filled = [sum(1 for cell in row if cell.strip()) for row in looked]
        usual = sorted(filled)[len(filled) // 2]
        place = next(at for at, many in enumerate(filled) if many >= max(0.6 * usual, 1))
        return place, 1, held[place][0]
