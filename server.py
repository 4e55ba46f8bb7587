"""Starts the dashboard: `streamlit run server.py -- --open`.

With --open the page is opened in this machine's browser as soon as it can be shown.

What would stop every page stops the start instead, with one sentence and exit code 2.
"""

import gc
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

import pages
from pages.parts.guard import guard
from pages.parts.page import LOG, say_broken, whereabouts

DOOR = Path(__file__).resolve().with_name("app.py")

# The menu is st.navigation's alone. Streamlit would look for scripts in a folder called pages
# until the first session has run, and say "Page not found" to whoever opens a link first.
PagesManager.uses_pages_directory = False


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
