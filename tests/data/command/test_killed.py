"""Killed at any instant while sending: an upload is there whole or not at all, and nothing said is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from data.intake.command import main
from data.start import open_ready
from tests.data.command.whole import halves, uploads_of
from tests.data.sending import PROJECT, RATING, Row, counted, put

ROOT = Path(__file__).parents[3]
WHY = ("--reason", "a trial")
COMMAND = [sys.executable, "-m", "data.intake", "send", "--json", *WHY]
Captured = pytest.CaptureFixture[str]
COLD_START = 20.0


def rows_of(number: int) -> list[Row]:
    """A return that says something new each time: projects, ratings or counts by turns."""
    if number % 3 == 0:
        return [{**PROJECT, "project_id": f"K-{each}", "title": f"Said {number}"} for each in range(300)]
    if number % 3 == 1:
        said = {"evidence": f"Said {number}", "people": number, "asked": number // 2}
        return [{**RATING, **said, "project_id": each} for each in ("ACH-1", "ACH-2", "CFE-1")]
    return counted("sex", female=1000 + number, male=7, not_known=2)


def killed(file: Path, wait: float, log: Path | None) -> dict[str, Any] | None:
    """What the real command acknowledged by the time it was killed, `wait` seconds after its start.

    With `log`, after the database's log first holds something: about when it commits.
    """
    process = subprocess.Popen(
        [*COMMAND, str(file)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + COLD_START
    while log and process.poll() is None and time.monotonic() < deadline:
        if log.exists() and log.stat().st_size:
            break
        time.sleep(0.0005)
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    said = process.communicate()[0]
    answer: dict[str, Any] | None = json.loads(said) if said.endswith(b"\n") else None
    return answer


def told(captured: Captured, *words: str | Path) -> dict[str, Any]:
    """What the command says, run to its end here."""
    captured.readouterr()
    assert main([*map(str, words), "--json"]) == 0
    answer: dict[str, Any] = json.loads(captured.readouterr().out)
    return answer


def one(path: Path, file: Path, captured: Captured, wait: float, by_log: bool) -> str:
    """Kill one sending and see that all is well after it; what became of it."""
    answer = killed(file, wait, path.with_name(f"{path.name}.wal") if by_log else None)
    mark = sha256(file.read_bytes()).hexdigest()
    database = open_ready(path)
    there = uploads_of(database, mark)
    assert halves(database) == [] and len(there) <= 1
    database.close()
    if answer is not None:
        assert (answer["status"], [answer["upload"]]) == ("loaded", there)
    assert told(captured, "check", *WHY, file)["status"] in ("loaded", "already")
    again = told(captured, "send", *WHY, file)
    assert again["status"] == ("already" if there else "loaded")
    database = open_ready(path)
    assert uploads_of(database, mark) == [again["upload"]] and halves(database) == []
    database.close()
    return "acknowledged" if answer else "kept, not acknowledged" if there else "not kept"


def run(path: Path, folder: Path, captured: Captured, kills: int) -> Counter[str]:
    """Kill so many sendings, half of them at any time and half of them about the commit."""
    chance, became = Random(kills), Counter[str]()
    began = time.monotonic()
    subprocess.run([*COMMAND, put(folder, "0.csv", rows_of(0))], cwd=ROOT, check=True, capture_output=True)
    whole = time.monotonic() - began
    for number in range(1, kills + 1):
        by_log = number % 2 == 0
        wait = chance.uniform(0, 0.06) if by_log else chance.uniform(0, 1.15 * whole)
        became[one(path, put(folder, f"{number}.csv", rows_of(number)), captured, wait, by_log)] += 1
    return became


def test_two_kills_lose_and_halve_nothing(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(council_path, tmp_path, capsys, kills=2).total() == 2


@pytest.mark.trial
def test_two_hundred_kills_lose_and_halve_nothing(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    became = run(council_path, tmp_path, capsys, kills=200)
    with capsys.disabled():
        print(f"\n200 kills: {dict(became)}")
    assert min(became["acknowledged"], became["kept, not acknowledged"], became["not kept"]) > 0
