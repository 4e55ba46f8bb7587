"""Starts the dashboard: `streamlit run server.py -- --open`.

With --open the page is opened in this machine's browser as soon as it can be shown.

What would stop every page stops the start instead, with one sentence and exit code 2.
"""

import gc
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Timer
from pathlib import Path

import streamlit as st

import pages
from pages.parts.guard import guard
from pages.parts.page import LOG, say_broken, whereabouts

DOOR = Path(__file__).resolve().with_name("app.py")


def refuse_unless_ready() -> None:
    """End the process with code 2 and one sentence when no page could be shown."""
    refusal = guard()
    if refusal:
        print(refusal, file=sys.stderr)
        sys.exit(2)


@asynccontextmanager
async def warm(_app: st.App) -> AsyncIterator[None]:
    """Before the first visit: everything imported, kept out of the garbage collector's way."""
    pages.found()
    gc.collect()
    gc.freeze()
    address, port = st.get_option("server.address"), st.get_option("server.port")
    where = f"http://{address}:{port}"
    print(f"The dashboard is open at {where}", flush=True)
    if "--open" in sys.argv:
        Timer(0.5, webbrowser.open, [where]).start()  # the server answers once this has yielded
    yield


def outside_a_page(mistake: Exception) -> bool:
    """One sentence on screen and one line in the log for a mistake before a page is drawn."""
    LOG.error("stopped before the page: %s", whereabouts(mistake))
    say_broken()
    return True


app = st.App(DOOR, lifespan=warm, on_script_error=outside_a_page)
refuse_unless_ready()

if __name__ == "__main__":
    app.run()
