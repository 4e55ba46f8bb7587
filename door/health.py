"""Whether all is well, for whatever watches over the dashboard: one word and nothing else."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from queries import well

PATH = "/health"
PATIENCE = 5.0
_asking: list["asyncio.Future[bool]"] = []


async def health(_request: Request) -> Response:
    """200 and "well" when the database answers; 503 and "unwell" when it does not, or not soon.

    One asks the database for all who ask meanwhile, so that nothing piles up while it is away.
    """
    if not _asking or _asking[0].done():
        _asking[:] = [asyncio.ensure_future(asyncio.to_thread(well))]
    answered, _ = await asyncio.wait(_asking, timeout=PATIENCE)
    word, code = ("well", 200) if any(each.result() for each in answered) else ("unwell", 503)
    return PlainTextResponse(word, code, headers={"cache-control": "no-store"})
