"""Whether a page may be shown at all: asked at the start, and again by every page."""

from ipaddress import ip_address

import streamlit as st
from queries import NotReady, ready

from pages.parts import provider


def guard() -> str | None:
    """Why no page may be shown now, in one sentence, or None when all is well."""
    if not provider.signs_in() and not serves_this_machine_only():
        return (
            "There is no sign-in, so the dashboard serves this machine only: set server.address to "
            "127.0.0.1, or set sign-in up as docs/sign-in.md says, and start it again."
        )
    try:
        ready()
    except NotReady as reason:
        return str(reason)
    return None


def serves_this_machine_only() -> bool:
    """Whether the address the server listens on can be reached from this machine alone."""
    address = str(st.get_option("server.address") or "")
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False
