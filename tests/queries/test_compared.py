"""The figures that differ from when a half-year became final, worked out a second way at both moments."""

from collections.abc import Iterator
from datetime import date, datetime, time
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from queries import Answer, Moved, compared, questions, since_final
from queries.compared import COMPARED, differing
from queries.moments import end_of, now_shown
from tests.queries.chance import council_by_chance, look
from tests.queries.plain.files import Council
from tests.queries.poured import asked, empty, pour
from tests.queries.test_worked_a_second_way import PLAIN

Found = dict[tuple[str, str], int]
PEOPLE = "diversity/findings"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for one council after the other."""
    made = empty(tmp_path_factory.mktemp("compared"))
    yield made
    made.close()


def counted(council: Council, as_at: datetime, period: str) -> Found:
    """Every figure about work, and places taken, worked out from the files."""
    found: Found = {}
    for address, names, given, _ in COMPARED:
        if address == PEOPLE:
            continue
        takes = signature(PLAIN[address]).parameters
        kept = {name: value for name, value in given.items() if name in takes}
        figures = [
            one for one in questions()[address].columns
            if one.kind in ("work", "people") and one.unit in ("projects", "directorates", "places")
        ]  # fmt: skip
        for row in PLAIN[address](council, as_at, period=period, **kept):
            about = ": ".join(row[name] for name in names) or "Whole council"
            found |= {(about, one.meaning): row[one.name] for one in figures}
    return found


def worked_out(council: Council, period: str, as_at: datetime) -> set[tuple[str, str, int, int]]:
    """What differs between the end of the due date and a moment."""
    due = datetime.combine(date.fromisoformat(council.entry("periods", period)["due"]), time.max)
    then, now = counted(council, due, period), counted(council, as_at, period)
    both = {key: (then.get(key, 0), now.get(key, 0)) for key in {**then, **now}}
    return {(*key, *pair) for key, pair in both.items() if pair[0] != pair[1]}


def told(moved: tuple[Moved, ...]) -> set[tuple[str, str, int, int]]:
    """What is said to differ, but for the counts of people by characteristic."""
    kept = [one for one in moved if "characteristic" not in one.meaning and "not known" not in one.meaning]
    return {(one.about, one.meaning, one.then, one.now) for one in kept}


def test_what_moved_in_the_example_is_worked_out_twice(example: Path, council: Council) -> None:
    from queries.ask import _database

    period = "2024-25 H1"
    moved = since_final(period)
    assert told(moved) == worked_out(council, period, now_shown(_database())) != set()
    assert len({(one.about, one.meaning) for one in moved}) == len(moved)
    people = [one for one in moved if one.people]
    assert people and all(one.then % 5 == one.now % 5 == 0 for one in people)


@pytest.mark.parametrize("seeds", [range(4), pytest.param(range(100, 600), marks=pytest.mark.trial)])
def test_what_moved_in_councils_by_chance_is_worked_out_twice(
    database: Database, monkeypatch: pytest.MonkeyPatch, seeds: range
) -> None:
    differed = 0
    for seed in seeds:
        council, (as_at, period) = council_by_chance(seed), look(seed)
        pour(database, council)

        def ask(address: str, as_at: Any = as_at, **given: Any) -> Answer:
            moment = as_at if isinstance(as_at, datetime) else end_of(as_at)
            return asked(database, address, moment, **given)

        monkeypatch.setattr(compared, "ask", ask)
        due = date.fromisoformat(council.entry("periods", period)["due"])
        wanted = worked_out(council, period, as_at)
        assert told(differing(period, due)) == wanted, seed
        differed += bool(wanted)
    assert differed >= len(seeds) / 10
