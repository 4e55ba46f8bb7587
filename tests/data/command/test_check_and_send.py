"""`python -m data.intake check` and `send`: what they take, what they answer, what they leave alone."""

import io
from pathlib import Path

import xlsxwriter

from tests.data.command.run import Captured, held, run, told
from tests.data.sending import ANSWER, MAIN, PEOPLE, RATING, Row, put

BAD: Row = {**RATING, "project_id": "ACH-2", "design": 9}
WHY = ("--reason", "a correction")


def book(*sheets: list[Row]) -> bytes:
    """A workbook with a sheet for each list of rows."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        for rows in sheets:
            page = workbook.add_worksheet()
            for row, cells in enumerate([list(rows[0]), *(list(each.values()) for each in rows)]):
                page.write_row(row, 0, cells)
    return content.getvalue()


def test_check_tells_and_changes_nothing(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    before = council_path.read_bytes()
    code, answer = told(capsys, "check", put(tmp_path, "rated.csv", [RATING]))
    assert (code, answer["status"], answer["return"], answer["rows"]) == (0, "loaded", "maturity", 1)
    assert answer["upload"] is None and answer["error"] is None
    assert run(capsys, "check", put(tmp_path, "bad.csv", [BAD]))[0] == 1
    assert council_path.read_bytes() == before


def test_send_answers_in_the_promised_form(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = put(tmp_path, "rated.csv", [RATING])
    code, answer = told(capsys, "send", file, "--agreed-by", "Head of Testing", "--minutes", "12")
    assert (code, answer.pop("problems")) == (0, [])
    assert answer == {"status": "loaded", "return": "maturity", "upload": 2, "rows": 1,
                      "rows_left_out": 0, "error": None}  # fmt: skip
    code, answer = told(capsys, "send", file)
    assert (code, answer["status"], answer["upload"]) == (0, "already", 2)
    themes = put(tmp_path, "themes.csv", [MAIN])
    assert [told(capsys, act, themes)[1]["status"] for act in ("send", "check")] == ["loaded", "already"]


def test_a_problem_is_told_with_its_cell(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    before = held(council_path)
    code, answer = told(capsys, "send", put(tmp_path, "rated.csv", [RATING, BAD]))
    assert (code, answer["status"], answer["rows"], answer["upload"]) == (1, "rejected", 0, None)
    problem = next(each for each in answer["problems"] if each["severity"] == "must_fix")
    assert (problem["line"], problem["excel_row"], problem["column"], problem["value"]) == (3, 3, "design", "9")
    assert held(council_path) == before


def test_good_rows_are_sent_alone_when_that_is_asked(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = put(tmp_path, "rated.csv", [RATING, BAD])
    assert told(capsys, "check", "--good-rows", file)[1]["status"] == "partial"
    code, answer = told(capsys, "send", "--good-rows", file)
    assert (code, answer["status"], answer["rows"], answer["rows_left_out"]) == (0, "partial", 1, 1)
    (problem,) = [each for each in answer["problems"] if each["severity"] == "must_fix"]
    assert (problem["line"], problem["column"], problem["value"]) == (3, "design", "9")
    code, out, _ = run(capsys, "history")
    assert code == 0 and "1 row (1 left out)" in out.splitlines()[0]


def test_rows_left_out_are_told_in_words(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    for act in ("check", "send"):
        code, out, _ = run(capsys, act, "--good-rows", put(tmp_path, "rated.csv", [RATING, BAD]))
        assert code == 0 and "Left out, to be put right. Column C, " in out and "row 3, “9”" in out


def test_counts_of_people_are_never_sent_in_part(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = put(tmp_path, "people.csv", [*PEOPLE, {**PEOPLE[0], "category": "nobody"}])
    assert told(capsys, "send", "--good-rows", file)[1]["status"] == "rejected"


def test_headers_are_matched_as_said(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    rows = [{"Our ref": row.pop("project_id"), "Also": "x", **row} for row in [dict(RATING)]]
    file = put(tmp_path, "rated.csv", rows)
    assert told(capsys, "send", file)[0] == 1
    code, answer = told(capsys, "send", "--match", "Our ref=project_id", "--match", "Also=-", file)
    assert (code, answer["status"]) == (0, "loaded")


def test_a_final_half_year_wants_its_reason_at_a_check_too(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    told(capsys, "send", put(tmp_path, "rated.csv", [RATING]))
    other = put(tmp_path, "other.csv", [{**RATING, "design": 4}])
    for act in ("check", "send"):
        code, answer = told(capsys, act, other)
        assert (code, answer["status"]) == (1, "rejected")
        assert "only corrections with a reason" in str(answer["problems"])
        assert run(capsys, act, other, *WHY)[0] == 0


def test_a_workbook_of_several_returns_is_one_answer(
    council_path: Path, tmp_path: Path, capsys: Captured
) -> None:
    code, answer = told(capsys, "send", put(tmp_path, "all.xlsx", book([RATING], [MAIN], [ANSWER])))
    assert (code, answer["status"], answer["return"], answer["rows"]) == (0, "loaded", None, 3)
    assert [each["return"] for each in answer["files"]] == ["conditions", "maturity", "themes"]
    assert [each["upload"] for each in answer["files"]] == [2, 3, 4]
    bad = put(tmp_path, "bad.xlsx", book([BAD], [{**MAIN, "project_id": "ACH-2"}]))
    code, answer = told(capsys, "send", bad)
    assert (code, {each["status"] for each in answer["files"]}) == (1, {"rejected", "held back"})


def test_words_say_where_and_what(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    code, out, err = run(capsys, "check", put(tmp_path, "rated.csv", [RATING, BAD]))
    assert (code, err) == (1, "") and "would be refused" in out
    assert "Must fix. Column C, " in out and "row 3, “9”" in out
    _, out, _ = run(capsys, "check", put(tmp_path, "themes.csv", [MAIN]))
    assert "can be sent: 1 row." in out and "It would add 1 row," in out


def test_a_file_that_is_too_large_is_not_read(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "large.csv"
    with file.open("wb") as large:
        large.truncate(3 * 1024**3)
    code, answer = told(capsys, "send", file)
    assert code == 1 and "is 3072 MB; the largest file taken is 20 MB" in str(answer["problems"])
