"""An answer on its way out: its headers, and where a sign-in leads to."""

import asyncio
import re
import time

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from door import way_back
from door.asked import Asked
from door.headers import dress
from door.ticket import given
from pages.parts.sign_in import FAILED
from pages.parts.who import Away, judged
from queries import NotReady, Person, note_refusal, note_sign_in

GOING, COMING = "/auth/login", "/oauth2callback"
SHORT = 60
MAX_AGE = re.compile(r"max-age=\d+", re.IGNORECASE)


class Answered:
    """Sends an answer on, dressed; whether it has begun is known afterwards.

    One that `leads` is the provider's business; a refusal of ours leads nowhere.
    """

    def __init__(self, asked: Asked, send: Send, leads: bool = True) -> None:
        self.asked, self.leads = asked, leads
        self.begun = False
        self._send = send

    async def __call__(self, message: Message) -> None:
        """Pass one message of the answer on."""
        if message["type"] == "http.response.start":
            self.begun = True
            await self.lead(message)
            dress(MutableHeaders(scope=message), self.asked)
        await self._send(message)

    async def lead(self, message: Message) -> None:
        """On the way to the provider remember the page, and on the way back go there."""
        headers = MutableHeaders(scope=message)
        if self.leads and self.asked.path == GOING:
            self.going(message, headers)
        elif self.leads and self.asked.path == COMING:
            await self.coming(headers)

    def going(self, message: Message, headers: MutableHeaders) -> None:
        """Remember the page; a provider that cannot be reached leads back to it, to say so."""
        place = way_back.asked_from(self.asked)
        if message["status"] >= 400:
            message["status"] = 302
            headers["location"] = place or "/"
            headers.append("set-cookie", way_back.cookie(FAILED, "1", SHORT))
        elif place:
            headers.append("set-cookie", way_back.keep(place))

    async def coming(self, headers: MutableHeaders) -> None:
        """Go where the sign-in was asked for; note who came in, or that it was not finished."""
        headers["location"] = way_back.kept(self.asked)
        headers.append("set-cookie", way_back.forget())
        claims = given(headers.getlist("set-cookie"))
        if claims:
            shorten(headers, claims.get("exp"))
            headers.append("set-cookie", way_back.cookie(FAILED, "", 0))
            await asyncio.to_thread(note_arrival, claims)
        elif "state=" in self.asked.query or "error=" in self.asked.query:
            headers.append("set-cookie", way_back.cookie(FAILED, "1", SHORT))


def note_arrival(claims: dict[str, object]) -> None:
    """Note who signed in, or who did and is not let in."""
    try:
        found = judged(claims)
    except NotReady:
        return
    if isinstance(found, Person):
        note_sign_in(found)
    elif isinstance(found, Away) and found.person is not None:
        note_refusal(found.person, found.why)


def shorten(headers: MutableHeaders, ends_at: object) -> None:
    """Let the sign-in cookies last as long as the sign-in does, not for Streamlit's 30 days."""
    seconds = max(0, int(ends_at - time.time())) if isinstance(ends_at, int | float) else 0
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        mine = cookie.startswith(USER_COOKIE_NAME) and not cookie.startswith(f'{USER_COOKIE_NAME}=""')
        headers.append("set-cookie", MAX_AGE.sub(f"Max-Age={seconds}", cookie) if mine else cookie)
