"""withdraw, restore, erase and history: what they do, and what they leave for good."""

import secrets
from pathlib import Path

import pytest

from data.start import open_ready
from tests.data.command.run import Captured, held, run, told
from tests.data.sending import PEOPLE, RATING, put

LEDGER = "dashboard.ledger"
WHY = ("--reason", "a trial", "--by", "Head of Testing")


def designs(path: Path) -> list[str]:
    """The design ratings that count."""
    database = open_ready(path)
    try:
        asked = "select design from maturity_in_force(timestamp '9999-12-31')"
        return [row[0] for row in database.read(asked).rows]
    finally:
        database.close()


@pytest.fixture
def two(council_path: Path, tmp_path: Path, capsys: Captured) -> Path:
    """The council with a rating, upload 2, and its correction, upload 3."""
    for place, design in enumerate((1, 2)):
        file = put(tmp_path, f"{place}.csv", [{**RATING, "design": design}])
        assert run(capsys, "send", *WHY[:2], "--agreed-by", "Head of ACH", file)[0] == 0
    return council_path


def test_taken_back_and_brought_back(two: Path, capsys: Captured) -> None:
    assert designs(two) == ["2"]
    code, answer = told(capsys, "withdraw", "3", *WHY)
    assert (code, answer) == (0, {"status": "withdrawn", "upload": 3, "error": None, "note": None})
    assert designs(two) == ["1"]
    assert told(capsys, "withdraw", "3", *WHY)[0] == 2
    assert run(capsys, "restore", "3", *WHY)[:2] == (0, "Upload 3 is restored to its place.\n")
    assert designs(two) == ["2"]


def test_history_is_newest_first_a_line_an_upload(two: Path, capsys: Captured) -> None:
    run(capsys, "withdraw", "2", *WHY)
    code, out, _ = run(capsys, "history", "--return", "maturity")
    newest, oldest = out.splitlines()
    assert code == 0 and newest.split()[0] == "3" and oldest.split()[0] == "2"
    assert "1.csv  1 row  agreed by Head of ACH  counts now" in newest and oldest.endswith("withdrawn")
    uploads = told(capsys, "history")[1]
    assert [each["upload"] for each in uploads] == [3, 2, 1]
    assert uploads[0]["fingerprint"] is None and uploads[2]["fingerprint"]


def test_an_erased_upload_is_gone_and_stays_gone(two: Path, capsys: Captured) -> None:
    code, answer = told(capsys, "erase", "3", *WHY)
    assert (code, answer) == (0, {"status": "erased", "upload": 3, "error": None, "note": None})
    assert designs(two) == ["1"]
    database = open_ready(two)
    rows = database.read("select file_name, octet_length(file_bytes), row_count, length(file_sha256) "
                         "from sent.upload where upload_id = 3").rows  # fmt: skip
    event = database.read("select act, done_by, reason from sent.event order by event_id desc limit 1").rows
    database.close()
    assert rows == [("erased", 0, 1, 64)] and event == [("erased", "Head of Testing", "a trial")]
    before = held(two)
    for act in ("withdraw", "restore"):
        code, _, err = run(capsys, act, "3", *WHY)
        assert code == 2 and "was already erased; nothing was changed" in err
    assert told(capsys, "erase", "3", *WHY)[1]["status"] == "already"
    assert held(two) == before and "erased" in run(capsys, "history")[1].splitlines()[0]


def test_nothing_of_an_erased_file_is_left_in_the_database_file(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    marks = [secrets.token_hex(40) for _ in range(3)]
    for place, mark in enumerate(marks):
        rows = [{**RATING, "evidence": mark, "people": 40 + place}]
        assert run(capsys, "send", *WHY[:2], put(tmp_path, f"{mark[:9]}.csv", rows))[0] == 0
    assert all(mark.encode() in council_path.read_bytes() for mark in marks)
    assert run(capsys, "erase", "3", *WHY)[0] == 0
    left = b"".join(each.read_bytes() for each in council_path.parent.rglob("*") if each.is_file())
    assert [mark.encode() in left for mark in marks] == [True, False, True]
    assert marks[1][:9].encode() not in left
    assert {each.name for each in council_path.parent.iterdir()} == {council_path.name, LEDGER}


def test_erasing_leaves_everything_else_as_it_was(two: Path, tmp_path: Path, capsys: Captured) -> None:
    before = held(two)
    put(two.parent, "writing-anew-killed/dashboard.duckdb", b"half of a file")
    assert run(capsys, "send", put(tmp_path, "people.csv", PEOPLE))[0] == 0
    assert run(capsys, "erase", "4", *WHY)[0] == 0
    assert {each.name for each in two.parent.iterdir()} == {two.name, LEDGER}
    changed = {name for name, figure in held(two).items() if figure != before[name]}
    assert changed == {"sent.upload", "sent.event", "audit.line"}


def test_an_erasing_that_could_not_write_the_file_anew_is_finished_by_doing_it_again(
    two: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(database: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("data.intake.command.acts.rewrite", full)
        code, _, err = run(capsys, "erase", "3", *WHY)
    assert code == 1 and "still holds traces of it: No space left on device" in err
    assert designs(two) == ["1"]
    assert run(capsys, "erase", "3", *WHY)[0] == 0


def test_a_damaged_database_is_one_sentence(two: Path, capsys: Captured) -> None:
    two.write_bytes(b"")
    code, out, err = run(capsys, "history")
    assert (code, out) == (1, "") and err.count("\n") == 1 and "is damaged" in err
