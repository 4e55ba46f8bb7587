"""`python -m data.load`: what it takes, what it answers, and that it is all or nothing."""

from pathlib import Path

import pytest

from data import load
from data.database import Database
from data.start import open_ready
from tests.data.sending import MAIN, PEOPLE, PROJECT, RATING, contents, put

Captured = pytest.CaptureFixture[str]


def run(captured: Captured, *words: str | Path) -> tuple[int, str, str]:
    """The exit code of the command, and what it said on each stream."""
    code = load.main([str(word) for word in words])
    said = captured.readouterr()
    return code, said.out, said.err


def held(path: Path) -> dict[str, tuple[int, int]]:
    """What a closed database holds."""
    database: Database = open_ready(path)
    try:
        return contents(database)
    finally:
        database.close()


def test_a_good_file_is_loaded_with_exit_0(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    rated = put(tmp_path, "anything.csv", [RATING])
    assert run(capsys, rated) == (0, "Loaded 1 file, 1 row.\n", "")


def test_a_bad_file_is_refused_with_exit_1(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    code, out, err = run(capsys, put(tmp_path, "rated.csv", [{**RATING, "design": ""}]))
    assert (code, out) == (1, "")
    first, second = err.splitlines()
    assert first == "Nothing was loaded: 1 problem to put right first."
    assert second.startswith("  rated.csv, line 2, column design: is blank, and is needed: ")


def test_the_value_is_told_too(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    _, _, err = run(capsys, put(tmp_path, "rated.csv", [{**RATING, "design": "9"}]))
    assert "  rated.csv, line 2, column design, value “9”: is not in the answers taken." in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "the following arguments are required: PATH"),
        (["--nonsense", "x.csv"], "unrecognized arguments: --nonsense"),
        (["nowhere.csv"], "There is no file or folder nowhere.csv. Correct the path."),
        (["nowhere.csv", "--minutes", "ten"], "--minutes: “ten” is no whole number from 0 to 10,000"),
        (["nowhere.csv", "--minutes", "-5"], "--minutes: “-5” is no whole number from 0 to 10,000"),
        (["nowhere.csv", "--js"], "unrecognized arguments: --js"),
    ],
)
def test_wrong_use_is_exit_2_and_one_sentence(
    council_path: Path, capsys: Captured, words: list[str], says: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "") and err.count("\n") == 1 and says in err


def test_a_folder_without_returns_is_wrong_use(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    put(tmp_path, "read me.md", b"hello")
    put(tmp_path, "deep/deeper/projects.csv", [PROJECT])
    (tmp_path / "folder.csv").mkdir()
    code, _, err = run(capsys, tmp_path)
    assert code == 2 and f"The folder {tmp_path} holds no CSV file." in err


def test_one_bad_file_among_many_leaves_nothing_behind(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    before = held(council_path)
    new = {**PROJECT, "project_id": "NEW"}
    put(tmp_path, "a/01/projects.csv", [new])
    put(tmp_path, "a/02/maturity.csv", [RATING, {**RATING, "project_id": "NEW"}])
    put(tmp_path, "a/02/themes.csv", [MAIN])
    bad = put(tmp_path, "a/03/participation.csv", [*PEOPLE, PEOPLE[0]])
    bytes_before = council_path.read_bytes()
    assert run(capsys, tmp_path / "a")[0] == 1
    assert held(council_path) == before and council_path.read_bytes() == bytes_before
    bad.write_bytes(b"")
    assert run(capsys, tmp_path / "a")[0] == 1 and held(council_path) == before
    bad.unlink()
    assert run(capsys, tmp_path / "a") == (0, "Loaded 3 files, 4 rows.\n", "")


def test_files_named_in_any_order_are_taken_in_the_order_they_need(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    new = {"project_id": "NEW"}
    files = [
        put(tmp_path, "1.csv", [{**MAIN, **new}]),
        put(tmp_path, "2.csv", [{**RATING, **new}]),
        put(tmp_path, "3.csv", [{**PROJECT, **new}]),
    ]
    assert run(capsys, *files)[0] == 0


def test_a_rule_of_ours_that_breaks_is_a_sentence_and_not_a_traceback(
    council_path: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = put(tmp_path, "broken.sql", b"select nothing from nowhere")
    monkeypatch.setattr("data.schema.Schema.rules", lambda schema: [broken])
    code, _, err = run(capsys, put(tmp_path, "rated.csv", [RATING]))
    assert code == 1 and err.startswith("the rule broken.sql of maturity does not run")
