"""`show` writes what counts so that sending it again says "already"; every text comes back as it is."""

import csv
import io
from pathlib import Path

import pytest

from data.settings import database_path
from tests.data.command.run import Captured, run, told
from tests.data.sending import ANSWER, MAIN, PEOPLE, RATING, Row, counted, put
from tests.example import example_database

WHY = ("--reason", "a trial")
EARLIER = "2025-26 H2"
RATED = [
    {"project_id": project, "period": period}
    for project in ("ACH-1", "ACH-2", "CFE-1") for period in (EARLIER, str(RATING["period"]))
]  # fmt: skip
HOSTILE = [
    "=1+1", "+44 151", "-5", "@SUM(A1)", "'quoted'", '"said"', "a,b;c\td|e", "two\nlines", "two\r\nlines",
    "n/a", "total 5", "ends with £ – “x”", "Robert'); drop table sent.upload;--",
    "<b>bold</b>", "=cmd|' /C calc'!A0", "0012", "1e5", "#REF!",
]  # fmt: skip


def sent_back(captured: Captured, folder: Path, name: str, *only: str) -> str:
    """What becomes of the rows in force when they are sent as they are shown."""
    code, out, err = run(captured, "show", "--return", name, *only)
    assert (code, err) == (0, "")
    file = put(folder, f"{name}-shown.csv", out.encode("utf-8"))
    code, answer = told(captured, "send", file)
    assert code == 0, answer
    return str(answer["status"])


def test_what_counts_comes_back_as_it_was_sent(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    for name, rows in (("maturity", [RATING]), ("themes", [MAIN]), ("conditions", [ANSWER])):
        assert told(capsys, "send", put(tmp_path, f"{name}.csv", rows))[0] == 0
        assert sent_back(capsys, tmp_path, name) == "already"
    assert sent_back(capsys, tmp_path, "projects") == "already"


def test_hostile_text_comes_back_as_it_was_sent(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    for begin in range(0, len(HOSTILE), len(RATED)):
        rows: list[Row] = [
            {**RATING, **whose, "evidence": text, "learning": text, "learning_kind": "helped"}
            for whose, text in zip(RATED, HOSTILE[begin:], strict=False)
        ]
        file = put(tmp_path, "rated.csv", rows)
        code, answer = told(capsys, "send", "--good-rows", *WHY, file)
        assert code == 0 and answer["rows"] >= 4, str(answer["problems"])
        assert sent_back(capsys, tmp_path, "maturity") == "already", rows
    file = put(tmp_path, "rated.csv", [{**RATING, "evidence": "\x1b[31mred"}])
    assert "signs that no text has" in str(told(capsys, "send", *WHY, file)[1]["problems"])


def test_a_terminal_is_not_driven(
    council_path: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{**RATING, "evidence": "turned \u202e round"}]
    assert told(capsys, "send", put(tmp_path, "rated.csv", rows))[0] == 0
    assert "\u202e" in run(capsys, "show", "--return", "maturity")[1]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = run(capsys, "show", "--return", "maturity")[1]
    assert "\u202e" not in out and "turned \\u202e round" in out


def test_counts_are_shown_a_directorate_and_unit_at_a_time(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    for place, rows in enumerate((PEOPLE, counted("sex", "CFE", female=3, male=2, not_known=0))):
        assert told(capsys, "send", put(tmp_path, f"{place}.csv", rows))[0] == 0
    for code in ("ACH", "CFE"):
        only = ("--only", f"directorate={code}", "--only", "unit=people")
        assert sent_back(capsys, tmp_path, "participation", *only) == "already"
    out = run(capsys, "show", "--return", "participation")[1]
    assert sorted(row["count"] for row in csv.DictReader(io.StringIO(out))) == sorted(
        str(count) for count in (12, 9, 2, 5, 17, 1, 3, 2, 0)
    )
    assert out.count("\r\n") == out.count("\n") == 10


def test_where_nothing_changed_it_is_said_again(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    first: Row = {**RATING, "period": EARLIER, "evidence": "Seen"}
    same: Row = {**dict.fromkeys(RATING, ""), "project_id": "ACH-1", "period": RATING["period"],
                 "nothing_changed": "yes", "people": 4}  # fmt: skip
    for rows in ([first], [same]):
        assert told(capsys, "send", *WHY, put(tmp_path, "rated.csv", rows))[0] == 0
    assert sent_back(capsys, tmp_path, "maturity") == "already"
    assert told(capsys, "send", *WHY, put(tmp_path, "new.csv", [{**first, "design": 2}]))[0] == 0
    code, out, _ = run(capsys, "show", "--return", "maturity", "--only", f"period={RATING['period']}")
    assert code == 0 and ",5,3,NS,NA," in out and ",yes" not in out


@pytest.mark.parametrize("name", ["projects", "maturity", "themes", "conditions"])
def test_the_example_comes_back_as_it_is(name: str, tmp_path: Path, capsys: Captured) -> None:
    database_path().parent.mkdir(parents=True)
    database_path().write_bytes(example_database().read_bytes())
    assert sent_back(capsys, tmp_path, name) == "already"
