"""A count is rounded once: to a multiple of 5 within 4, fairly, and for a cell always alike."""

import hashlib
import hmac
import random
from fractions import Fraction

import pytest

from data.protection import BASE, cell_id, fingerprint, protect, protect_rows

KEY = b"a key for tests"
CELLS = [cell_id(("participation", "ACH", f"cell {place}")) for place in range(40)]


def second_opinion(count: int, cell: bytes, key: bytes) -> int:
    """The rule as the specification words it, in fractions."""
    down, rest = divmod(count, 5)
    first = hmac.new(key, cell, hashlib.sha256).digest()[:8]
    goes_up = Fraction(int.from_bytes(first, "big"), 2**64) < Fraction(rest, 5)
    return 5 * (down + goes_up)


def test_a_protected_count_is_a_multiple_of_5_within_4() -> None:
    for cell in CELLS:
        for count in range(120):
            rounded = protect(count, cell, KEY)
            assert rounded % BASE == 0 and abs(rounded - count) <= 4 and rounded >= 0
            assert rounded == second_opinion(count, cell, KEY)


def test_multiples_of_5_stay_as_they_are() -> None:
    assert all(protect(count, cell, KEY) == count for cell in CELLS for count in range(0, 500, 5))


def test_a_cell_rounds_alike_for_ever() -> None:
    for cell in CELLS:
        once = [protect(count, cell, KEY) for count in range(60)]
        assert once == [protect(count, cell, KEY) for count in range(60)]
        thresholds = {
            tuple(protect(tens + rest, cell, KEY) - tens for rest in range(5))
            for tens in range(0, 500, 5)
        }
        assert len(thresholds) == 1


def test_a_larger_count_never_rounds_to_less() -> None:
    for cell in CELLS:
        rounded = [protect(count, cell, KEY) for count in range(60)]
        assert rounded == sorted(rounded)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 23])
def test_rounding_is_fair_over_keys_and_over_cells(count: int) -> None:
    chance, many = random.Random(count), 5000
    over_keys = [protect(count, CELLS[0], chance.randbytes(32)) for _ in range(many)]
    over_cells = [protect(count, cell_id(("x", str(place))), KEY) for place in range(many)]
    usual_error = (count % 5 * (5 - count % 5) / many) ** 0.5
    for rounded in (over_keys, over_cells):
        assert abs(sum(rounded) / many - count) < 4 * usual_error


def test_the_thresholds_of_two_cells_have_nothing_to_do_with_each_other() -> None:
    chance, many = random.Random(5), 4000
    keys = [chance.randbytes(32) for _ in range(many)]
    both = sum(protect(2, CELLS[0], key) > 2 and protect(2, CELLS[1], key) > 2 for key in keys)
    assert abs(both / many - 4 / 25) < 4 * (4 / 25 * 21 / 25 / many) ** 0.5


def test_every_count_within_4_fits_a_protected_figure() -> None:
    chance = random.Random(7)
    keys = [chance.randbytes(32) for _ in range(400)]
    for rounded in range(0, 30, 5):
        fits = {
            count
            for count in range(60)
            if any(protect(count, CELLS[0], key) == rounded for key in keys)
        }
        assert fits == set(range(max(0, rounded - 4), rounded + 5))


def test_a_cell_is_known_by_all_its_parts_and_never_by_its_count() -> None:
    parts = ("participation", "ACH", "2026-27 H1", "people", "age", "under_18")
    assert cell_id(("ab", "c")) != cell_id(("a", "bc"))
    assert len({cell_id((*parts[:at], "x", *parts[at + 1 :])) for at in range(6)}) == 6
    rows = [(*parts[1:], 3), (*parts[1:], 8), (*parts[1:], 13)]
    rounded = [row[-1] for row in protect_rows(rows, parts[0], KEY)]
    assert [int(figure) - count for figure, (*_, count) in zip(rounded, rows, strict=True)] in (
        [2, 2, 2],
        [-3, -3, -3],
    )


def test_a_fingerprint_tells_keys_apart_and_not_the_key() -> None:
    assert fingerprint(KEY) == fingerprint(KEY) != fingerprint(KEY + b"x")
    assert KEY.hex() not in fingerprint(KEY)
    assert fingerprint(KEY) not in (
        hashlib.sha256(KEY).hexdigest()[:32], hmac.new(KEY, b"", "sha256").hexdigest()[:32]
    )  # fmt: skip
