"""The page "From proposal to result", drawn for tests: its pictures and the figures of its headline."""

import json
import re

import pyarrow
from streamlit.testing.v1 import AppTest

from tests.pages.drawing import drawn
from tests.pages.test_sentences import shown
from tests.queries.plain.files import Row

TILES, RESOURCES, PRACTICES, GRID = range(4)


def body() -> None:
    """The page, on a dashboard where it can be reached."""
    import streamlit as st

    from pages.council.governance import governance

    st.session_state.setdefault("doors", {"governance": st.session_state.get("door")})
    governance()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def pieces(at: AppTest, which: int) -> list[dict[str, object]]:
    """What one picture of the page is drawn from, as it is sent to the browser."""
    sent = at.get("vega_lite_chart")[which].proto
    if sent.data.data:
        return pyarrow.ipc.open_stream(sent.data.data).read_all().to_pylist()
    return list(json.loads(sent.spec)["layer"][-1]["data"]["values"])


def here(rows: list[Row], directorate: str = "all") -> list[Row]:
    """The rows of one place."""
    return [row for row in rows if row["directorate"] == directorate]


def counted(at: AppTest) -> list[int]:
    """The five figures of the headline."""
    found = re.search(
        r"(no|\d+) projects? (?:was|were) proposed, (none|\d+) agreed and (none|\d+) active; in the half-year "
        r"(none|\d+) (?:was|were) completed and (none|\d+) stopped",
        shown(at.header[0].value),
    )
    assert found
    return [0 if words in ("no", "none") else int(words) for words in found.groups()]
