"""While the dashboard has the database open, it carries the commands out: same words, same answers."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data import load
from data.database import Database
from data.relay import serving
from data.relay.address import POSSIBLE
from data.start import open_ready
from tests.data.command.run import Captured, run
from tests.data.sending import PEOPLE, RATING, put

ROOT = Path(__file__).parents[3]
WHY = ("--reason", "a trial")
pytestmark = pytest.mark.skipif(not POSSIBLE, reason="this system has no Unix sockets")


def shell(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, called in a folder."""
    path = {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)], cwd=folder, env=os.environ | path,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_a_feed_runs_while_the_dashboard_does(dashboard: Database, tmp_path: Path) -> None:
    put(tmp_path, "rated.csv", [RATING])
    sent = shell(tmp_path, "data.intake", "send", "rated.csv", "--json")
    assert (sent.returncode, sent.stderr) == (0, "")
    assert (json.loads(sent.stdout)["status"], json.loads(sent.stdout)["upload"]) == ("loaded", 2)
    assert dashboard.read("select count(*) from sent.maturity").rows == [(1,)]
    put(tmp_path / "more", "people.csv", PEOPLE)
    loaded = shell(tmp_path, "data.load", "more")
    assert (loaded.returncode, loaded.stdout) == (0, f"Loaded 1 file, {len(PEOPLE)} rows.\n")


def test_what_is_said_and_the_exit_code_are_as_without_it(
    council_path: Path, council_key: Path, tmp_path: Path, capsys: Captured
) -> None:
    bad, cwd = put(tmp_path, "bad.csv", [{**RATING, "design": 9}]), ("--wait", "0")
    asked: list[tuple[str | Path, ...]] = [
        ("check", bad), ("check", tmp_path / "none.csv"), ("withdraw", "77", *WHY), ("history",),
        ("history", "--json"), ("show", "--return", "projects"), ("send", tmp_path), ("erase", "1"),
        ("show", "--return", "projects", "--only", "none=1"),
    ]  # fmt: skip
    alone = [run(capsys, *words, *cwd) for words in asked]
    loaded = load.main([str(bad), "--json"]), capsys.readouterr()
    database = open_ready(council_path)
    with serving(lambda: database):
        assert [run(capsys, *words, *cwd) for words in asked] == alone
        assert (load.main([str(bad), "--json"]), capsys.readouterr()) == loaded
    database.close()
    assert {code for code, _, _ in alone} == {0, 1, 2} and loaded[0] == 1


def test_callers_at_once_each_get_their_own_answer(dashboard: Database, tmp_path: Path) -> None:
    said: dict[int, subprocess.CompletedProcess[str]] = {}

    def call(number: int) -> None:
        rows = [{**RATING, "project_id": f"NONE-{number}-{row}"} for row in range(20)]
        said[number] = shell(tmp_path, "data.intake", "check", put(tmp_path, f"{number}.csv", rows))

    callers = [threading.Thread(target=call, args=(number,)) for number in range(3)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    for number, answer in said.items():
        others = [other for other in said if other != number]
        assert answer.returncode == 1 and f"NONE-{number}-0" in answer.stdout
        assert not any(f"NONE-{other}" in answer.stdout for other in others)
