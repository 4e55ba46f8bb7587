"""One request as the door sees it: the place asked for, its headers and its cookies."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

CHANGES_NOTHING = ("GET", "HEAD")


@dataclass(frozen=True)
class Asked:
    """A request for a page, a file or a connection."""

    scope: Scope

    @property
    def is_connection(self) -> bool:
        """Whether a page asks to stay connected (a WebSocket) and not for one answer."""
        return bool(self.scope["type"] == "websocket")

    @property
    def changes_nothing(self) -> bool:
        """Whether the request only reads, as a link does; a connection carries acts."""
        return not self.is_connection and self.scope["method"] in CHANGES_NOTHING

    @cached_property
    def headers(self) -> Headers:
        """The request's headers."""
        return Headers(scope=self.scope)

    @cached_property
    def cookies(self) -> dict[str, str]:
        """The request's cookies by name."""
        return cookie_parser("; ".join(self.headers.getlist("cookie")))

    @cached_property
    def path(self) -> str:
        """The place asked for, without the address the dashboard may be served under."""
        under = str(st.get_option("server.baseUrlPath") or "").strip("/")
        path = str(self.scope["path"])
        return path.removeprefix(f"/{under}") if under else path

    @property
    def query(self) -> str:
        """What stands after the question mark."""
        return bytes(self.scope.get("query_string", b"")).decode("latin-1")
