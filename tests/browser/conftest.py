"""A real Chromium before real dashboards, each on a port and a database of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, PHONE, Watch
from tests.browser.server import running
from tests.example import example_database

expect.set_options(timeout=30_000)


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
    """The web address of a dashboard of furniture alone, without a database."""
    with running("tests/browser/furniture.py", furniture_log) as address:
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


def window(browser: Browser, size: dict[str, int]) -> Iterator[BrowserContext]:
    """A browser's memory for windows of one size: what one test fetched is there for the next."""
    context = browser.new_context(viewport=size, reduced_motion="reduce", locale="en-GB")
    yield context
    context.close()


@pytest.fixture(scope="session")
def desktops(browser: Browser) -> Iterator[BrowserContext]:
    """Windows of 1366 × 768."""
    yield from window(browser, DESKTOP)


@pytest.fixture(scope="session")
def phones(browser: Browser) -> Iterator[BrowserContext]:
    """Windows of 390 × 844."""
    yield from window(browser, PHONE)


def watched(context: BrowserContext) -> Iterator[Page]:
    """A page of its own; afterwards, no error on its console and no request off this machine."""
    page = context.new_page()
    watch = Watch().over(page)
    yield page
    page.close()
    assert watch.errors == []
    assert watch.outgoing == []


@pytest.fixture
def desktop(desktops: BrowserContext) -> Iterator[Page]:
    """A window of 1366 × 768."""
    yield from watched(desktops)


@pytest.fixture
def phone(phones: BrowserContext) -> Iterator[Page]:
    """A window of 390 × 844."""
    yield from watched(phones)


@pytest.fixture(params=["desktops", "phones"], ids=["desktop", "phone"])
def either(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A test for both windows."""
    yield from watched(request.getfixturevalue(request.param))
