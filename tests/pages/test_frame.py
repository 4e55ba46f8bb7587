"""The frame of every page: guard, banner, body, sources, and what a mistake looks like."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from queries import NotReady
from streamlit.testing.v1 import AppTest

from pages.parts import banner as bannering
from pages.parts import guard as guarding
from pages.parts import page as framing
from pages.parts.foot import ROUNDED, sources
from tests.example import example_database
from tests.pages import made_up
from tests.pages.drawing import lent

COUNCIL = {"name": "Example Borough", "notice": "Example Borough, every figure made up"}


@pytest.fixture(autouse=True)
def without_a_database(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A council of its own, and a database that is always ready."""
    monkeypatch.setattr(guarding, "ready", lambda: None)
    monkeypatch.setattr(bannering, "council", lambda: COUNCIL)
    yield


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council, so that no page makes one of its own."""
    yield from lent(example_database())


def one_page() -> None:
    """A page that uses one answer twice."""
    import streamlit

    from pages.parts.page import cite, page
    from tests.pages.made_up import titles

    @page("Titles", section="", address="titles", order=1)
    def body() -> None:
        """One answer, twice."""
        cite(titles())
        cite(titles())
        if streamlit.session_state.get("wrong"):
            raise streamlit.session_state["wrong"]
        streamlit.text("drawn")

    body()


def drawn(wrong: Exception | None = None) -> AppTest:
    """The page, drawn; with `wrong`, its body raises that."""
    at = AppTest.from_function(one_page, default_timeout=90)
    at.session_state["wrong"] = wrong
    return at.run()


def small_print(at: AppTest) -> str:
    """All the Markdown of a page as plain words."""
    return " ".join(each.value for each in at.markdown).replace("\\", "")


def test_a_page_is_framed_by_banner_title_sources_and_credit() -> None:
    at = drawn()
    assert at.title[0].value == "Titles"
    words = small_print(at)
    assert words.startswith(":small[**Example Borough, every figure made up.** No sign-in is needed:")
    assert words.count("Source: made up for looking at furniture.") == 1
    assert words.count("Figures about people are rounded to 5") == 1
    assert "[Think Local Act Personal" in words


def test_several_sources_are_named_in_one_sentence() -> None:
    other = replace(made_up.NOTE, source="the list of periods", rounded=False)
    said = sources([made_up.NOTE, other, made_up.NOTE])
    assert said[0] == "Sources: made up for looking at furniture; the list of periods."
    assert len(said) == len(set(said)) == 3
    assert sources([]) == [ROUNDED]
    given = ("ratings and projects returns", "the list of half-years, and every return", "ratings returns, for a place")
    assert sources([replace(other, source=each) for each in given])[0] == "Source: returns on projects and ratings."
    given = ("ratings returns", "every return", "returns on who takes part, and population figures for the area")
    told = sources([replace(other, source=each) for each in given])[0]
    assert told == "Sources: every return; population figures for the area."


def test_a_council_without_a_notice_is_still_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bannering, "council", lambda: {"name": "Anyborough", "notice": None})
    assert "**Anyborough co-production dashboard.**" in small_print(drawn())


def test_a_page_is_not_drawn_when_the_database_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> None:
        raise NotReady("the file *x* is damaged. Put back your newest backup")

    monkeypatch.setattr(guarding, "ready", damaged)
    at = drawn()
    assert at.error[0].value == "The file \\*x\\* is damaged\\. Put back your newest backup\\."
    assert not at.text and not at.markdown


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.7", "", "dashboard.example.org"])
def test_a_page_is_not_drawn_where_another_machine_could_reach_it(address: str) -> None:
    at = AppTest.from_function(one_page, default_timeout=90)
    usual = st.get_option("server.address")
    st.config.set_option("server.address", address)
    try:
        at.run()
    finally:
        st.config.set_option("server.address", usual)
    assert "serves this machine only" in at.error[0].value
    assert not at.text


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.1.1", "::1", "localhost"])
def test_this_machine_alone_is_served(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(guarding.st, "get_option", lambda _name: address)
    assert guarding.serves_this_machine_only()


def test_a_mistake_is_one_sentence_on_screen_and_one_line_without_figures_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        at = drawn(ValueError("31 people"))
    assert not at.exception and not at.text
    assert at.error[0].value == framing.BROKEN
    (line,) = [each.getMessage() for each in caplog.records if each.name == framing.LOG.name]
    assert line.startswith("page titles stopped: ValueError at ")
    assert "31" not in line.split(" at ")[0] and "people" not in line


def test_what_is_not_ready_says_so_itself() -> None:
    assert drawn(NotReady("the list of themes is gone")).error[0].value == "The list of themes is gone\\."
