"""Who vouches for people: the identity provider, as Streamlit's secrets name it."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from queries import NotReady, rules
from streamlit.auth_util import get_redirect_uri, get_secrets_auth_section

HERE = Path(__file__).resolve().parents[2]
WANTED = ("client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32
MACHINE = ("localhost", "127.0.0.1", "::1")


@cache
def auth() -> Mapping[str, Any]:
    """The part [auth] of the secrets, read once: who signs in never changes while it runs."""
    found: Mapping[str, Any] = get_secrets_auth_section().to_dict()
    return found


@cache
def signs_in() -> bool:
    """Whether people sign in here; else the dashboard is open, to this machine only."""
    return bool(auth()) or rules() is not None


@cache
def address() -> str:
    """Where the provider sends people back to: the redirect_uri."""
    return get_redirect_uri(auth()) or ""


def origin() -> str:
    """Scheme, host and port at which people see the dashboard."""
    parts = urlsplit(address())
    return f"{parts.scheme}://{parts.netloc}"


def over_tls() -> bool:
    """Whether people reach the dashboard by https."""
    return signs_in() and urlsplit(address()).scheme == "https"


def names() -> list[str]:
    """The providers people may choose from, as `st.login` knows them."""
    sections = [name for name, said in auth().items() if isinstance(said, Mapping) and "client_id" in said]
    return (["default"] if "client_id" in auth() else []) + sections


def wrong() -> str | None:
    """What is wrong with how sign-in is set up, in one sentence with what to do; None if nothing."""
    try:
        said, roles = auth(), rules()
    except NotReady as reason:
        return str(reason)
    except Exception:
        return f"The secrets ({files()}) cannot be read. Correct the file: it must be TOML with a part [auth]."
    if not said and roles is None:
        return None
    return unequal(said, roles is not None) or exposed() or unsound(said) or unsafe()


def unequal(said: Mapping[str, Any], roles: bool) -> str | None:
    """Why one half of sign-in without the other does not start."""
    if not said:
        return (
            "COPRODUCTION_ACCESS is set, but the secrets hold no part [auth]. Name the secrets file in "
            "STREAMLIT_SECRETS_FILES, or take COPRODUCTION_ACCESS away to serve this machine only."
        )
    if not roles:
        return (
            "The secrets set up sign-in, but COPRODUCTION_ACCESS is not set, so nobody would have a role. "
            "Set it to the file that says who may do what."
        )
    return None


def files() -> str:
    """The secrets files there are, as words."""
    return ", ".join(str(file) for file in found_files())


def found_files() -> list[Path]:
    """The secrets files that are there."""
    named = [Path(each) for each in st.get_option("secrets.files") or ()]
    return [file for file in named if file.is_file()]


def exposed() -> str | None:
    """Why secrets that others could read, or that lie among the code, do not start."""
    for file in found_files():
        if os.name == "posix" and file.stat().st_mode & 0o027:
            return (
                f"The secrets in {file} can be read by others or written by its group. Take that away: "
                f"chmod 600 {file}"
            )
        if file.resolve().is_relative_to(HERE):
            return (
                f"The secrets in {file} lie among the code. Move them elsewhere, such as /etc/coproduction, "
                "and name the file in STREAMLIT_SECRETS_FILES."
            )
    return None


def unsound(said: Mapping[str, Any]) -> str | None:
    """What is missing from [auth], or too weak in it."""
    if not address().endswith(CALLBACK):
        return f"redirect_uri in [auth] must be the dashboard's web address with {CALLBACK} at its end."
    if len(str(said.get("cookie_secret") or "")) < SHORTEST_SECRET:
        return (
            f"cookie_secret in [auth] must have {SHORTEST_SECRET} characters or more, made by chance: "
            'python3 -c "import secrets; print(secrets.token_hex(32))"'
        )
    if not names():
        return f"[auth] names no provider. It wants {', '.join(WANTED)}."
    for name in names():
        section = said if name == "default" else said[name]
        if missing := [each for each in WANTED if not section.get(each)]:
            return f"[auth] lacks {', '.join(missing)}{'' if name == 'default' else f' of {name}'}."
        if not sheltered(str(section["server_metadata_url"])):
            return "server_metadata_url in [auth] must be an https address."
    return None


def unsafe() -> str | None:
    """Settings of Streamlit's that would let somebody in unasked."""
    if not sheltered(address()):
        return "redirect_uri in [auth] must be an https address: over plain http a sign-in could be taken over."
    if st.get_option("server.trustedUserHeaders"):
        return "server.trustedUserHeaders must not be set: whoever reaches the server could say who they are."
    return None


def sheltered(url: str) -> bool:
    """Whether an address is https, or does not leave this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in MACHINE)
