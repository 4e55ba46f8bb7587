"""The way back after signing in, cookies that travel by TLS alone, and an answer that stops."""

from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from door import health as healthy
from door import way_back
from door.gate import BROKEN, Gate
from pages.parts import provider
from tests.door.awaited import awaited

Sent = dict[str, list[str]]


def through(app: ASGIApp, path: str, **headers: str) -> tuple[int, Sent, bytes]:
    """What the gate answers when this app stands behind it: code, headers, content."""
    found: list[Message] = []

    async def send(message: Message) -> None:
        found.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    named = {"host": "localhost", **headers}
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()]
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"state=x", "headers": raw,
        "client": ("127.0.0.1", 50_000),
    }  # fmt: skip
    awaited(Gate(app)(scope, receive, send))
    sent: Sent = {}
    for name, value in found[0]["headers"]:
        sent.setdefault(name.decode(), []).append(value.decode())
    return found[0]["status"], sent, b"".join(each.get("body", b"") for each in found[1:])


@pytest.fixture
def by_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dashboard that people reach by https."""
    monkeypatch.setattr(provider, "signs_in", lambda: True)
    monkeypatch.setattr(provider, "address", lambda: "https://localhost/oauth2callback")


@pytest.mark.parametrize(
    "place",
    ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/%2f/evil.example", "/%5Cevil",
     "/a//b", "/auth/logout", "/oauth2callback?state=x", "/media/x", "/a\r\nSet-Cookie: b=c", "/é", "/" + "a" * 3000],
)  # fmt: skip
def test_nobody_is_led_elsewhere(place: str) -> None:
    assert way_back.sound(place) is None


@pytest.mark.parametrize("place", ["/", "/maturity", "/sent?upload=3", "/due?period=2025-26+H2&directorate=FIN"])
def test_a_page_with_its_filters_is_a_way_back(place: str) -> None:
    assert way_back.sound(place) == place


def test_the_way_back_is_the_page_on_which_sign_in_was_pressed(by_tls: None) -> None:
    app = PlainTextResponse("", 302, {"location": "https://provider.example/"})
    _, sent, _ = through(app, "/auth/login", referer="https://localhost/due?directorate=FIN")
    (cookie,) = sent["set-cookie"]
    assert cookie.startswith(f"{way_back.COOKIE}=%2Fdue%3Fdirectorate%3DFIN;") and "Secure" in cookie
    _, sent, _ = through(app, "/auth/login", referer="https://evil.example/due")
    assert "set-cookie" not in sent
    code, sent, _ = through(app, "/oauth2callback", cookie=cookie.split(";")[0])
    assert (code, sent["location"]) == (302, ["/due?directorate=FIN"])
    assert any(each.startswith(f"{way_back.COOKIE}=; ") and "Max-Age=0" in each for each in sent["set-cookie"])


def test_a_provider_that_is_not_reached_leads_back_and_says_so(by_tls: None) -> None:
    code, sent, _ = through(PlainTextResponse("", 400), "/auth/login", referer="https://localhost/due")
    assert (code, sent["location"]) == (302, ["/due"]) and "unfinished=1" in sent["set-cookie"][0]


def test_through_tls_every_cookie_is_for_tls_alone(by_tls: None) -> None:
    def app() -> PlainTextResponse:
        found = PlainTextResponse("")
        found.set_cookie("one", "1", httponly=True)
        found.set_cookie("two", "2", secure=True)
        return found

    _, sent, _ = through(app(), "/")
    assert [each.lower().count("secure") for each in sent["set-cookie"]] == [1, 1]
    assert sent["strict-transport-security"][0].startswith("max-age=31536000")


def test_an_answer_that_stops_is_one_sentence_without_details() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("31 people")

    code, sent, content = through(app, "/")
    assert (code, content.decode()) == (500, BROKEN) and "content-security-policy" in sent


@pytest.mark.parametrize(("answers", "code", "word"), [(True, 200, b"well"), (False, 503, b"unwell")])
def test_health_says_whether_the_database_answers(
    monkeypatch: pytest.MonkeyPatch, answers: bool, code: int, word: bytes
) -> None:
    module: Any = healthy
    monkeypatch.setitem(module.__globals__, "well", lambda: answers)
    found = awaited(healthy(Request({"type": "http"})))
    assert (found.status_code, found.body) == (code, word)
