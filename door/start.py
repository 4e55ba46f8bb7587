"""Before the first visit: why the dashboard does not start as it is set up, and its own address."""

from urllib.parse import urlsplit

import streamlit as st

from pages.parts import provider
from pages.parts.guard import guard
from queries import unreadable

ANYBODY = "*"


def refusal() -> str | None:
    """Why no page could be shown or nobody could be kept out, in one sentence; None when all is well."""
    return provider.wrong() or anybodys() or unreadable() or guard()


def anybodys() -> str | None:
    """Why a dashboard that answers to any name does not start."""
    hosts = st.get_option("server.allowedHosts") or []
    if not hosts or ANYBODY in hosts:
        return "server.allowedHosts must name the addresses of the dashboard, not every address there is."
    return None


def settle() -> None:
    """Answer to the address that the provider sends people back to, beside those that are named."""
    host = urlsplit(provider.address()).hostname if provider.signs_in() else None
    hosts = list(st.get_option("server.allowedHosts") or [])
    if host and host not in hosts:
        st.config.set_option("server.allowedHosts", [*hosts, host])
