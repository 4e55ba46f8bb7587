"""A command waits for a database that is open elsewhere, and for nobody who stopped reading."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import load
from tests.data.command.run import Captured, run, told
from tests.data.sending import PEOPLE, RATING, put
from tests.data.test_open_elsewhere import HOLDING

ROOT = Path(__file__).parents[3]


@pytest.fixture
def holder(council_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the database open until it is told to close it, or the test ends."""
    words = [sys.executable, "-c", HOLDING, str(council_path)]
    other = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout and other.stdout.readline() == "open\n"
    yield other
    other.communicate("\n")
    assert other.returncode == 0


def test_it_waits_as_long_as_it_is_told_to(
    holder: subprocess.Popen[str], tmp_path: Path, capsys: Captured
) -> None:
    began = time.monotonic()
    code, answer = told(capsys, "send", put(tmp_path, "rated.csv", [RATING]), "--wait", "1")
    assert (code, answer["status"], answer["problems"]) == (1, "rejected", [])
    assert "is open in another program. Stop the dashboard or" in answer["error"]
    assert time.monotonic() - began >= 1


def test_it_goes_on_once_the_other_is_done(
    holder: subprocess.Popen[str], tmp_path: Path, capsys: Captured
) -> None:
    assert holder.stdin
    ending = threading.Timer(0.5, lambda: print(file=holder.stdin, flush=True))
    ending.start()
    assert told(capsys, "send", put(tmp_path, "rated.csv", [RATING]))[1]["status"] == "loaded"
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE))]) == 0
    ending.join()


@pytest.mark.parametrize("words", [["history"], ["show", "--return", "projects"], ["--help"]])
def test_whoever_stops_reading_gets_no_traceback(council_path: Path, words: list[str]) -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "data.intake", *words], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert command.stdout and command.stderr
    command.stdout.close()
    said = command.stderr.read()
    command.stderr.close()
    assert (command.wait(timeout=60), said) == (0, b"")


def test_a_file_put_in_place_of_the_one_being_opened_is_tried_again(
    council_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter([1, 2])
    monkeypatch.setattr("data.opening.which", lambda path: next(numbers, 2))
    assert run(capsys, "history", "--wait", "0")[0] == 1
    assert run(capsys, "history", "--wait", "0")[0] == 0
