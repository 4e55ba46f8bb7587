"""How long a page takes in a real browser, from asking for its address until it is all there.

A page is all there when its script has ended, no part waits, and it holds as many elements and
drawn pictures as it held once settled. The page itself looks, ten milliseconds apart.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, PATIENCE, ready

Held = list[int]
# Elements, pictures, and pictures that are drawn; a picture is drawn once it has a size.
HOLDS = """() => {
    const all = name => [...document.querySelectorAll(`[data-testid=${name}]`)];
    const drawn = box => [...box.querySelectorAll('canvas, svg.marks')].some(each => each.clientWidth > 0);
    return [all('stElementContainer').length, all('stVegaLiteChart').length,
            all('stVegaLiteChart').filter(drawn).length];
}"""
THERE = f"""wanted => {{
    const app = document.querySelector('[data-testid=stApp]');
    if (!app || app.dataset.testScriptState !== 'notRunning') return 0;
    if (document.querySelector('[data-testid=stSkeleton]')) return 0;
    return ({HOLDS})().every((each, place) => each === wanted[place]) ? performance.now() : 0;
}}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window that has fetched nothing yet."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="en-GB")
    yield context
    context.close()


def holds(context: BrowserContext, address: str) -> Held:
    """What a page holds once it is settled: elements, pictures, pictures drawn."""
    with tab(context) as page:
        page.goto(address)
        ready(page)
        time.sleep(1)
        held: Held = page.evaluate(HOLDS)
    if held[1] != held[2]:
        raise RuntimeError(f"{address}: {held[2]} of {held[1]} pictures were drawn.")
    return held


def seconds(context: BrowserContext, address: str, held: Held) -> float:
    """A visit in a tab of its own: seconds from asking until the page holds what it should."""
    with tab(context) as page:
        page.goto(address, wait_until="commit")
        there: Any = page.wait_for_function(THERE, arg=held, polling=10, timeout=PATIENCE)
        return float(there.json_value()) / 1000


@contextmanager
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab, closed at the end."""
    page = context.new_page()
    yield page
    page.close()
