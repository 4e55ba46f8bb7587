"""Words: headings as they are compared, and rows as they are named to a sender."""

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading in plain letters: small, with one underscore for spaces and punctuation."""
    return re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")


def letter(place: int) -> str:
    """The letter a spreadsheet gives a column: A for 0, Z for 25, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def position(letters: str) -> int:
    """The place of a column from its spreadsheet letters: 0 for A, 26 for AA."""
    place = 0
    for sign in letters:
        place = place * 26 + ord(sign) - ord("A") + 1
    return place - 1


def _runs(numbers: Iterable[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(low) if low == high else f"{low} to {high}" for low, high in runs]


def rows_said(numbers: Iterable[int]) -> str:
    """Row numbers as a sentence begins with them: "Row 3", "Rows 3 to 5 and 9"."""
    runs = _runs(numbers)
    if len(runs) > 8:
        runs = [*runs[:7], f"{len(runs) - 7} more places"]
    noun = "Row" if len(runs) == 1 and " " not in runs[0] else "Rows"
    said = " and ".join(filter(None, (", ".join(runs[:-1]), runs[-1])))
    return f"{noun} {said}"
