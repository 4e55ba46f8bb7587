"""What nginx lets through, what it refuses, and what it writes down."""

import http.client
import json
import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.server import free_port
from tests.running.backend import echoing
from tests.running.proxy import NAME, Proxy, proxying

OURS = {"Origin": f"https://{NAME}"}
SOCKET = {"Upgrade": "websocket", "Connection": "Upgrade"}
ONCE = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": None,
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx before a server that says back what it was asked."""
    with echoing() as port, proxying(tmp_path_factory.mktemp("proxy"), port) as running:
        yield running


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Proxy]:
    """nginx before a dashboard that is not there."""
    with proxying(tmp_path, free_port()) as running:
        yield running


def test_what_a_browser_says_of_itself_is_replaced(proxy: Proxy) -> None:
    forged = {"X-Forwarded-For": "6.6.6.6", "X-Forwarded-Proto": "http", "X-Real-IP": "6.6.6.6"}
    forged |= {"X-Forwarded-Host": "evil.example", "Forwarded": "for=6.6.6.6", "Proxy": "evil"}
    heard = json.loads(proxy.asked("GET", "/", forged)[2])
    assert (heard["host"], heard["x-forwarded-host"]) == (NAME, NAME)
    assert (heard["x-forwarded-for"], heard["x-real-ip"]) == ("127.0.0.1", "127.0.0.1")
    assert heard["x-forwarded-proto"] == "https"
    assert not {"forwarded", "proxy", "x-forwarded-port"} & set(heard)


def test_every_answer_has_each_header_once(proxy: Proxy) -> None:
    for method, path, headers in [
        ("GET", "/", {}),
        ("GET", "/_stcore/metrics", {}),
        ("POST", "/", {"Origin": "https://evil.example"}),
        ("TRACE", "/", OURS),
    ]:
        _, said, _ = proxy.asked(method, path, headers)
        for name, value in ONCE.items():
            assert len(said.get_all(name) or []) == 1, (method, path, name)
            assert value is None or said[name] == value
        assert (said["Server"] or "nginx") == "nginx"


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_a_foreign_origin_changes_nothing(proxy: Proxy, method: str, origin: dict[str, str]) -> None:
    upgrade = SOCKET if method == "GET" else {}
    status, _, said = proxy.asked(method, "/_stcore/stream", {**upgrade, **origin})
    assert status == 403 and b"did not come from" in said
    assert proxy.asked(method, "/_stcore/stream", {**upgrade, **OURS})[0] == 200


@pytest.mark.parametrize("end", [".evil.example", ":8443", "@evil.example", "/x"])
def test_an_origin_that_only_begins_like_ours_is_foreign(proxy: Proxy, end: str) -> None:
    assert proxy.asked("PUT", "/x", {"Origin": OURS["Origin"] + end})[0] == 403
    assert proxy.asked("PUT", "/x", {"Origin": f"https://dashboard-example.gov.uk{end}"})[0] == 403


def test_another_name_is_told_nothing(proxy: Proxy) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        proxy.asked("GET", "/", {"Host": "evil.example"})
    with pytest.raises(ssl.SSLError, match="unrecognized"):
        proxy.secured("evil.example")


def test_only_new_tls_is_spoken(proxy: Proxy) -> None:
    with proxy.secured() as link:
        assert link.version() == "TLSv1.3"


def test_without_tls_only_a_page_is_sent_on(proxy: Proxy) -> None:
    def plain(method: str, path: str, **headers: str) -> tuple[int, str | None]:
        link = http.client.HTTPConnection("127.0.0.1", proxy.plain, timeout=60)
        with closing(link):
            link.request(method, path, headers={"Host": NAME, **headers})
            answer = link.getresponse()
            return answer.status, answer.headers["Location"]

    page = "/maturity?directorate=A%0D%0AB"
    assert plain("GET", page) == (301, f"https://{NAME}{page}")
    assert plain("POST", "/") == (403, None)
    assert plain("GET", "/_stcore/stream", Upgrade="websocket") == (403, None)
    assert plain("GET", "/media/x.csv") == (403, None)


@pytest.mark.parametrize("method", ["TRACE", "PATCH", "OPTIONS", "CONNECT", "MADEUP"])
def test_a_method_nobody_needs_is_refused(proxy: Proxy, method: str) -> None:
    assert proxy.asked(method, "/", OURS)[0] in (400, 403, 405)


@pytest.mark.parametrize("path", ["metrics", "agent/interact", "agent/openapi.json", "agent/mcp"])
def test_what_nobody_outside_needs_is_not_there(proxy: Proxy, path: str) -> None:
    assert proxy.asked("GET", f"/_stcore/{path}")[0] == 404
    assert proxy.asked("GET", f"/_stcore/%2e/{quote(path)}")[0] == 404


def test_a_file_too_large_is_refused_with_a_sentence(proxy: Proxy) -> None:
    upload = "/_stcore/upload_file/session-id/file-id"
    assert proxy.asked("PUT", upload, OURS, b"x" * 1024**2)[0] == 200
    for path, length in ((upload, 22 * 1024**2), ("/elsewhere", 100_000)):
        status, _, said = proxy.asked("PUT", path, {**OURS, "Content-Length": str(length)})
        assert (status, said[:24]) == (413, b"The file is larger than ")


def test_the_log_holds_no_query_session_or_file(proxy: Proxy) -> None:
    upload = "/_stcore/upload_file/secret-session/file"
    proxy.asked("GET", "/oauth2callback?code=secret-code&state=x", {"Referer": "/?secret-place"})
    proxy.asked("GET", "/media/secret-media.csv", {"Cookie": "secret-cookie=1"})
    for headers in (OURS, {**OURS, "Content-Length": str(22 * 1024**2)}, {"Origin": "evil"}):
        proxy.asked("PUT", upload, headers)
    lines = [json.loads(line) for line in proxy.logged().splitlines()]
    assert {"/oauth2callback", "/media/", "/_stcore/upload_file/"} <= {each["path"] for each in lines}
    assert "secret" not in proxy.logged()


def test_a_dashboard_that_does_not_answer_is_said_in_a_sentence(alone: Proxy) -> None:
    upload = "/_stcore/upload_file/secret-session/file"
    status, said, sentence = alone.asked("PUT", upload, OURS, b"x")
    assert (status, sentence[:30]) == (503, b"The dashboard does not answer ")
    assert said["Content-Type"] == "text/plain; charset=utf-8"
    assert "secret" not in alone.logged()


def test_too_many_requests_are_slowed_down(alone: Proxy) -> None:
    answers = [alone.asked("GET", "/auth/login")[0] for _ in range(70)]
    assert answers[:50] == [503] * 50
    status, _, sentence = alone.asked("GET", "/auth/login")
    assert (status, sentence[:17]) == (429, b"Too many requests")
