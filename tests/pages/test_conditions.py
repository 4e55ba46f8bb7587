"""Conditions: every tile equals the files, the year's answers stand for both halves, nothing is added up."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.council.conditions import question
from pages.parts import options
from tests.example import example_database, example_files
from tests.pages import drawing
from tests.pages.drawing import lent, said
from tests.pages.test_sentences import shown
from tests.queries.plain import conditions as plain
from tests.queries.plain.files import Council, Row, read_council

NOW = "2026-27 H1"
FILTERS = (options.period, options.directorate, question)


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


@pytest.fixture(scope="module")
def council() -> Council:
    """The same council's files, read the slow way."""
    return read_council(example_files())


def body() -> None:
    """The page."""
    from pages.council.conditions import conditions

    conditions()


def drawn(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawing.drawn(body, **filters)


def answers(council: Council, period: str, **kept: str) -> list[Row]:
    """The answers worked out from the files, only those that hold the values kept."""
    rows = plain.answers_by_directorate(council, datetime.now(), period)
    return [row for row in rows if all(row[name] == value for name, value in kept.items())]


def tiles(at: AppTest) -> list[str]:
    """The tiles in the order they are drawn, without marks of weight."""
    return [shown(each.value).replace("**", "") for each in at.markdown if each.value.startswith("**")]


def named(text: str, opening: str) -> set[str]:
    """The conditions that a headline names after these words."""
    found = re.search(rf"{opening}[^:]*: ([^.]*)\.", text)
    return set(re.findall(r"“([^”]+)”", found[1])) if found else set()


@pytest.mark.parametrize(("directorate", "period"), [("ACH", NOW), ("REG", "2025-26 H2"), ("CFE", "2023-24 H2")])
def test_each_tile_and_both_sentences_equal_the_files(council: Council, directorate: str, period: str) -> None:
    rows, at = answers(council, period, directorate=directorate), drawn(directorate=directorate, period=period)
    assert len(tiles(at)) == len(rows) == 12
    for row in rows:
        (tile,) = [each for each in tiles(at) if each.startswith(row["question"])]
        answer = re.search(r"\} (Yes|Partly|Not sure|No)\b(.*)", tile)
        assert answer and answer[1].lower() == row["answer"]
        compared = row["answer_before"] not in (None, row["answer"])
        assert (f"was “{row['answer_before']}” last year" in answer[2]) == compared
        assert not row["note"] or row["note"] in tile
    first = shown(at.header[0].value)
    for opening, name, value in (("New yes since last year", "change", "new yes"), ("Answered no", "answer", "no")):
        wanted = [each["item_name"] for each in rows if each[name] == value]
        assert named(first, opening) == set(wanted[:4]), "four by name"
        assert len(wanted) < 5 or f"and {len(wanted) - 4} other" in first


def test_the_second_half_of_a_year_shows_the_answers_sent_with_the_first() -> None:
    first, second = (drawn(directorate="CFE", period=f"2025-26 H{half}") for half in (1, 2))
    assert tiles(first) == tiles(second)
    assert "the answers for 2025-26, sent with April to September 2025." in said(second)


def test_the_council_names_every_directorate_under_each_question_in_its_order(council: Council) -> None:
    every, names = tiles(drawn()), [row["label"] for row in council.ordered("directorates")]
    assert len(every) == 12
    for tile in every:
        for line in tile.split("\n"):
            places = [line.index(name) for name in names if name in line]
            assert places == sorted(places)
        sent = [name for name in names if name not in ("Law and Corporate Services", "Resources")]
        assert all(tile.count(name) == (name in sent) for name in names), "who sent none is said once, above"
    assert "No answers came from Law and Corporate Services and Resources." in said(drawn())


def test_one_question_stands_beside_itself_in_every_directorate(council: Council) -> None:
    at, rows = drawn(question="C04", directorate="FIN"), answers(council, NOW, item="C04")
    assert [tile.split("\n")[0] for tile in tiles(at)] == [row["directorate_name"] for row in rows]
    assert shown(at.header[0].value).startswith("Is time and money set aside? Yes in Adult Care and Health; Children, Families and Education")
    assert "No return from Law and Corporate" in shown(at.header[0].value) or "no return from Law" in said(at)


def test_what_was_not_sent_or_not_asked_is_said_with_what_to_do() -> None:
    law = said(drawn(directorate="LAW"))
    assert "has not sent its answers for 2026-27; they were due on 14 November 2026" in law
    assert "law-and-corporate-returns@example.org" in law and "New yes" not in law
    assert "Neighbourhoods was not asked yet for 2023-24" in said(drawn(directorate="NEI", period="2023-24 H2"))


def test_no_page_adds_answers_up() -> None:
    for filters in ({}, {"directorate": "REG"}, {"question": "C05"}):
        assert not re.search(r"\d+ of \d+|\d+%|\btotal\b|\bscore\b", said(drawn(**filters)))


@pytest.mark.trial
def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in (*drawing.dealt(offered), *drawing.dealt({**offered, "question": ["all"]})):
        assert drawn(**filters).title[0].value == "Conditions for co-production"
