"""Killed at any instant while a backup is made or put back: what was whole before still is."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from data.backup import kept, make, verify
from data.start import open_ready
from tests.data.backup.drill import backup
from tests.data.command.run import Captured, told
from tests.data.sending import RATING, put

ROOT = Path(__file__).parents[3]
WHY = ("--reason", "a trial")
STARTS_IN = 0.4


def killed(words: tuple[str, ...], wait: float) -> bool:
    """Run the command and kill it after `wait` seconds; whether it had ended before."""
    command = subprocess.Popen(
        [sys.executable, "-m", "data.backup", *words], cwd=ROOT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(wait)
    ended = command.poll() is not None
    if not ended:
        os.kill(command.pid, signal.SIGKILL)
    command.wait()
    return ended


def kill(path: Path, folder: Path, captured: Captured, kills: int) -> Counter[str]:
    """Kill so many, by turns while one is made and put back; all is well after each."""
    chance, became = Random(kills), Counter[str]()
    assert told(captured, "send", put(folder, "rated.csv", [RATING]))[0] == 0
    database = open_ready(path)
    make(database)
    database.close()
    began = time.monotonic()
    assert backup(captured, "make")[0] == 0
    whole = STARTS_IN + time.monotonic() - began
    for number in range(kills):
        words = ("restore", "slot-1", *WHY) if number % 2 else ("make",)
        became[f"{words[0]} {killed(words, chance.uniform(STARTS_IN, 1.5 * whole))}"] += 1
        assert [verify(each) for each in kept(path)] == [None, None]
        database = open_ready(path)
        assert database.read("select count(*) from sent.upload").rows == [(2,)]
        database.close()
    assert (backup(captured, "restore", "slot-2", *WHY)[0], backup(captured, "make")[0]) == (0, 0)
    assert not [each for each in path.parent.rglob("*-*") if each.name.startswith(("making-", "putting-"))]
    return became


def test_two_kills_spoil_no_backup_and_no_database(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert kill(council_path, tmp_path, capsys, kills=2).total() == 2


@pytest.mark.trial
def test_forty_kills_spoil_no_backup_and_no_database(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    became = kill(council_path, tmp_path, capsys, kills=40)
    with capsys.disabled():
        print(f"\n40 kills (act, whether it had ended): {dict(became)}")
    assert became["make False"] > 5 and became["restore False"] > 5
