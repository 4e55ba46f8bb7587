"""Text is kept letter for letter: a formula, a tag or SQL in a cell is text like any other."""

from pathlib import Path

import pytest

from data.database import Database
from tests.data.sending import MAIN, PROJECT, RATING, contents, put, send

TEXTS = (
    "=1+1",
    "+44",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","press")',
    "=cmd|' /C calc'!A0",
    "＝1＋1",
    "<script>alert(1)</script>",
    "<b>bold</b> & <img src=x onerror=alert(1)>",
    "![picture](http://example.org/a.png) **bold** [link](javascript:x)",
    "'; drop table sent.upload; --",
    '" or 1=1 --',
    "$period {} {{ 7*7 }} %s \\u0000 \\n",
    "line one\nline two",
    "tab\there, comma, and “quotes” 'too' \"twice\"",
    "Gwyneth’s café – naïve ☕ 共同",
    "\u202eright to left",
    "null",
    "NA",
)


def test_text_is_stored_letter_for_letter(council: Database, tmp_path: Path) -> None:
    rows = [
        {**PROJECT, "project_id": f"TEXT-{place}", "title": each} for place, each in enumerate(TEXTS)
    ]
    before = set(contents(council))
    assert send(council, tmp_path, projects=rows).status == "loaded"
    held = council.read(
        "select title from projects_in_force(timestamp '9999-12-31') "
        "where starts_with(project_id, 'TEXT') order by replace(project_id, 'TEXT-', '')::integer"
    )
    assert [title for (title,) in held.rows] == list(TEXTS)
    assert set(contents(council)) == before


def test_notes_and_evidence_are_stored_letter_for_letter(council: Database, tmp_path: Path) -> None:
    rating = {**RATING, "evidence": TEXTS[0], "learning": TEXTS[10], "what_changed": TEXTS[7]}
    theme = {**MAIN, "note": TEXTS[11]}
    assert send(council, tmp_path, maturity=[rating], themes=[theme]).status == "loaded"
    held = council.read(
        "select evidence, learning, what_changed, themes.note "
        "from maturity_in_force(timestamp '9999-12-31') "
        "join themes_in_force(timestamp '9999-12-31') as themes using (project_id, period)"
    )
    assert held.rows == [(TEXTS[0], TEXTS[10], TEXTS[7], TEXTS[11])]


def test_space_around_a_cell_is_not_part_of_it(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, projects=[{**PROJECT, "title": "  Day \u00a0chances\t", "level": " Operational "}])
    held = council.read(
        "select title, level from projects_in_force(timestamp '9999-12-31') "
        "where project_id = 'ACH-1'"
    )
    assert held.rows == [("Day \u00a0chances", "operational")]


@pytest.mark.parametrize(
    ("given", "stored"), [("'=1+1 forum", "=1+1 forum"), ("'tis a forum", "'tis a forum")]
)
def test_the_mark_that_disarms_a_formula_is_not_part_of_the_text(
    council: Database, tmp_path: Path, given: str, stored: str
) -> None:
    assert send(council, tmp_path, projects=[{**PROJECT, "title": given}]).status == "loaded"
    assert council.read("select title from sent.projects where upload_id = 2").rows == [(stored,)]


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("Adult Care and Health", "ACH"),
        ("adultcareandhealth", "ACH"),
        (" ach ", "ACH"),
        ("Children, Families and Education", "CFE"),
    ],
)
def test_a_code_or_a_label_may_be_given_and_the_code_is_stored(
    council: Database, tmp_path: Path, given: str, stored: str
) -> None:
    row = {**PROJECT, "project_id": "NEW", "directorate": given}
    assert send(council, tmp_path, projects=[row]).status == "loaded"
    held = council.read("select directorate from sent.projects where project_id = 'NEW'")
    assert held.rows == [(stored,)]


def test_british_and_machine_dates_are_the_same_day(council: Database, tmp_path: Path) -> None:
    for place, day in enumerate(("2025-02-03", "03/02/2025", "3/2/2025")):
        row = {**PROJECT, "project_id": f"DAY-{place}", "start_date": day}
        assert send(council, tmp_path, projects=[row]).status == "loaded"
    held = council.read("select distinct start_date::varchar from sent.projects "
                        "where starts_with(project_id, 'DAY')")  # fmt: skip
    assert held.rows == [("2025-02-03",)]


def test_the_very_bytes_that_were_sent_are_kept(council: Database, tmp_path: Path) -> None:
    path = put(tmp_path, "kept.csv", b"\xef\xbb\xbf" + b"\r\n".join(
        b"project_id,title,directorate,kind,level,status,start_date\n"
        b"KEPT,=1+1,ACH,project,operational,active,2025-01-01\n".splitlines()))  # fmt: skip
    assert send(council, tmp_path, kept=path.read_bytes()).status == "loaded"
    held = council.read("select file_name, file_bytes from sent.upload order by upload_id desc limit 1")
    assert held.rows == [("kept.csv", path.read_bytes())]
