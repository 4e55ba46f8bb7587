"""A list of projects taken back while what was sent about them still counts: the command says so."""

from pathlib import Path

import pytest

from tests.data.command.run import Captured, run, told
from tests.data.sending import MAIN, PROJECT, RATING, put

WHY = ("--reason", "a trial")
STILL = "Ratings or themes of NEW-1 still count, and no list of projects that counts names them any more."


@pytest.fixture
def rated(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    """Two new projects, upload 2; a rating of one of them, upload 3, and its theme, upload 4."""
    projects = [{**PROJECT, "project_id": each, "title": each} for each in ("NEW-1", "NEW-2")]
    for name, rows in (
        ("projects", projects),
        ("rated", [{**RATING, "project_id": "NEW-1"}]),
        ("themes", [{**MAIN, "project_id": "NEW-1"}]),
    ):
        assert told(capsys, "send", put(tmp_path, f"{name}.csv", rows))[0] == 0


@pytest.mark.parametrize("act", ["withdraw", "erase"])
def test_a_project_that_is_gone_is_named(rated: None, act: str, capsys: Captured) -> None:
    assert told(capsys, "withdraw", "3", *WHY)[1]["note"] is None
    code, answer = told(capsys, act, "2", *WHY)
    assert code == 0 and answer["note"].startswith(STILL)


def test_it_is_said_in_words_and_nothing_of_other_projects(rated: None, capsys: Captured) -> None:
    code, out, _ = run(capsys, "withdraw", "2", *WHY)
    first, second = out.splitlines()
    assert code == 0 and first.startswith("Upload 2 is withdrawn.") and second.startswith(STILL)
    assert run(capsys, "restore", "2", *WHY)[1] == "Upload 2 is restored to its place.\n"
    assert told(capsys, "withdraw", "4", *WHY)[1]["note"] is None
