"""Each line of the audit that is altered, removed, moved, doubled or cut off is named by its number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from data.audit import ACTS, Line
from data.audit.chain import START, first_break

MANY = 12
Change = Callable[[list[Line], int], list[Line]]


def chain(many: int) -> list[Line]:
    """An audit of so many lines, whole."""
    made, before = list[Line](), START
    for number in range(1, many + 1):
        moment = datetime(2026, 11, 22) + timedelta(seconds=number % 3)
        act, upload = ACTS[number % len(ACTS)], number if number % 2 else None
        line = Line(number, moment, "Sam “S” O\u2019Neill", "viewer", act, upload, "", before).sealed()
        made.append(line)
        before = line.hash
    return made


def altered(**changed: object) -> Change:
    """A line with another value in one of its columns."""

    def change(whole: list[Line], place: int) -> list[Line]:
        line = replace(whole[place], **changed)  # type: ignore[arg-type]
        return [*whole[:place], line, *whole[place + 1 :]]

    return change


def removed(whole: list[Line], place: int) -> list[Line]:
    """The line taken out."""
    return [*whole[:place], *whole[place + 1 :]]


def closed_up(whole: list[Line], place: int) -> list[Line]:
    """The line taken out, and those after it given the numbers before theirs."""
    return [replace(line, number=number) for number, line in enumerate(removed(whole, place), 1)]


def swapped(whole: list[Line], place: int) -> list[Line]:
    """The line and the one after it in each other's place, each with the other's number."""
    first, second = whole[place : place + 2]
    pair = [replace(second, number=first.number), replace(first, number=second.number)]
    return [*whole[:place], *pair, *whole[place + 2 :]]


def doubled(whole: list[Line], place: int) -> list[Line]:
    """The line there twice."""
    return [*whole[: place + 1], *whole[place:]]


ALTERED = {
    "when": altered(happened_at=datetime(2020, 1, 1)),
    "who": altered(who="Somebody else"),
    "role": altered(role="administrator"),
    "act": altered(act="erased "),
    "upload": altered(upload_id=999),
    "about": altered(about="nothing"),
    "hash": altered(hash="0" * 64),
}
CHANGES: dict[str, Change] = {
    **ALTERED, "removed": removed, "removed and closed up": closed_up, "swapped": swapped, "doubled": doubled,
}  # fmt: skip


def test_a_whole_chain_has_no_break() -> None:
    assert first_break([]) is None and first_break(chain(MANY)) is None


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_line_that_is_changed_is_named(change: Change) -> None:
    whole = chain(MANY)
    for place in range(MANY - 1):
        found = first_break(change(whole, place))
        assert found and found[0] == place + 1, (place, found)


@pytest.mark.parametrize("change", ALTERED.values(), ids=ALTERED)
def test_a_line_sealed_anew_after_it_was_altered_breaks_the_chain(change: Change) -> None:
    whole = chain(MANY)
    for place in range(MANY - 1):
        forged = change(whole, place)
        forged[place] = replace(forged[place], hash="").sealed()
        found = first_break(forged)
        if forged[place] != whole[place]:
            assert found and found[0] == place + 1, (place, found)
