"""Sign-in half set up, exposed or unsafe stops the start with one sentence that says what to do."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

import queries
from door import start
from pages.parts import provider
from tests.browser.server import ROOT, free_port
from tests.door.signed import ROLES, SECRET, settings

SOUND = {
    "redirect_uri": "https://dashboard.example.org/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "dashboard",
    "client_secret": "made up",
    "server_metadata_url": "https://provider.example.org/.well-known/openid-configuration",
}
KEPT = (provider.auth, provider.signs_in, provider.address, queries.rules)
Wrong = Callable[..., str | None]


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wrong]:
    """What is said of a set-up: [auth] with changes (None: without that part), the roles, the file."""

    def said(roles: str | None = ROLES, mode: int = 0o600, auth: bool = True, **changes: Any) -> str | None:
        held = {name: value for name, value in {**SOUND, **changes}.items() if value is not None}
        file, access = tmp_path / "secrets.toml", tmp_path / "access.toml"
        file.touch()
        file.chmod(mode)
        access.write_text(roles or "")
        monkeypatch.setenv("COPRODUCTION_ACCESS", str(access) if roles is not None else "")
        monkeypatch.setattr(provider, "get_secrets_auth_section", lambda: Held(held if auth else {}))
        monkeypatch.setattr(provider, "found_files", lambda: [file])
        for each in KEPT:
            each.cache_clear()
        return provider.wrong()

    yield said
    monkeypatch.undo()
    for each in KEPT:
        each.cache_clear()


class Held(dict[str, Any]):
    """Secrets, as Streamlit hands them out."""

    def to_dict(self) -> dict[str, Any]:
        """As a plain mapping."""
        return dict(self)


def test_a_sound_set_up_starts(wrong: Wrong) -> None:
    assert wrong() is None
    assert provider.signs_in() and provider.over_tls() and provider.origin() == "https://dashboard.example.org"
    assert wrong(redirect_uri="http://localhost:8501/oauth2callback") is None
    assert not provider.over_tls()


def test_several_providers_may_be_named(wrong: Wrong) -> None:
    named = {name: SOUND[name] for name in provider.WANTED}
    assert wrong(client_id=None, client_secret=None, server_metadata_url=None, microsoft=named, google=named) is None
    assert provider.names() == ["microsoft", "google"]
    assert "of google" in str(wrong(google={"client_id": "one"}))


def test_without_either_half_the_dashboard_is_open(wrong: Wrong) -> None:
    assert wrong(auth=False, roles=None) is None
    assert not provider.signs_in()


@pytest.mark.parametrize(
    ("set_up", "said"),
    [
        ({"auth": False}, "COPRODUCTION_ACCESS is set, but the secrets hold no part [auth]"),
        ({"roles": None}, "COPRODUCTION_ACCESS is not set"),
        ({"roles": "claim = "}, "cannot be read"),
        ({"roles": 'claim = "roles"'}, "“administrator” must list"),
        ({"mode": 0o604}, "can be read by others"),
        ({"mode": 0o620}, "written by its group"),
        ({"cookie_secret": "short"}, "32 characters"),
        ({"redirect_uri": "https://dashboard.example.org/"}, "/oauth2callback at its end"),
        ({"redirect_uri": "http://dashboard.example.org/oauth2callback"}, "must be an https address"),
        ({"client_secret": None}, "lacks client_secret"),
        ({"client_id": None}, "names no provider"),
        ({"server_metadata_url": "http://provider.example.org/x"}, "must be an https address"),
    ],
)  # fmt: skip
def test_a_set_up_that_is_not_sound_is_said_in_a_sentence(wrong: Wrong, set_up: dict[str, Any], said: str) -> None:
    found = wrong(**set_up)
    assert found is not None and said in found
    assert SECRET not in found and "made up" not in found


def test_nobody_may_say_who_they_are_in_a_header(wrong: Wrong) -> None:
    st.config.set_option("server.trustedUserHeaders", {"X-User": "name"})
    try:
        assert "trustedUserHeaders must not be set" in str(wrong())
    finally:
        st.config.set_option("server.trustedUserHeaders", {})


@pytest.fixture
def hosts() -> Iterator[Callable[[list[str]], None]]:
    """Name the hosts that the dashboard answers to; the usual ones are put back."""
    usual = st.get_option("server.allowedHosts")
    yield lambda named: st.config.set_option("server.allowedHosts", named)
    st.config.set_option("server.allowedHosts", usual)


@pytest.mark.parametrize("named", [[], ["*"], ["localhost", "*"]])
def test_a_dashboard_that_answers_to_any_name_does_not_start(
    hosts: Callable[[list[str]], None], named: list[str]
) -> None:
    hosts(named)
    assert "server.allowedHosts must name the addresses" in str(start.refusal())


def test_the_address_people_come_back_to_is_answered_at(wrong: Wrong, hosts: Callable[[list[str]], None]) -> None:
    hosts(["localhost"])
    wrong()
    start.settle()
    assert st.get_option("server.allowedHosts") == ["localhost", "dashboard.example.org"]


def test_half_a_sign_in_stops_the_start(tmp_path: Path) -> None:
    half = {**settings(tmp_path, "http://localhost:1"), "COPRODUCTION_ACCESS": ""}
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(free_port())]
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **half}, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 2 and ended.stderr.count("\n") == 1
    assert "COPRODUCTION_ACCESS is not set, so nobody would have a role" in ended.stderr
