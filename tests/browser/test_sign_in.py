"""Signing in, end to end: a real browser, a real provider of OpenID Connect on this machine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.looking import DESKTOP, PATIENCE, PHONE, picture, ready, scrolls_sideways, violations, visit
from tests.door.provider import providing
from tests.door.signed import PEOPLE, Dashboard, signing_in
from tests.door.taken import audit
from tests.example import example_database

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard on a copy of the example, and the provider that its people sign in with."""
    folder = tmp_path_factory.mktemp("provided")
    database = Path(shutil.copy(example_database(), folder / "dashboard.duckdb"))
    with providing(folder) as provider, signing_in(folder, database, provider) as found:
        yield found


@pytest.fixture(params=[DESKTOP, pytest.param(PHONE, marks=pytest.mark.trial)], ids=["desktop", "phone"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    """The size of a window."""
    found: dict[str, int] = request.param
    return found


def window(browser: Browser, size: dict[str, int] = DESKTOP) -> BrowserContext:
    """A browser that nobody has signed in with; the provider's looks, from afar, are not found."""
    context = browser.new_context(viewport=size, reduced_motion="reduce", locale="en-GB")
    context.set_default_timeout(PATIENCE)
    return context


def look(page: Page, name: str) -> None:
    """Nothing serious for those who cannot see it, and a picture where one was asked for."""
    assert violations(page) == [] and not scrolls_sideways(page)
    if folder := os.environ.get("JOURNEY_PICTURES"):
        width = (page.viewport_size or DESKTOP)["width"]
        picture(page, Path(folder) / f"sign-in-{name}-{width}.png")


def by_key(page: Page, button: str) -> None:
    """Tab to a button of ours, which must be seen to be reached, and press it."""
    Keyboard(page).reach(button)
    page.keyboard.press("Enter")


def sign_in(page: Page, who: str) -> None:
    """Press the button by keyboard, and be one of PEOPLE at the provider."""
    by_key(page, "Sign in")
    page.get_by_role("button", name=who, exact=True).press("Enter")
    page.wait_for_selector("[data-testid=stMain] h1")
    ready(page)


def headline(page: Page) -> str:
    """The title of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def test_a_link_followed_before_sign_in_lands_there_after_it(
    dashboard: Dashboard, browser: Browser, size: dict[str, int]
) -> None:
    with window(browser, size) as context:
        page, link = context.new_page(), f"{dashboard.address}/maturity?directorate=FIN&steps=steps"
        visit(page, link)
        assert headline(page) == "Co-production dashboard" and "Example" not in page.inner_text("body")
        look(page, "stranger")
        sign_in(page, "vera")
        assert page.url == link and headline(page) == "How far people are involved"
        assert not [each for each in context.cookies() if "tokens" in each["name"]]
        expect(page.get_by_role("combobox", name="Directorate")).to_have_value("Finance")
        expect(page.get_by_text("Signed in as Vera Viewer (viewer)")).to_be_visible()
        visit(page, f"{dashboard.address}/send")
        assert headline(page) == "This page is not for your role"
        look(page, "refused")
        assert {each["name"]: each["httpOnly"] for each in context.cookies()}["_streamlit_user"]


def test_signing_out_ends_every_tab(dashboard: Dashboard, browser: Browser) -> None:
    with window(browser) as context:
        page, other = context.new_page(), context.new_page()
        visit(page, f"{dashboard.address}/due")
        sign_in(page, "ada")
        visit(other, f"{dashboard.address}/sent")
        assert headline(other) == "What was sent"
        by_key(page, "Sign out")
        page.get_by_role("button", name="End session").press("Enter")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        other.get_by_role("combobox", name="Half-year").click()
        other.get_by_role("option").nth(1).click()
        expect(other.get_by_text("You have signed out")).to_be_visible()
        assert "upload" not in other.inner_text("[data-testid=stMain]").lower()
        sign_in(other, "carl")
        assert headline(other) == "What was sent"
        expect(other.get_by_text("Signed in as Carl Contributor (contributor)")).to_be_visible()
    acts = [(line["who"], line["act"]) for line in reversed(audit(dashboard)) if line["act"].startswith("signed")]
    ada, carl = PEOPLE["ada"][0], PEOPLE["carl"][0]
    assert [each for each in acts if each[0] in (ada, carl)] == [
        (ada, "signed in"), (ada, "signed out"), (carl, "signed in"),
    ]  # fmt: skip


def test_somebody_without_a_role_is_told_so_and_may_sign_out(dashboard: Dashboard, browser: Browser) -> None:
    with window(browser) as context:
        page = context.new_page()
        visit(page, f"{dashboard.address}/audit")
        sign_in(page, "norman")
        expect(page.get_by_text("that account has no role here")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("button", name="End session").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    mine = [(line["act"], line["about"]) for line in audit(dashboard) if line["who"] == "Norman Nobody"]
    assert ("refused", "no role") in mine and mine[0][0] == "signed out" and len(mine) == 2


def test_a_sign_in_that_was_not_finished_is_said_so(dashboard: Dashboard, browser: Browser) -> None:
    with window(browser) as context:
        page = context.new_page()
        visit(page, f"{dashboard.address}/themes")
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_text("The sign-in was not finished")).to_be_visible()
        assert page.url == f"{dashboard.address}/themes"
