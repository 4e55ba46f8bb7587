"""The command called wrongly, or given hostile names and cells: one sentence, and nothing else."""

import os
from pathlib import Path

import pytest

from tests.data.command.run import Captured, run, told
from tests.data.sending import RATING, Row, put

BAD: Row = {**RATING, "project_id": "ACH-2", "design": 9}


def test_a_hostile_name_and_cell_drive_no_terminal(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = put(tmp_path, "a\x1b]0;owned\x07\u202eb.csv", [{**BAD, "design": "\x1b[31mred\x9b"}])
    for words in (["check"], ["send"], ["check", "--json"]):
        _, out, err = run(capsys, *words, file)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out + err)
    assert "\\x1b]0;owned\\x07\\u202eb.csv" in run(capsys, "check", file)[1]


def test_a_name_that_is_no_text_is_taken(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.csv"
    put(tmp_path, "rated.csv", [RATING]).rename(os.fsdecode(path))
    assert told(capsys, "send", os.fsdecode(path))[0] == 0
    assert "caf�.csv" in run(capsys, "history")[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "ACT"),
        (["sned"], "invalid choice"),
        (["send"], "the following arguments are required: FILE"),
        (["send", "nowhere.csv"], "There is no file nowhere.csv. Correct the path."),
        (["send", "nowhere.csv", "--return", "rates"], "invalid choice: 'rates'"),
        (["send", "nowhere.csv", "--match", "Ref=nothing"], "is no header and column"),
        (["send", "nowhere.csv", "--good"], "unrecognized arguments: --good"),
        (["send", "nowhere.csv", "--minutes", "-5"], "“-5” is no whole number from 0 to 10,000"),
        (["send", "nowhere.csv", "--minutes", "99999999999"], "no whole number from 0 to 10,000"),
        (["history", "--wait", "soon"], "“soon” is no whole number from 0 to 3,600"),
        (["withdraw", "99999999999", "--reason", "x"], "There is no upload 99999999999."),
        (["withdraw", "1"], "the following arguments are required: --reason"),
        (["withdraw", "one", "--reason", "x"], "invalid int value"),
        (["withdraw", "1", "--reason", " "], "with a reason. Say in a line why."),
        (["erase", "99", "--reason", "x"], "There is no upload 99. Choose one from the history."),
        (["show", "--return", "themes", "--only", "theme=T1"], "--only takes project_id or period"),
    ],
)
def test_wrong_use_is_exit_2_and_one_sentence(
    council_path: Path, capsys: Captured, words: list[str], says: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "") and err.count("\n") == 1 and says in err
