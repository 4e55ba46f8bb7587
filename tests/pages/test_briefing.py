"""Briefing: its sentences are the Overview's, its answers the screen's, and every choice draws."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.parts.briefing_files import FILES, called
from pages.parts.briefing_pack import composed
from pages.parts.tables import named
from queries import ask
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.pages.test_overview import body as overview
from tests.pages.test_sentences import shown

NOW, FIRST = "2026-27 H1", "2023-24 H2"


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.council.briefing import briefing

    briefing()


def test_the_sentences_are_those_of_the_overview_and_the_answers_those_of_the_screen() -> None:
    screen = said(drawn(overview, period=NOW))
    pack = composed(NOW, (), ())
    assert all(one.said in screen and one.ask in screen for one in pack.places[0].findings)
    for section in pack.places[0].sections:
        for answer in (*(table.answer for table in section.tables), *section.behind):
            fresh = ask(answer.question.address, **answer.parameters)
            assert [dict(row) for row in answer.rows] == [dict(row) for row in fresh.rows]


def test_charts_and_tables_call_the_strength_of_a_theme_what_the_page_calls_it() -> None:
    (section,) = composed(NOW, (), ("themes",)).places[0].sections
    bars = {each.label for chart in section.charts for each in chart.series}
    headings = {named(column) for each in section.tables for column in each.answer.columns}
    for words in ("Change shown", "Work under way", "Could contribute"):
        assert words in bars and f"{words} (projects)" in headings
    assert not {"Active", "Possible"} & bars


def test_the_page_offers_four_files_and_says_what_they_say() -> None:
    for filters in ({}, {"directorates": "CFE,LAW", "pages": "themes"}, {"period": FIRST}):
        at = drawn(body, **filters)
        labels = " ".join(each.label.lower() for each in at.get("download_button"))
        assert all(f"the {name}" in said(at).lower() and name in labels for name in FILES)
        assert len(at.get("download_button")) == 4
        newest = "This is not the newest half-year: that is April to September 2026."
        assert (newest in said(at)) == ("period" in filters)
        assert said(at).count("What is good") == len(filters.get("directorates", "one").split(","))
    assert at.title[0].value == "Briefing"


def test_a_file_is_named_by_its_place_and_half_year() -> None:
    for places, where in (((), "whole-council"), (("NEI",), "neighbourhoods"), (("NEI", "CFE"), "2-directorates")):
        name = called(composed(NOW, places, ("themes",)), "one page", NOW)
        assert re.fullmatch(f"briefing-one-page-{where}-2026-27-h1-[0-9a-f]{{8}}", name)


def test_an_address_with_nonsense_is_the_whole_council() -> None:
    at = drawn(body, directorates="NONE,<script>", pages="x")
    assert "Whole council" in said(at)


def test_a_briefing_of_an_earlier_day_says_what_the_overview_said_on_it() -> None:
    on = {"period": FIRST, "as_it_stood_on": "2024-05-10"}
    words = [[each.value for each in drawn(body, **at).markdown] for at in (on, {"period": FIRST})]
    then, now = (each[each.index("**What is good**") + 1] for each in words)
    assert then != now and shown(then) in said(drawn(overview, **on))
