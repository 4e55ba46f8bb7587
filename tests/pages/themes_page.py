"""The Themes page, drawn for tests: at any filters, with the titles and the cells that it shows."""

import re

import pyarrow
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import drawn
from tests.pages.test_sentences import shown

NOW = "2026-27 H1"
PLACE = re.compile(r"^:small\[[^*]* level · ")


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.council.themes import themes

    st.session_state.setdefault("doors", {"themes": st.session_state.get("door")})
    themes()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def titles(at: AppTest) -> list[str]:
    """The titles of the projects listed, in order."""
    words = [each.value for each in at.markdown]
    return [shown(title) for title, under in zip(words, words[1:], strict=False) if PLACE.match(under)]


def cells(at: AppTest) -> list[dict[str, object]]:
    """The cells of the grid as they are sent to the browser."""
    sent = at.get("vega_lite_chart")[0].proto.data.data
    return pyarrow.ipc.open_stream(sent).read_all().to_pylist()
