"""The real dashboard behind the proxy that ships: seen in a browser over TLS, by strangers never."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, Page

from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, Watch
from tests.browser.server import ROOT, running
from tests.example import example_database
from tests.running.proxy import NAME, Proxy, proxying
from tests.running.test_proxy import ONCE, OURS, SOCKET

OPENING = {**SOCKET, "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "c2l4dGVlbiBieXRlcyEhIQ=="}


def secrets(folder: Path) -> Path:
    """The example of secrets, filled in."""
    text = (ROOT / "running" / "secrets.toml").read_text(encoding="utf-8")
    file = folder / "secrets.toml"
    file.write_text(text.replace("PUT YOUR OWN HERE", "0123456789abcdef" * 4), encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx before a dashboard with sign-in, on a copy of the example."""
    folder = tmp_path_factory.mktemp("served")
    settings = {
        "COPRODUCTION_DATABASE": shutil.copy(example_database(), folder / "dashboard.duckdb"),
        "COPRODUCTION_ACCESS": ROOT / "running" / "access.toml",
        "STREAMLIT_SECRETS_FILES": secrets(folder),
    }
    named = {name: str(value) for name, value in settings.items()}
    with running("server.py", folder / "dashboard.txt", **named) as address:
        with proxying(folder, int(address.rsplit(":", 1)[1])) as proxy:
            yield proxy


@pytest.fixture
def seen(served: Proxy, browser_type: BrowserType) -> Iterator[Page]:
    """A browser that finds our name at the proxy."""
    if not CHROMIUM.exists():
        missing = f"There is no browser at {CHROMIUM}: install the package chromium."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    there = f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{served.tls}"
    with browser_type.launch(args=[*ARGUMENTS, there], executable_path=CHROMIUM) as own:
        page = own.new_context(viewport=DESKTOP, ignore_https_errors=True).new_page()
        watch = Watch().over(page)
        yield page
        assert watch.errors == []


def test_a_stranger_sees_the_sign_in_over_tls(seen: Page) -> None:
    seen.goto(f"https://{NAME}/maturity")
    seen.get_by_role("button", name="Sign in").wait_for()
    assert "Example Borough" not in seen.content()
    assert all(cookie["secure"] for cookie in seen.context.cookies())
    assert seen.evaluate("isSecureContext")


def test_a_websocket_opens_for_our_own_pages_only(served: Proxy) -> None:
    path = "/_stcore/stream"
    assert served.asked("GET", path, {**OPENING, **OURS})[0] == 101
    assert served.asked("GET", path, {**OPENING, "Origin": "https://evil.example"})[0] == 403
    assert served.asked("GET", path, OPENING)[0] == 403


def test_every_answer_of_the_dashboard_has_each_header_once(served: Proxy) -> None:
    for path in ("/", "/maturity", "/_stcore/host-config", "/media/x.csv", "/nowhere", "/.git/config"):
        _, said, body = served.asked("GET", path, {"Origin": "https://evil.example"})
        assert [len(said.get_all(name) or []) for name in ONCE] == [1] * len(ONCE), path
        assert not re.search(r"\d", said["Server"] or ""), path
        assert "Access-Control-Allow-Origin" not in said
        assert not said["Content-Type"].startswith("text/") or "utf-8" in said["Content-Type"]
        assert b"[core]" not in body


def test_the_policy_lets_no_other_page_frame_or_steer_ours(served: Proxy) -> None:
    policy = served.asked("GET", "/")[1]["Content-Security-Policy"].split("; ")
    assert {"frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"} <= set(policy)
    assert not [each for each in policy if each.startswith("script-src") and "unsafe" in each]
    assert json.loads(served.asked("GET", "/_stcore/host-config")[2])["allowedOrigins"] == []


def test_nothing_inside_is_handed_to_a_stranger(served: Proxy) -> None:
    for method, path in (("GET", "/media/x.csv"), ("PUT", "/_stcore/upload_file/a/b")):
        status, headers, _ = served.asked(method, path, OURS)
        assert (status, headers["Cache-Control"]) == (403, "no-store")
    status, _, said = served.asked("GET", "/health")
    assert (status, said) == (200, b"well")


def test_an_answer_that_belongs_to_no_sign_in_of_ours_lets_nobody_in(served: Proxy) -> None:
    for query in ("state=made-up&code=made-up", "code=made-up", "state=made-up"):
        status, said, _ = served.asked("GET", f"/oauth2callback?{query}")
        given = [each.split(";")[0] for each in said.get_all("Set-Cookie") or []]
        assert status == 302 and said["Location"] == "/"
        assert not [each for each in given if each.startswith("_streamlit") and len(each.split("=", 1)[1]) > 2]
