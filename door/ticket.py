"""The sign-in cookie of a request: whom it names, and whether that still counts."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import cookie_parser
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages.parts import provider
from pages.parts.who import Away, claimed, judged
from queries import NotReady, Person

Claims = Mapping[str, Any]
NOT_KNOWN = Away("not ready", "It cannot be known now whether you may. Try again in a minute.")


def claims_in(cookies: Mapping[str, str]) -> Claims:
    """What the sign-in cookie says; nothing where there is none of ours."""

    def one(name: str) -> bytes | None:
        held = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, held) if held else None

    said = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    try:
        found = json.loads(said) if said else {}
    except ValueError:
        return {}
    return found if found.get("origin") == provider.origin() else {}


def bearer(cookies: Mapping[str, str]) -> Person | Away:
    """Whom the cookies of a request let in, or why nobody."""
    try:
        return judged(claims_in(cookies) if provider.signs_in() else {})
    except NotReady:
        return NOT_KNOWN


def named_in(cookies: Mapping[str, str]) -> Person | Away:
    """Whom the cookies of a request name, whatever the database would say of them."""
    return claimed(claims_in(cookies) if provider.signs_in() else {})


def given(set_cookies: list[str]) -> Claims:
    """The claims in the sign-in cookie that an answer gives, if it gives one."""
    pairs = [line.split(";", 1)[0] for line in set_cookies]
    return claims_in(cookie_parser("; ".join(pairs)))
