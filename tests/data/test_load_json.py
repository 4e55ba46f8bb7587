"""`python -m data.load --json`: one line that a machine can read, whatever happens."""

import json
from pathlib import Path
from typing import Any

import pytest

from data import load
from tests.data.sending import PEOPLE, RATING, put

Captured = pytest.CaptureFixture[str]


def told(captured: Captured, *words: str | Path) -> tuple[int, dict[str, Any]]:
    """The exit code of the command with --json, and its one JSON answer."""
    code = load.main([*map(str, words), "--json"])
    said = captured.readouterr()
    assert said.err == "" and said.out.count("\n") == 1
    return code, json.loads(said.out)


def test_json_names_every_file(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    files = [put(tmp_path, "people.csv", PEOPLE), put(tmp_path, "rated.csv", [RATING])]
    code, answer = told(capsys, *files)
    assert code == 0
    assert answer == {
        "status": "loaded",
        "error": None,
        "files": [
            {"file": "rated.csv", "status": "loaded", "return": "maturity", "upload": 2, "rows": 1,
             "problems": []},
            {"file": "people.csv", "status": "loaded", "return": "participation", "upload": 3,
             "rows": 6, "problems": []},
        ],
    }  # fmt: skip


def test_json_names_every_problem(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    good = put(tmp_path, "people.csv", PEOPLE)
    code, answer = told(capsys, good, put(tmp_path, "rated.csv", [{**RATING, "aiming_for": 1}]))
    assert (code, answer["status"], answer["error"]) == (1, "rejected", None)
    problem = {"file": "rated.csv", "line": 2, "column": "aiming_for", "value": "1", "excel_row": 2,
               "message": "is out of range: wanted from 2 to 7. Correct it.",
               "severity": "must_fix"}  # fmt: skip
    rated, people = answer["files"]
    assert rated["status"] == "rejected" and rated["problems"] == [problem]
    assert (people["status"], people["upload"], people["problems"]) == ("held back", None, [])


def test_json_says_wrong_use_too(council_path: Path, capsys: Captured) -> None:
    code, answer = told(capsys, "nowhere")
    assert code == 2 and answer["files"] == [] and "no file or folder nowhere" in answer["error"]
