"""A filter to write in: any words, on one line, cut short, kept in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.options import MOST_LETTERS, search

FIND = search("find", "Find a project")


def page_with_a_search() -> None:
    """A box to write in beside a list."""
    import streamlit as st

    from pages.parts.filters import Filter, choose, search

    st.session_state["page address"] = "here"
    st.session_state["choices here"] = {}
    size = Filter("size", "Size", (("s", "Small"), ("l", "Large")), "s")
    st.text(choose(search("find", "Find a project"), size))


def test_what_is_written_is_chosen_and_in_the_address() -> None:
    at = AppTest.from_function(page_with_a_search, default_timeout=90).run()
    at.text_input[0].set_value("  parent   carers ").run()
    assert at.text[0].value == "{'find': 'parent carers', 'size': 's'}"
    assert (at.query_params["find"], at.query_params["size"]) == ("parent carers", "s")


def test_an_address_fills_the_box() -> None:
    at = AppTest.from_function(page_with_a_search, default_timeout=90)
    at.query_params["find"] = "forum"
    assert at.run().text_input[0].value == "forum"


@pytest.mark.parametrize("written", ["a" * 5000, f"{'ab ' * 50}", "\n\t a \u2028 b", ""])
def test_words_are_one_line_and_not_long(written: str) -> None:
    kept = FIND.allowed(written)
    assert len(kept) <= MOST_LETTERS and len(kept.splitlines()) <= 1 and kept == kept.strip()
    assert FIND.words(kept) == kept and FIND.allowed(kept) == kept and FIND.allowed(None) == ""
