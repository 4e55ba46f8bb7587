"""Several processes send to one lake at once: nothing is lost or doubled, also where one is killed."""

from pathlib import Path

import pytest

from data.audit import verify
from data.database import Database
from data.lake.carrying import compared
from data.lake.shared import Shared
from queries.publish import publish
from tests.data.lake.conftest import Machines
from tests.data.lake.senders import Sender, model, numbers, titles


def sound(database: Database, uploads: int) -> None:
    """Every number is there once, the audit is whole, and the copy is what the lake holds."""
    sent, events, lines = numbers(database)
    assert sent == list(range(1, uploads + 1))
    assert events == list(range(1, len(events) + 1)) and lines == list(range(1, len(lines) + 1))
    assert verify(database).whole
    assert isinstance(database.behind, Shared)
    with database.reading() as reader, database.behind.lake.reading() as (lake, _):
        compared(reader.cursor, lake)


def test_two_at_once_leave_what_each_said(council_lake: Path, machines: Machines, nothing_real: Path) -> None:
    both = [Sender(nothing_real / name / "copy.duckdb", name, range(6)) for name in ("ONE", "TWO")]
    for each in both:
        each.go()
    sent = {each.name: each.acknowledged() for each in both}
    assert sent == {"ONE": list(range(6)), "TWO": list(range(6))}
    here = machines("here")
    assert titles(here) == model(sent)
    sound(here, 13)


def test_a_kill_leaves_all_of_an_upload_or_no_trace(
    council_lake: Path, machines: Machines, nothing_real: Path
) -> None:
    copy, here = nothing_real / "killed" / "copy.duckdb", machines("here")
    # Nobody was told of the one that was under way; sent again, it is there once.
    for sent, when, dies_at, kept in ((range(4), "before", 1, 1), (range(1, 4), "after", 2, 3)):
        killed = Sender(copy, "ONE", sent, when, dies_at)
        killed.go()
        assert killed.acknowledged() == list(range(sent[0], dies_at))
        assert titles(here) == model({"ONE": list(range(kept))})
    again = Sender(copy, "ONE", (2, 3))
    again.go()
    assert again.acknowledged() == [2, 3]
    assert titles(here) == model({"ONE": [0, 1, 2, 3]})
    sound(here, 5)


@pytest.mark.trial
def test_two_hundred_uploads_with_kills(
    council_lake: Path, machines: Machines, nothing_real: Path, tmp_path: Path
) -> None:
    left = {"ONE": list(range(100)), "TWO": list(range(100))}
    for turn in range(30):
        both = [
            Sender(nothing_real / name / "copy.duckdb", name, numbers, *killed(turn + place, numbers))
            for place, (name, numbers) in enumerate(left.items())
            if numbers
        ]
        for each in both:
            each.go()
        for each in both:
            left[each.name] = left[each.name][len(each.acknowledged()) :]
    assert left == {"ONE": [], "TWO": []}
    here, there = machines("here"), machines("there")
    assert titles(here) == titles(there) == model({name: list(range(100)) for name in left})
    sound(here, 201)
    assert published(here, tmp_path / "here") == published(there, tmp_path / "there")


def killed(turn: int, numbers: list[int]) -> tuple[str, int]:
    """How a sender with these files left ends in this turn: before or after one was kept, or well."""
    return (("before", "after")[turn % 2], numbers[7 + turn % 3]) if len(numbers) > 25 else ("", -1)


def published(database: Database, folder: Path) -> dict[str, bytes]:
    """Every file of the published set but its manifest, which names the state of one file."""
    assert publish(database, folder) > 100
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*.csv")}
