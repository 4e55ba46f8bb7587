"""A real Chromium before real dashboards, each on a port and a database of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, PATIENCE, PHONE, Watch
from tests.browser.server import running
from tests.example import example_database

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium; without it tests fail where CI is set and are skipped elsewhere."""
    if not CHROMIUM.exists():
        missing = f"There is no browser at {CHROMIUM}: install the package chromium."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    return {"executable_path": str(CHROMIUM), "args": ARGUMENTS}


@pytest.fixture(scope="session")
def furniture_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the dashboard of furniture writes."""
    return tmp_path_factory.mktemp("furniture") / "log"


@pytest.fixture(scope="session")
def furniture(furniture_log: Path) -> Iterator[str]:
    """The web address of a dashboard of furniture alone; lent the example, or it would make one for its banner."""
    database = shutil.copy(example_database(), furniture_log.with_name("dashboard.duckdb"))
    with running("tests/browser/furniture.py", furniture_log, COPRODUCTION_DATABASE=str(database)) as address:
        yield address


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The web address of the dashboard on the example council, in a folder of its own."""
    folder = tmp_path_factory.mktemp("dashboard")
    database = shutil.copy(example_database(), folder / "dashboard.duckdb")
    with running("server.py", folder / "log", COPRODUCTION_DATABASE=str(database)) as address:
        yield address


@pytest.fixture(scope="module")
def sending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The web address of a dashboard on a copy of the example, to send to."""
    folder = tmp_path_factory.mktemp("sending")
    database = shutil.copy(example_database(), folder / "dashboard.duckdb")
    with running("server.py", folder / "log", COPRODUCTION_DATABASE=str(database)) as address:
        yield address


class Tab:
    """One tab for one test after the other: opening another takes longer than most pages."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.page = context, context.new_page()

    def again(self, size: ViewportSize) -> Page:
        """The tab as if it were new, in a window of this size; another one where it was lost."""
        if self.page.is_closed():
            self.page = self.context.new_page()
        self.page.set_viewport_size(size)
        return self.page

    def leave(self) -> None:
        """Forget what the page kept, and close what it holds open."""
        if self.page.url.startswith("http"):
            self.page.evaluate("sessionStorage.clear()")
        self.page.goto("about:blank")


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Tab]:
    """The tab of a run's tests; what one of them fetched is there for the next."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="en-GB")
    context.set_default_timeout(PATIENCE)
    yield Tab(context)
    context.close()


def watched(tab: Tab, size: ViewportSize) -> Iterator[Page]:
    """A page for one test; afterwards, no error on its console and no request off this machine."""
    page = tab.again(size)
    watch = Watch().over(page)
    yield page
    watch.off(page)
    tab.leave()
    assert watch.errors == []
    assert watch.outgoing == []


@pytest.fixture
def desktop(tab: Tab) -> Iterator[Page]:
    """A window of 1366 × 768."""
    yield from watched(tab, DESKTOP)


@pytest.fixture
def phone(tab: Tab) -> Iterator[Page]:
    """A window of 390 × 844."""
    yield from watched(tab, PHONE)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def either(tab: Tab, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A test for both windows."""
    yield from watched(tab, request.param)
