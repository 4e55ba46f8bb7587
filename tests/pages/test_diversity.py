"""Who takes part: every choice draws, and the words are those of the figures."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.council.diversity import characteristic, unit
from pages.parts import options
from pages.parts.diversity_words import FEWER, summary
from pages.parts.missing_words import at_once, how_many, invitation
from queries import ask
from tests.example import example_database
from tests.pages.drawing import dealt, drawn, lent, said

NOW = "2026-27 H1"
FILTERS = (options.period, options.directorate, characteristic, unit)


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.council.diversity import diversity

    st.session_state.setdefault("doors", {})
    diversity()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def test_every_choice_draws() -> None:
    offered = {one.name: [code for code, _ in one.options] for one in (made() for made in FILTERS)}
    for filters in dealt(offered):
        assert page(**filters).title[0].value == "Who takes part"


@pytest.mark.trial
def test_every_choice_draws_alone_and_beside_others() -> None:
    alone = [{one.name: code} for one in (made() for made in FILTERS) for code, _ in one.options]
    both = [
        {"characteristic": code, "directorate": place}
        for code, _ in characteristic().options
        for place in ("ACH", "LAW")
    ]
    other = [{"period": "2024-25 H2", "unit": "attendances", "directorate": "REG", "characteristic": "age"}]
    other += [{"period": "2025-26 H1", "unit": "forms", "directorate": "NEI", "characteristic": "sex"}]
    for filters in (*alone, *both, *other):
        assert page(**filters).title[0].value == "Who takes part"


def test_the_headline_names_exactly_the_groups_with_fewer() -> None:
    for place in ("all", "ACH", "CFE", "NEI"):
        rows = ask("diversity/findings", period=NOW, unit="people", ages="all").where(directorate=place)
        first = summary(rows, "Here")
        for row in rows:
            shares = ask(
                "diversity/shares", period=NOW, unit="people", ages="all",
                characteristic=row["characteristic"],
            ).where(directorate=place)  # fmt: skip
            fewer = [each["category_name"] for each in shares if each["verdict"] == FEWER]
            assert [name for name in fewer if name not in first] == []
            assert (row["fewer"] or "") == "; ".join(fewer)


def test_every_group_that_is_missing_stands_in_the_list_with_how_many_more() -> None:
    every = ask("diversity/missing", period=NOW, unit="people", ages="all")
    for place in ("all", "NEI"):
        rows = every.where(directorate=place, fewer=True)
        words = said(page(directorate=place))
        assert rows and "Invite openly" in words
        for row in rows:
            line = f"{row['category_name']} ({row['characteristic_name'].lower()}): {how_many(row)}"
            assert line in words.replace("**", "")
        assert f"about {rows[0]['at_once_total']} more people: " in words


def test_more_than_a_council_can_invite_is_said_so() -> None:
    row = {"category_name": "A", "how_many_more": 80, "together": None, "together_total": None, "most": 60}
    other = {**row, "category_name": "B", "how_many_more": 20}
    assert how_many(row).endswith("which is over the 60 that the council says it can invite in a half-year")
    assert how_many(other) == "about 20 more people"
    assert at_once([row, other], "together").startswith("For both at once it would take more than the 60")
    assert at_once([row], "together") == "" == invitation([{**row, "how_many_more": None}])
    both = [{**each, "together": 75 - each["how_many_more"] // 4, "together_total": 130} for each in (row, other)]
    assert "For both at once, about 130 more people: A (55) and B (70)." in invitation(both)


def test_each_characteristic_has_its_line_in_the_order_of_the_list() -> None:
    rows = ask("diversity/findings", period=NOW, unit="people", ages="all").where(directorate="NEI")
    at = page(directorate="NEI")
    words, names = said(at), [row["characteristic_name"] for row in rows if row["collected"]]
    links = [re.sub(r"^:primary\[|\]$", "", each) for each in (*(b.label for b in at.button), *(m.value for m in at.markdown))]
    assert [each for each in links if each in names] == names and (len(names), len(rows)) == (6, 8)
    assert words.count("Not collected") == words.count("not yet level with the population") == 1
    assert "said: religion and sexual orientation. They can be asked on the next form" in words
    alone = said(page(directorate="NEI", characteristic="religion"))
    assert "It can be asked on the next form and sent with the next return" in alone


def test_where_few_answered_no_difference_does_not_sound_like_good_news() -> None:
    words = said(page(directorate="FIN"))
    assert "can be judged, but with so few answers only gaps over 10 points would usually show; 5 char" in words
    assert "No clear difference. With so few answers, only a gap of 22 points" in words.replace("**", "")
    assert "Like the population" not in words


def test_every_page_of_findings_says_it_is_a_guide_and_with_what_it_compares() -> None:
    words = said(page(characteristic="disability", directorate="NEI"))
    assert "a guide, not proof" in words and "All residents of Wirral, Census 2021" in words
    assert "Invite openly" in words and "No figures are held for the people" in words


def test_where_nothing_was_sent_the_page_says_where_there_is_something() -> None:
    assert "Law and Corporate Services has not sent counts of people" in said(page(directorate="LAW"))
    assert "Adult Care and Health (people)" in said(page(unit="attendances"))
