"""The gate before everything Streamlit answers: who may ask for what, and what each answer carries."""

import asyncio
import logging
from contextlib import AbstractContextManager, nullcontext

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from door import uploads
from door.answered import Answered
from door.asked import Asked
from door.hosts import foreign
from door.ticket import bearer, named_in
from pages.parts import provider
from pages.parts.sign_in import leave_by
from pages.parts.who import Away
from queries import may, whereabouts

LOG = logging.getLogger("coproduction.door")
FILES, UPLOADS, LEAVING = "/media/", "/_stcore/upload_file/", "/auth/logout"
FRAME = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
INSIDE = ("/_stcore/", FILES, "/component/", "/app/static/")
NOWHERE = ("/_stcore/agent",)
NOT_SIGNED_IN = "Sign in first."
NOT_YOURS = "Your role may not send files. Ask whoever looks after the dashboard if you need to."
BROKEN = (
    "Something went wrong, and the dashboard's log says where. Try again; if it stays, tell whoever "
    "looks after it."
)
Refused = tuple[int, str]


class Gate:
    """ASGI middleware: refuses what may not be asked, and dresses every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with a sentence."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        asked = Asked(scope)
        refused = await self.refused(asked)
        answer = Answered(asked, send, leads=refused is None)
        if refused is None:
            await self.let_through(asked, receive, answer)
            return
        LOG.info("a request was refused with %s", refused[0])
        if asked.is_connection:
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(refused[1], refused[0])(scope, receive, answer)

    async def refused(self, asked: Asked) -> Refused | None:
        """The code and sentence of a refusal, or None for what may be asked."""
        if reason := foreign(asked):
            return 403, reason
        if asked.path.startswith(NOWHERE):
            return 404, "There is nothing here."
        if asked.path.startswith(INSIDE) and asked.path not in FRAME:
            if refused := await asyncio.to_thread(without_ticket, asked):
                return refused
        if asked.path.startswith(UPLOADS) and asked.scope["method"] == "PUT":
            return uploads.too_much(visit_of(asked), size_of(asked))
        return None

    async def let_through(self, asked: Asked, receive: Receive, answer: Answered) -> None:
        """Let the request through; a mistake behind the gate is one sentence, without its details."""
        if asked.path == LEAVING:
            await asyncio.to_thread(leave_by, named_in(asked.cookies))
        try:
            with on_its_way(asked):
                await self.app(asked.scope, receive, answer)
        except Exception as mistake:
            LOG.error("an answer stopped: %s", whereabouts(mistake))
            if not asked.is_connection and not answer.begun:
                await PlainTextResponse(BROKEN, 500)(asked.scope, receive, answer)


def without_ticket(asked: Asked) -> Refused | None:
    """Why what lies inside is not handed out: nobody is signed in, or not for this."""
    if not provider.signs_in():
        return None
    person = bearer(asked.cookies)
    if isinstance(person, Away):
        return 403, NOT_SIGNED_IN if person.may_sign_in else person.said
    if asked.path.startswith(UPLOADS) and not may(person, "send"):
        return 403, NOT_YOURS
    return None


def on_its_way(asked: Asked) -> AbstractContextManager[None]:
    """Whatever counts while the request is under way: a file that is being received."""
    if not asked.is_connection and asked.path.startswith(UPLOADS) and asked.scope["method"] == "PUT":
        return uploads.coming(visit_of(asked), size_of(asked))
    return nullcontext()


def visit_of(asked: Asked) -> str:
    """The visit that a file is sent in, as its address says."""
    return asked.path.removeprefix(UPLOADS).split("/")[0]


def size_of(asked: Asked) -> int:
    """How many bytes the request says it brings."""
    return uploads.size_of(asked.headers.get("content-length"))
