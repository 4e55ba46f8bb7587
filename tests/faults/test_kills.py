"""Killed at any instant, in whatever it does: nothing is lost, nothing by half, and it opens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import killing_acts
from tests.faults.killing import Killing
from tests.faults.orders import Parent
from tests.faults.points import POINTS

SENDING = ("after parse", "after begin", "mid-insert", "before commit", "after commit")
ACTS = {
    "in a withdrawal": killing_acts.kill_withdrawing,
    "in a backup": killing_acts.kill_backing_up,
    "in a migration": killing_acts.kill_bringing_up_to_date,
    "in an erasing": killing_acts.kill_erasing,
}
BETWEEN = "killed between the first byte read and the acknowledgement"
AT_EACH = 20
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def killing(forking: Parent, council_file: Path, council_path: Path, tmp_path: Path) -> Killing:
    """A run of kills on a copy of the council's database."""
    return Killing(forking, council_file, council_path, tmp_path)


def at_any_instant(killing: Killing, kills: int) -> None:
    """Kill so many sendings: two at any time to three between reading and acknowledging."""
    for number in range(kills):
        on = "" if number % 5 < 2 else "r"
        killing.kill_sending(wait=killing.chance.uniform(0, 1.05 * killing.span(on)), on=on)


def at_point(killing: Killing, point: str, kills: int) -> None:
    """Kill so many sendings at one point, at each of its places by turns."""
    for number in range(kills):
        place = POINTS[point][number % len(POINTS[point])]
        while not killing.kill_sending(place).killed:
            pass  # only counts of people are protected


def in_checkpoint(killing: Killing, kills: int) -> None:
    """Kill so many sendings while the file takes in its log, which lasts a moment: many try."""
    for _ in range(20 * kills):
        if killing.became["killed in the checkpoint"] >= kills:
            return
        killing.kill_sending(wait=killing.chance.uniform(0, 0.8 * killing.span("c")), on="c")


def shown(killing: Killing, captured: Captured, what: str) -> None:
    """Print what became of the kills."""
    with captured.disabled():
        print(f"\n{what}: {dict(killing.became)}")


def test_kills_at_any_instant_lose_and_halve_nothing(killing: Killing) -> None:
    at_any_instant(killing, kills=2)
    in_checkpoint(killing, kills=1)
    assert killing.became["killed in the checkpoint"] >= 1


def test_kills_at_each_point_of_a_sending_lose_and_halve_nothing(killing: Killing) -> None:
    for point in SENDING:
        at_point(killing, point, kills=1)
    assert (killing.became["not kept"], killing.became["kept, not acknowledged"]) == (4, 1)


@pytest.mark.parametrize("point", ACTS)
def test_a_kill_in_whatever_else_is_done_leaves_it_done_or_not_done(killing: Killing, point: str) -> None:
    ACTS[point](killing, 0)


@pytest.mark.trial
def test_a_thousand_kills_lose_and_halve_nothing(killing: Killing, capsys: Captured) -> None:
    at_any_instant(killing, kills=1000)
    shown(killing, capsys, "1000 kills at any instant")
    assert killing.became[BETWEEN] >= 300
    assert min(killing.became[each] for each in ("acknowledged", "kept, not acknowledged", "not kept")) > 0


@pytest.mark.trial
@pytest.mark.parametrize("point", SENDING)
def test_twenty_kills_at_each_point_of_a_sending(killing: Killing, capsys: Captured, point: str) -> None:
    at_point(killing, point, AT_EACH)
    shown(killing, capsys, f"{AT_EACH} kills {point}")


@pytest.mark.trial
def test_twenty_kills_in_a_checkpoint(killing: Killing, capsys: Captured) -> None:
    in_checkpoint(killing, AT_EACH)
    shown(killing, capsys, "kills in a checkpoint")
    assert killing.became["killed in the checkpoint"] >= AT_EACH


@pytest.mark.trial
@pytest.mark.parametrize(("point", "kill"), ACTS.items(), ids=ACTS)
def test_twenty_kills_in_whatever_else_is_done(
    killing: Killing, capsys: Captured, point: str, kill: Callable[[Killing, int], None]
) -> None:
    for number in range(AT_EACH):
        kill(killing, number)
    shown(killing, capsys, f"{AT_EACH} kills {point}")
