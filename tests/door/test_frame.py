"""The frame of every page is ours from the start: its name, its style sheets, and no word of how programs ask."""

import pytest

from door.frame import NAME, NEEDS, SHEETS
from tests.door.signed import Dashboard
from tests.door.test_requests import asked

FRAMES = ("/", "/maturity", "/nothing/here")


@pytest.mark.parametrize("path", FRAMES)
def test_a_frame_has_our_name_and_sheets_after_everything_else(dashboard: Dashboard, path: str) -> None:
    found = asked(dashboard, path, Accept_Encoding="gzip, br")
    text = found.content.decode()  # type: ignore[attr-defined]
    assert f"<title>{NAME}</title>" in text and "<title>Streamlit" not in text
    for sheet in SHEETS:
        assert text.index('<div id="root">') < text.index(sheet.read_text(encoding="utf-8")) < text.index("</body>")
    assert f"<noscript>{NEEDS}</noscript>" in text
    assert "/_stcore/agent" not in text
    assert int(found.headers["content-length"]) == len(found.content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("header", ["If_None_Match", "If_Modified_Since"])
def test_an_older_frame_is_never_said_to_be_still_the_same(dashboard: Dashboard, header: str) -> None:
    found = asked(dashboard, "/", **{header: "Fri, 01 Jan 2100 00:00:00 GMT"})
    assert found.status == 200 and found.headers["etag"] is None and found.headers["last-modified"] is None


def test_whoever_asks_for_headers_alone_gets_no_frame(dashboard: Dashboard) -> None:
    found = asked(dashboard, "/", "HEAD")
    assert (found.status, found.content) == (200, b"")  # type: ignore[attr-defined]


def test_what_is_no_frame_is_sent_as_it_is(dashboard: Dashboard) -> None:
    found = asked(dashboard, "/health")
    assert b"<style" not in found.content and found.headers["content-type"] != "text/html"  # type: ignore[attr-defined]
