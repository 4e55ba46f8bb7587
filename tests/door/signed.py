"""A dashboard with sign-in for a test: its settings, and sign-in cookies as the provider's visit gives them."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.browser.server import PATIENCE, free_port, start, wait_until_well

SECRET = "made up for tests " * 3
ROLES = """
claim = "roles"
administrator = ["looks-after"]
viewer = ["looks"]
[[contributor]]
value = "finance"
directorates = ["FIN"]
"""
PEOPLE = {
    "vera": ("Vera Viewer", ["looks"]),
    "carl": ("Carl Contributor", ["finance"]),
    "ada": ("Ada Administrator", ["looks-after"]),
    "norman": ("Norman Nobody", ["something else"]),
}
AUTH = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "dashboard"
client_secret = "made up"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


def settings(folder: Path, address: str, provider: str = "http://localhost:1") -> dict[str, str]:
    """The files that set sign-in up, and the settings that name them."""
    secrets, roles = folder / "secrets.toml", folder / "access.toml"
    secrets.write_text(AUTH.format(address=address, secret=SECRET, provider=provider))
    secrets.chmod(0o600)
    roles.write_text(ROLES)
    return {
        "STREAMLIT_SECRETS_FILES": str(secrets),
        "COPRODUCTION_ACCESS": str(roles),
        "AUTHLIB_INSECURE_TRANSPORT": "1",
    }


@dataclass(frozen=True)
class Dashboard:
    """A running dashboard with sign-in: its address, its database, its log, and what started it."""

    address: str
    database: Path
    log: Path
    named: dict[str, str] = field(repr=False)


@contextmanager
def signing_in(folder: Path, database: Path, provider: str = "http://localhost:1") -> Iterator[Dashboard]:
    """A dashboard with sign-in on this database, stopped at the end."""
    port = free_port()
    address, log = f"http://localhost:{port}", folder / "log"
    named = {**settings(folder, address, provider), "COPRODUCTION_DATABASE": str(database)}
    process = start("server.py", log, port, **named)
    try:
        wait_until_well(process, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield Dashboard(address, database, log, named)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def ticket(address: str, who: str, seconds: float = 3600, secret: str = SECRET, **more: object) -> str:
    """The sign-in cookie of one of PEOPLE; `more` adds to its claims or takes their place."""
    name, roles = PEOPLE[who]
    now = int(time.time())
    claims = {
        "sub": who, "name": name, "roles": roles, "iat": now, "exp": now + seconds, "nonce": str(time.time_ns()),
        "iss": "made up", "origin": address, "is_logged_in": True, "provider": "default", **more,
    }  # fmt: skip
    return create_signed_value(secret, USER_COOKIE_NAME, json.dumps(claims)).decode()
