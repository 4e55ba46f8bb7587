"""Pages as they stood: said on every page, kept from page to page, left again, and refused in a sentence."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.links import carried
from queries import ask
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said

DAY, PERIOD = "2025-05-14", "2024-25 H2"
THEN = date(2025, 5, 14)
LOOKING = "You are looking at these figures as they stood"


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def overview() -> None:
    """The first page."""
    from pages.council.overview import overview

    overview()


def due() -> None:
    """A page on returns."""
    from pages.returns.due import due

    due()


def sent() -> None:
    """A page that acts."""
    from pages.returns.history import history

    history()


def figures(at: AppTest) -> list[str]:
    """The four figures of the overview."""
    return [each.value for each in at.metric]


def back(at: AppTest) -> AppTest:
    """The page after going back to now."""
    return at.button(key="now").click().run()


def test_a_page_says_as_of_when_it_is_and_shows_the_figures_of_then() -> None:
    at = drawn(overview, as_it_stood_on=DAY)
    assert f"{LOOKING} on 14 May 2025." in said(at) and "As it stood on 14 May 2025." in said(at)
    row = ask("overview/headline", period=PERIOD, as_at=THEN).one
    assert figures(at)[:2] == [f"{row['projects']}", f"{row['returns_received']} of {row['returns_due']}"]
    assert at.selectbox[0].value == PERIOD, "it opens on the newest half-year that had ended"
    assert "2025-26 H2" not in at.session_state["choices"].values()
    now = figures(drawn(overview, period=PERIOD))
    assert figures(at) != now and figures(back(at)) == now


def test_before_an_upload_is_said_with_the_time_it_came_in() -> None:
    row = ask("returns/uploads").where(received_on=THEN, return_name="projects")[0]
    at = drawn(overview, before=str(row["upload"]), period=PERIOD)
    words = f"{LOOKING} before upload {row['upload']}, which came in on 14 May 2025 at 12:00."
    assert words in said(at) and "As it stood on 14 May 2025, just before 12:00." in said(at)
    assert figures(at) == figures(drawn(overview, as_it_stood_on="2025-05-13", period=PERIOD))


@pytest.mark.parametrize("wrong", ["2099-01-01", "2020-01-01", "yesterday", "[a](b)", ""])
def test_what_cannot_be_shown_is_said_and_the_page_is_as_it_is_now(wrong: str) -> None:
    at = drawn(due, as_it_stood_on=wrong, period=PERIOD)
    assert "These are the figures as they stand now." in at.warning[0].value and LOOKING not in said(at)
    assert "As it stood on 14 May 2025." not in said(at)


def test_now_needs_no_banner_and_the_box_stands_at_today() -> None:
    at = drawn(overview)
    assert LOOKING not in said(at) and not at.warning
    assert at.date_input[0].value == at.date_input[0].max


def test_a_day_is_chosen_in_the_box_and_written_into_the_address_with_every_filter() -> None:
    at = drawn(overview, period="2024-25 H1")
    at.date_input[0].set_value(THEN).run()
    assert f"{LOOKING} on 14 May 2025." in said(at)
    assert address(at) == {"period": "2024-25 H1", "as_it_stood_on": DAY}
    at.selectbox[0].set_value(PERIOD).run()
    assert address(at) == {"period": PERIOD, "as_it_stood_on": DAY}
    assert address(back(at)) == {"period": PERIOD}


def address(at: AppTest) -> dict[str, str]:
    """What the address says."""
    return {name: "".join(code) for name, code in at.query_params.items()}


def moved(at: AppTest, page: Callable[[], None]) -> AppTest:
    """Another page of the same visit, reached by the menu."""
    there = AppTest.from_function(page, default_timeout=90)
    for name in ("choices", "bare addresses", "moment drawn at", "filters drawn at"):
        there.session_state[name] = at.session_state[name]
    return there.run()


def test_the_moment_is_kept_from_page_to_page_and_the_address_says_so() -> None:
    at = moved(drawn(overview, as_it_stood_on=DAY), due)
    assert f"{LOOKING} on 14 May 2025." in said(at)
    assert address(at)["as_it_stood_on"] == DAY
    assert LOOKING not in said(moved(back(at), overview))


def test_a_page_that_acts_is_as_it_is_now_and_says_so() -> None:
    at = drawn(sent, as_it_stood_on=DAY)
    assert "This page is as it is now. The pages with figures are shown as they stood on 14 May 2025." in said(at)
    assert f"{len(ask('returns/uploads').rows)} uploads were sent" in said(at) and not at.date_input


def test_links_carry_the_moment_and_one_that_names_another_leaves_it_behind() -> None:
    def links() -> None:
        import streamlit

        from pages.parts.links import carried

        streamlit.session_state["choices"] = {"as_it_stood_on": "2025-05-14", "level": "strategic"}
        streamlit.text(f"{carried({})} {carried({'before': '37'})}")

    at = AppTest.from_function(links).run()
    assert at.text[0].value == "{'as_it_stood_on': '2025-05-14'} {'before': '37'}"
    assert carried({}) == {}
