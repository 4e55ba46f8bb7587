"""What every answer carries: what a browser may do with the dashboard, and nothing else."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME

from door.asked import Asked
from pages.parts import provider

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
A_YEAR = "max-age=31536000; includeSubDomains"
NOT_KEPT = ("/media/", "/_stcore/", "/auth/", "/oauth2callback")
GONE = re.compile(r";\s*max-age=0\b", re.IGNORECASE)
FEATURES = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


@cache
def policy() -> str:
    """What a page may load and run: the dashboard's own files, and the one script in its frame.

    That script is Streamlit's; its fingerprint is taken from the file when the dashboard starts.
    """
    frame = Path(streamlit.__file__).with_name("static") / "index.html"
    scripts = INLINE.findall(frame.read_text(encoding="utf-8"))
    marks = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts]
    allowed = " ".join(["'self'", *(f"'sha256-{mark}'" for mark in marks)])
    return "; ".join((
        "default-src 'self'", f"script-src {allowed}", "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
        "worker-src 'self' blob:", "frame-ancestors 'none'", "base-uri 'none'",
        "form-action 'self'", "object-src 'none'",
    ))  # fmt: skip


@cache
def always() -> dict[str, str]:
    """The headers of every answer."""
    return {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "permissions-policy": FEATURES,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-permitted-cross-domain-policies": "none",
    }


def dress(headers: MutableHeaders, asked: Asked) -> None:
    """Put the headers on an answer; through TLS, its cookies travel by TLS alone from now on."""
    for name, value in always().items():
        headers[name] = value
    if asked.path.startswith(NOT_KEPT):
        headers["cache-control"] = "no-store"
    if provider.over_tls():
        headers["strict-transport-security"] = A_YEAR
    cookies = [each for each in headers.getlist("set-cookie") if not brings_tokens(each)]
    del headers["set-cookie"]
    for cookie in cookies:
        headers.append("set-cookie", secured(cookie) if provider.over_tls() else cookie)


def brings_tokens(cookie: str) -> bool:
    """Whether a cookie would give the provider's tokens to the browser, where nobody needs them."""
    return cookie.startswith(TOKENS_COOKIE_NAME) and not GONE.search(cookie)


def secured(cookie: str) -> str:
    """A cookie that is sent through TLS alone."""
    return cookie if re.search(r";\s*secure\b", cookie, re.IGNORECASE) else f"{cookie}; Secure"
