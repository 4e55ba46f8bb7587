"""Host and Origin: only the dashboard's own addresses are answered, and only its own pages act."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from door.asked import Asked
from pages.parts import provider

FOREIGN_HOST = "The dashboard does not answer at this address. Use the one you were given."
FOREIGN_PAGE = "This was not asked by the dashboard's own page. Open the dashboard and try again."
FROM_OUTSIDE = "Without sign-in the dashboard serves its own machine only. Open it there, or set sign-in up."
OTHER_SITES = ("cross-site", "same-site")
NOT_FROM_ELSEWHERE = ("/auth/login", "/auth/logout")


def foreign(asked: Asked) -> str | None:
    """Why this request is refused for where it is sent or where it comes from, or None."""
    hosts = asked.headers.getlist("host")
    if len(hosts) != 1 or not is_host_allowed(hosts[0]):
        return FOREIGN_HOST
    if not provider.signs_in() and not from_this_machine(asked):
        return FROM_OUTSIDE
    if not asked.changes_nothing and not ours(asked.headers.getlist("origin"), hosts[0]):
        return FOREIGN_PAGE
    led_here = asked.headers.get("sec-fetch-site") in OTHER_SITES
    return FOREIGN_PAGE if led_here and asked.path in NOT_FROM_ELSEWHERE else None


def from_this_machine(asked: Asked) -> bool:
    """Whether a request came from this machine; a proxy on it may have named another.

    What the settings say of the address is not asked: another way to start it may not heed them.
    """
    try:
        return ip_address(asked.scope["client"][0]).is_loopback
    except (KeyError, TypeError, ValueError):
        return False


def ours(origins: list[str], host: str) -> bool:
    """Whether a request says once that it comes from a page of the dashboard's own address."""
    if len(origins) != 1:
        return False
    if provider.signs_in():
        return origins[0] == provider.origin()
    parts = urlsplit(origins[0])
    return parts.scheme in ("http", "https") and parts.netloc == host
