"""Starts the dashboard: `streamlit run server.py -- --open`.

With --open the page is opened in this machine's browser as soon as it can be shown.

What would stop every page stops the start instead, with one sentence and exit code 2.
"""

import gc
import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

import door
import pages

SCRIPT = Path(__file__).resolve().with_name("app.py")

# The menu is st.navigation's alone. Streamlit would look for scripts in a folder called pages
# until the first session has run, and say "Page not found" to whoever opens a link first.
PagesManager.uses_pages_directory = False


def refuse_unless_ready() -> None:
    """End the process with code 2 and one sentence when no page could be shown."""
    os.umask(0o077)  # what it writes holds counts as they were sent: for its own user alone
    refusal = door.refusal()
    if refusal:
        print(refusal, file=sys.stderr)
        sys.exit(2)


@asynccontextmanager
async def warm(_app: st.App) -> AsyncIterator[None]:
    """Before the first visit: everything imported, kept out of the garbage collector's way."""
    pages.found()
    door.settle()
    gc.collect()
    gc.freeze()
    address, port = st.get_option("server.address"), st.get_option("server.port")
    where = f"http://{address}:{port}"
    print(f"The dashboard is open at {where}", flush=True)
    if "--open" in sys.argv:
        Timer(0.5, webbrowser.open, [where]).start()  # the server answers once this has yielded
    with door.alongside():
        yield


app = st.App(
    SCRIPT,
    lifespan=warm,
    routes=[Route("/health", door.health)],
    middleware=[Middleware(door.Gate), Middleware(door.Frame)],
    on_script_error=door.outside_a_page,
)
refuse_unless_ready()

if __name__ == "__main__":  # started by Python alone, Streamlit would read none of its settings
    sys.exit("Start the dashboard with: streamlit run server.py")
