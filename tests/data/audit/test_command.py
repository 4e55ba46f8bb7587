"""python -m data.audit: 0 where all is whole, 1 where not, 2 for wrong use; one sentence each."""

import json
from pathlib import Path

import pytest

from data.audit.command import main
from data.settings import database_path, ledger_path
from data.start import open_ready
from tests.data.sending import RATING, send

pytestmark = pytest.mark.usefixtures("council_key")
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def lost(council_path: Path, tmp_path: Path) -> Path:
    """The council's database where the settings point, put back from before its newest upload."""
    before = council_path.read_bytes()
    database = open_ready(council_path)
    assert send(database, tmp_path, rated=[RATING]).status == "loaded"
    database.close()
    council_path.write_bytes(before)
    return council_path


def told(captured: Captured, *words: str) -> tuple[int, str, str]:
    """The exit code and what was said on each stream."""
    captured.readouterr()
    code = main([*words, "--wait", "0"])
    said = captured.readouterr()
    return code, said.out, said.err


def test_a_whole_audit_is_said_with_code_0(council_path: Path, capsys: Captured) -> None:
    code, out, _ = told(capsys, "verify", "--json")
    many = json.loads(out)["lines"]
    assert code == 0 and json.loads(out)["whole"] is True and many > 1
    assert told(capsys, "verify") == (0, f"The audit is whole: {many} lines.\n", "")
    code, out, _ = told(capsys, "show", "--only", "sent")
    assert code == 0 and "command line (administrator) sent upload 1 projects" in out
    assert json.loads(told(capsys, "show", "--upload", "1", "--json")[1])[0]["act"] == "sent"
    assert told(capsys, "accept", "--reason", "none")[:2] == (0, "Nothing is missing; nothing was changed.\n")


def test_a_loss_is_code_1_until_it_is_accepted(lost: Path, capsys: Captured) -> None:
    code, out, err = told(capsys, "verify")
    assert (code, out) == (1, "") and "upload 2: 2 (maturity of ACH" in err and err.count("\n") == 1
    assert json.loads(told(capsys, "verify", "--json")[1])["first"] > 1
    code, out, _ = told(capsys, "accept", "--reason", "The disk failed")
    assert code == 0 and "Accepted as lost: upload 2" in out and "sent again" in out
    assert told(capsys, "verify")[0] == 0
    assert "The disk failed" in told(capsys, "show", "--only", "loss accepted")[1]


def test_a_missing_database_is_code_1_and_names_what_it_held(lost: Path, capsys: Captured) -> None:
    lost.unlink()
    code, out, err = told(capsys, "verify")
    assert (code, out) == (1, "") and "is missing" in err and "uploads 1, 2" in err.replace(" and 2", ", 2")
    assert not database_path().exists() and ledger_path(lost).exists()


WRONG = [(), ("look",), ("accept",), ("show", "--only", "looked"), ("show", "--most", "-1"), ("verify", "x")]


@pytest.mark.parametrize("words", WRONG)
def test_wrong_use_is_code_2(council_path: Path, capsys: Captured, words: tuple[str, ...]) -> None:
    capsys.readouterr()
    assert main(list(words)) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_reason_of_blanks_is_wrong_use(lost: Path, capsys: Captured) -> None:
    code, _, err = told(capsys, "accept", "--reason", "  ")
    assert code == 2 and "with a reason" in err
