"""What every request must carry and every answer does: Host, Origin, a sign-in, headers, limits."""

import os
import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest
from streamlit.web.server.starlette.starlette_app_utils import (
    generate_xsrf_token_string,
)
from websockets.exceptions import ConnectionClosedError, InvalidStatus

from tests.door.signed import Dashboard, ticket
from tests.door.visit import visiting

OUTSIDE = (
    "/", "/maturity", "/static/nothing.js", "/_stcore/health", "/_stcore/host-config", "/health", "/nothing/here",
)  # fmt: skip
INSIDE = ("/media/some", "/_stcore/metrics", "/_stcore/upload_file/a/b", "/component/a/b", "/_stcore/new-thing")
FORM = (
    b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n'
    b"Content-Type: text/csv\r\n\r\na,b\r\n--edge--\r\n"
)


def asked(dashboard: Dashboard, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> HTTPResponse:
    """The answer to a request; headers are written with _ for -, and Host is ours unless given."""
    place = urlsplit(dashboard.address)
    connection = HTTPConnection(str(place.hostname), place.port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, {"Host": place.netloc, **named})
    found = connection.getresponse()
    found.content = found.read()  # type: ignore[attr-defined]
    connection.close()
    return found


def signed(dashboard: Dashboard, who: str, **more: str) -> str:
    """The cookies of one of PEOPLE, as a header."""
    return "; ".join([f"_streamlit_user={ticket(dashboard.address, who)}", *(f"{k}={v}" for k, v in more.items())])


@pytest.mark.parametrize("path", [*OUTSIDE, *INSIDE, "/auth/login", "/auth/logout", "/oauth2callback"])
def test_a_foreign_host_is_answered_nowhere(dashboard: Dashboard, path: str) -> None:
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1@evil.example", ""):
        found = asked(dashboard, path, Host=host)
        assert found.status in (400, 403), host
        assert b"<html" not in found.content  # type: ignore[attr-defined]


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://localhost:1", "https://localhost"])
def test_only_our_own_pages_act(dashboard: Dashboard, origin: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        assert asked(dashboard, "/health", method, **({"Origin": origin} if origin else {})).status == 403
    with pytest.raises(InvalidStatus) as refused, visiting(
        dashboard.address, ticket(dashboard.address, "ada"), origin=origin or None
    ):
        pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", [*OUTSIDE, *INSIDE, "/auth/logout", "/oauth2callback?state=none"])
def test_every_answer_says_what_a_browser_may_do_with_it(dashboard: Dashboard, path: str) -> None:
    found = asked(dashboard, path)
    policy = found.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe-eval" not in policy
    assert re.search(r"script-src 'self' 'sha256-[^']+'; ", policy)
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["x-frame-options"] == "DENY"
    assert found.headers["referrer-policy"] == "same-origin"
    assert "traceback" not in found.content.decode(errors="replace").lower()  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", INSIDE)
def test_nothing_inside_is_handed_to_whoever_is_not_signed_in(dashboard: Dashboard, path: str) -> None:
    late = f"_streamlit_user={ticket(dashboard.address, 'ada', seconds=-1)}"
    for cookie in ("", late, signed(dashboard, "norman")):
        assert asked(dashboard, path, Cookie=cookie).status == 403
    assert asked(dashboard, path, Cookie=signed(dashboard, "ada")).status != 403


def test_an_agent_finds_nothing(dashboard: Dashboard) -> None:
    cookie = signed(dashboard, "ada")
    for method in ("GET", "POST"):
        found = asked(dashboard, "/_stcore/agent/interact", method, Origin=dashboard.address, Cookie=cookie)
        assert found.status == 404


def test_only_whoever_may_send_brings_a_file_and_not_too_large_or_too_many(dashboard: Dashboard) -> None:
    mark = generate_xsrf_token_string()
    shape = {"Content_Type": "multipart/form-data; boundary=edge", "Origin": dashboard.address, "X_Xsrftoken": mark}

    def put(who: str, name: str, **headers: str) -> int:
        cookie = signed(dashboard, who, _streamlit_xsrf=mark)
        path = f"/_stcore/upload_file/{visit.session}/{name}"
        return asked(dashboard, path, "PUT", FORM, **{**shape, "Cookie": cookie, **headers}).status

    with visiting(dashboard.address, ticket(dashboard.address, "carl")) as visit:
        visit.open("send")
        assert put("vera", "one") == 403
        assert put("norman", "one") == 403
        assert put("carl", "one", Origin="http://evil.example") == 403
        assert put("carl", "one", Content_Length="30000000") == 413
        assert {put("carl", f"file-{place}") for place in range(60)} == {204}
        assert put("carl", "one-more") == 429


def test_nobody_fills_the_memory_with_messages_that_were_made_up(dashboard: Dashboard) -> None:
    with visiting(dashboard.address) as visit:
        visit.open("", **{"made up": "x" * 900_000})
        with pytest.raises(ConnectionClosedError, match="too big"):
            visit.open("", **{"made up": "x" * 1_100_000})


def test_health_is_one_word_for_anybody(dashboard: Dashboard) -> None:
    found = asked(dashboard, "/health")
    assert (found.status, found.content) == (200, b"well")  # type: ignore[attr-defined]


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_what_the_dashboard_writes_is_for_its_own_user_alone(dashboard: Dashboard) -> None:
    with visiting(dashboard.address, ticket(dashboard.address, "norman")) as visit:
        visit.open("audit")
    log = dashboard.database.with_name(f"{dashboard.database.name}.wal")
    assert log.exists() and not log.stat().st_mode & 0o077


def test_a_foreign_page_signs_nobody_out(dashboard: Dashboard) -> None:
    cookie = signed(dashboard, "vera")
    for site in ("cross-site", "same-site"):
        assert asked(dashboard, "/auth/logout", Cookie=cookie, Sec_Fetch_Site=site).status == 403
    assert asked(dashboard, "/_stcore/metrics", Cookie=cookie).status == 200
