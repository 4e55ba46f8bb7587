"""An answer cannot be changed, says what it is, and leaves as a file that a spreadsheet may open."""

import csv
import io
from collections.abc import Sequence
from dataclasses import FrozenInstanceError
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import pytest

from queries import Answer, Column, Note, Question
from queries.answer import freeze, neutral

NOTE = Note("made up", "April to September 2026", True, date(2026, 11, 1), "Every figure made up")
FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "  \u3000=1", "\n=1",
    "＝1+1", "＋1", "－1", "＠A1", " ＝1",
]  # fmt: skip


def made(*columns: tuple[str, str], rows: Sequence[tuple[Any, ...]], note: Note = NOTE) -> Answer:
    """An answer of (name, kind) columns."""
    described = tuple(
        Column(name, kind, f"what {name} means", "projects") for name, kind in columns
    )
    question = Question(
        "made/up", "How many are there?", "one", "made up", (), described, "", frozenset()
    )
    frozen = freeze(list(rows), tuple(name for name, _ in columns))
    return Answer(question, MappingProxyType({}), frozen, note)


def lines(answer: Answer) -> list[list[str]]:
    """The answer's file as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(answer.csv().decode("utf-8-sig"), newline="")))


def table(answer: Answer) -> list[list[str]]:
    """The table below the note's lines: header and rows."""
    found = lines(answer)
    return found[found.index([]) + 1 :]


def test_an_answer_cannot_be_changed() -> None:
    answer = made(("title", "label"), ("projects", "work"), rows=[("A", 1)])
    with pytest.raises(FrozenInstanceError):
        answer.rows = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        answer.rows[0]["projects"] = 2  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        answer.note.source = "another"  # type: ignore[misc]
    assert isinstance(answer.rows, tuple)


def test_its_frame_is_a_copy_and_whole_numbers_stay_whole() -> None:
    answer = made(("title", "label"), ("projects", "work"), rows=[("A", 1), ("B", None)])
    frame = answer.frame()
    assert str(frame["projects"].dtype) == "Int64"
    frame.loc[0, "projects"] = 9
    assert answer.rows[0]["projects"] == 1
    assert list(made(("a", "label"), rows=[]).frame().columns) == ["a"]


def test_the_only_row_is_asked_for_where_there_is_one() -> None:
    assert made(("n", "work"), rows=[(3,)]).one == {"n": 3}
    for rows in ([], [(1,), (2,)]):
        with pytest.raises(ValueError):
            made(("n", "work"), rows=rows).one  # noqa: B018


def test_rows_and_columns_are_found_by_what_they_hold() -> None:
    answer = made(("a", "label"), ("b", "label"), rows=[("x", 1), ("y", 1), ("x", 2)])
    assert [row["b"] for row in answer.where(a="x")] == [1, 2]
    assert answer.where(a="x", b=2) == (answer.rows[2],)
    assert answer.column("b").meaning == "what b means"
    with pytest.raises(KeyError):
        answer.column("c")


def test_the_file_opens_in_a_spreadsheet_and_begins_with_what_must_be_said() -> None:
    answer = made(("people", "people"), rows=[(5,)])
    content = answer.csv()
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    assert lines(answer)[: len(NOTE.lines()) + 2] == [
        ["How many are there?"], *([line] for line in NOTE.lines()), [],
    ]  # fmt: skip


def test_the_mark_is_that_of_the_file_and_of_no_other_rows() -> None:
    one, other = (made(("people", "people"), rows=[(many,)]) for many in (5, 10))
    assert one.mark == sha256(one.csv()).hexdigest() == one.mark != other.mark


def test_nought_people_are_shown_as_fewer_than_5() -> None:
    answer = made(("people", "people"), ("projects", "work"), rows=[(0, 0), (25, 1), (None, None)])
    assert table(answer) == [
        ["people", "people shown", "projects"],
        ["0", "fewer than 5", "0"],
        ["25", "25", "1"],
        ["", "", ""],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_would_run_as_a_formula_is_disarmed(text: str) -> None:
    assert table(made(("title", "label"), rows=[(text,)]))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["A = B", "1-2", "mail@example.org", "", "(=1)", "Plain title"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_numbers_and_dates_stay_numbers_and_dates() -> None:
    answer = made(
        ("gap", "work"), ("share", "open"), ("day", "label"), rows=[(-2, -1.5, date(2026, 5, 14))]
    )
    assert table(answer)[1] == ["-2", "-1.5", "2026-05-14"]


def test_the_question_and_the_note_are_disarmed_as_well() -> None:
    note = Note("made up", None, False, date(2026, 11, 1), "=1+1")
    assert ["'=1+1"] in lines(made(("n", "work"), rows=[(1,)], note=note))


def test_the_note_says_source_half_year_rounding_and_moment() -> None:
    said = NOTE.lines()
    assert said[0] == "Every figure made up"
    assert "Source: made up." in said and "Half-year: April to September 2026." in said
    assert any("rounded to 5" in line and "fewer than 5" in line for line in said)
    assert said[-1] == "As it stood on 1 November 2026."


def test_the_note_of_figures_about_work_says_nothing_of_rounding() -> None:
    note = Note("made up", None, False, date(2026, 11, 1), "")
    assert note.lines() == ["Source: made up.", "As it stood on 1 November 2026."]
