"""The way back: whoever followed a link before signing in comes to that very page after it."""

from urllib.parse import quote, unquote, urlsplit

from door.asked import Asked
from pages.parts import provider

COOKIE = "coproduction_way_back"
MINUTES = 10
LONGEST = 2000
NEVER = ("/auth/", "/oauth2callback", "/_stcore/", "/media/", "/static/", "/health")


def sound(place: str) -> str | None:
    """A place on this dashboard, or None for anything that could lead elsewhere."""
    plain = place.isascii() and place.isprintable() and "\\" not in place and len(place) <= LONGEST
    if not plain or not place.startswith("/") or place.startswith("//"):
        return None
    if "//" in urlsplit(place).path or unquote(place).startswith(("//", "/\\")):
        return None
    return None if place.startswith(NEVER) else place


def asked_from(asked: Asked) -> str | None:
    """The page on which somebody pressed Sign in: the browser says so, path and filters."""
    parts = urlsplit(asked.headers.get("referer", ""))
    if f"{parts.scheme}://{parts.netloc}" != provider.origin():
        return None
    return sound((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def kept(asked: Asked) -> str:
    """Where this browser is to come back to; the first page where it did not say."""
    return sound(unquote(asked.cookies.get(COOKIE, ""))) or "/"


def keep(place: str) -> str:
    """A short cookie that holds the way back."""
    return cookie(COOKIE, quote(place, safe=""), MINUTES * 60)


def forget() -> str:
    """The cookie taken away again."""
    return cookie(COOKIE, "", 0)


def cookie(name: str, value: str, seconds: int) -> str:
    """A cookie of the door's own, which no script can read and no other site sends."""
    return f"{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
