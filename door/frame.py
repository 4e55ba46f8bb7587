"""The frame every page is drawn in: Streamlit's, under our name and with our style sheets from the start.

Sheets that came with a page's own script would come after its first boxes, and these would jump.
"""

import re
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import pages

SHEETS = tuple(pages.HERE / "parts" / name for name in ("look.css", "paper.css"))
NAME = "Co-production dashboard"
NEEDS = "The dashboard needs JavaScript, which this browser does not run. Switch it on, or use another browser."
# Streamlit says there how programs may ask an app; the door lets none do so.
FOR_PROGRAMS = re.compile(r'<link rel="service-desc"[^>]*>|(?<=<noscript>).*?(?=</noscript>)', re.DOTALL)
# What would be answered without the frame as it is: that it is still the same, or squeezed together.
NOT_ASKED = {b"if-none-match", b"if-modified-since", b"accept-encoding"}


@lru_cache(maxsize=4)
def framed(bare: str) -> str:
    """Streamlit's frame as ours. The sheets stand last: of two rules as strong, the later one counts."""
    styles = "\n".join(f"<style>\n{sheet.read_text(encoding='utf-8')}</style>" for sheet in SHEETS)
    ours = FOR_PROGRAMS.sub("", bare).replace("<noscript>", f"<noscript>{NEEDS}")
    return ours.replace("<title>Streamlit</title>", f"<title>{NAME}</title>").replace("</body>", f"{styles}\n</body>")


class Frame:
    """ASGI middleware: the frame is sent as ours, every other answer as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. A browser that has an older frame is not told that it is still the same."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name.lower() not in NOT_ASKED]
        await self.app({**scope, "headers": headers}, receive, Framing(send))


class Framing:
    """Sends an answer on; of a frame, first gathers the pieces."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.start: Message | None = None
        self.gathered = b""

    async def __call__(self, message: Message) -> None:
        """Pass one message of the answer on, or keep it until the frame is whole."""
        if message["type"] == "http.response.start" and is_frame(message):
            self.start = message
        elif self.start is None:
            await self._send(message)
        else:
            self.gathered += message.get("body", b"")
            if not message.get("more_body", False):
                await self.whole(self.start)

    async def whole(self, start: Message) -> None:
        """Send the frame; to whoever asked for its headers only, none."""
        body = framed(self.gathered.decode()).encode() if self.gathered else b""
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "content-length"):
            del headers[name]
        if body:
            headers["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def is_frame(start: Message) -> bool:
    """Whether an answer is a page's frame: nothing else that the dashboard sends is HTML."""
    return start["status"] == 200 and MutableHeaders(scope=start).get("content-type", "").startswith("text/html")
