"""Filters: the address rules, nothing else gets in, and pages share what was chosen."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.options import Filter

SIZE = Filter("size", "Size", (("s", "Small"), ("l", "Large")), "s")


def page_with_filters() -> None:
    """Two filters in a row and one lower down."""
    import streamlit as st

    from pages.parts.filters import Filter, choose

    st.session_state["page address"] = st.session_state.get("at", "here")
    st.session_state["choices here"] = {}
    size = Filter("size", "Size", (("s", "Small"), ("l", "Large")), "s")
    period = Filter("period", "Half-year", (("new", "New"), ("old", "Old")), "new")
    look = Filter("look", "Show", (("few", "Few"), ("many", "*Many*")), "few", "buttons")
    chosen = choose(size, period)
    st.text(f"{chosen} {choose(look)}")


def opened(**address: str | list[str]) -> AppTest:
    """The page, opened at an address."""
    at = AppTest.from_function(page_with_filters, default_timeout=90)
    for name, code in address.items():
        at.query_params[name] = code
    return at.run()


def address(at: AppTest) -> dict[str, str]:
    """What the address says."""
    return {name: "".join(code) for name, code in at.query_params.items()}


def test_a_bare_address_is_every_filter_at_its_default_and_stays_bare() -> None:
    at = opened()
    assert at.text[0].value == "{'size': 's', 'period': 'new'} {'look': 'few'}"
    assert address(at) == {}


def test_the_address_rules() -> None:
    at = opened(size="l", period="old", look="many")
    assert at.text[0].value == "{'size': 'l', 'period': 'old'} {'look': 'many'}"


def test_a_name_the_address_leaves_out_is_at_its_default() -> None:
    at = opened(size="l")
    assert at.text[0].value.startswith("{'size': 'l', 'period': 'new'}")
    assert address(at) == {"size": "l"}


@pytest.mark.parametrize("wrong", ["", "x", ["s", "x"], "L", "Large", "l' or 1=1", "s" * 5000])
def test_a_value_that_is_no_option_is_ignored_and_corrected(wrong: str | list[str]) -> None:
    at = opened(size=wrong, period="old")
    assert at.text[0].value.startswith("{'size': 's', 'period': 'old'}")
    assert address(at)["size"] == "s"


def test_a_choice_writes_every_filter_of_the_page_and_keeps_what_else_is_there() -> None:
    at = opened(other="kept")
    at.selectbox[0].set_value("l").run()
    assert at.text[0].value == "{'size': 'l', 'period': 'new'} {'look': 'few'}"
    assert address(at) == {"size": "l", "period": "new", "look": "few", "other": "kept"}


def test_another_page_takes_what_was_chosen_and_its_address_says_so() -> None:
    at = opened()
    at.selectbox[1].set_value("old").run()
    at.session_state["at"] = "there"
    at.query_params.clear()
    at.run()
    assert at.text[0].value.startswith("{'size': 's', 'period': 'old'}")
    assert address(at)["period"] == "old"


def test_a_bare_address_met_again_means_what_it_meant_on_arrival() -> None:
    at = opened()
    at.selectbox[0].set_value("l").run()
    at.query_params.clear()
    at.run()
    assert at.text[0].value.startswith("{'size': 's'")


def test_words_on_buttons_are_escaped_and_in_boxes_plain() -> None:
    assert Filter("a", "A", (("x", "*B*"),), "x").escaped_words("x") == "\\*B\\*"
    assert SIZE.words("l") == "Large"


def page_with_a_link() -> None:
    """A choice, and the address of another page."""
    import streamlit as st

    from pages.parts.links import link

    st.session_state["choices"] = {"period": "2025-26 H2", "directorate": "ACH", "level": "strategic"}
    st.text(link("themes", directorate="FIN", theme="T5"))


def test_a_link_carries_period_and_directorate_and_nothing_else() -> None:
    at = AppTest.from_function(page_with_a_link, default_timeout=90).run()
    parts = urlsplit(at.text[0].value)
    assert parts.path == "./themes"
    assert parse_qs(parts.query) == {"period": ["2025-26 H2"], "directorate": ["FIN"], "theme": ["T5"]}
