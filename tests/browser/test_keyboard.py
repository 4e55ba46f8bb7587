"""Every journey by keyboard alone: the way through a page, filters, a project, a briefing, and past the menu."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.keyboard import Keyboard, faults, out_of_order
from tests.browser.looking import DESKTOP, PHONE, arrived, taken_away, violations, visit
from tests.browser.test_pages import ADDRESSES, STATES

pytestmark = pytest.mark.browser
SHORT = ("due",)
PLACES = [
    *SHORT,
    *(pytest.param(each, marks=pytest.mark.trial) for each in (*ADDRESSES, *STATES) if each not in SHORT),
]
HEADINGS = "[...document.querySelectorAll('h1, h2, h3')].map(each => each.innerText)"


def walked(page: Page) -> None:
    """Through the whole page with Tab: seen everywhere, in order, to its end, and nothing happens on the way."""
    page.wait_for_selector("[data-stale=true]", state="detached")
    before = (page.url, page.evaluate(HEADINGS))
    assert page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0
    stops = list(Keyboard(page).stops())
    assert len(stops) > 5
    assert [fault for stop in stops for fault in faults(stop)] == []
    assert out_of_order(stops) == []
    assert (page.url, page.evaluate(HEADINGS)) == before, "reaching something did something"


@pytest.mark.parametrize("address", PLACES)
def test_tab_leads_through_a_page_in_order_and_out_and_is_always_seen(
    dashboard: str, desktop: Page, address: str
) -> None:
    visit(desktop, f"{dashboard}/{address}")
    walked(desktop)


@pytest.mark.trial
@pytest.mark.parametrize("address", [*ADDRESSES, *STATES])
def test_tab_leads_through_a_page_on_a_narrow_window_too(dashboard: str, desktop: Page, address: str) -> None:
    desktop.set_viewport_size(PHONE)
    visit(desktop, f"{dashboard}/{address}")
    walked(desktop)


def test_the_first_stop_leads_past_the_menu_and_a_press_let_go_elsewhere_does_nothing(
    dashboard: str, desktop: Page
) -> None:
    visit(desktop, f"{dashboard}/about")
    before = desktop.url
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("!!document.activeElement.closest('[data-testid=stMain]')")
    desktop.get_by_role("link", name="Every page", exact=True).hover()
    desktop.mouse.down()
    desktop.mouse.move(700, 600)
    desktop.mouse.up()
    assert desktop.url.partition("#")[0] == before


def to_a_project(dashboard: str, keys: Keyboard) -> None:
    """Choose a directorate, open one of its projects with its figures, and go back to all."""
    page = keys.page
    visit(page, f"{dashboard}/projects")
    keys.choose("Directorate", "Finance")
    arrived(page, "directorate=FIN")
    keys.press("Budget conversations")
    arrived(page, "project=FIN-")
    expect(page.get_by_role("heading", level=1)).to_have_text("Budget conversations")
    keys.press("Show the figures")
    expect(page.get_by_role("table").first).to_be_visible()
    keys.press("See every project")
    page.wait_for_url(lambda url: "project=" not in url)


def to_a_briefing(dashboard: str, keys: Keyboard) -> None:
    """Choose a directorate and make the one page for a committee."""
    visit(keys.page, f"{dashboard}/briefing")
    keys.choose("Directorates", "Finance")
    keys.page.keyboard.press("Escape")
    download = taken_away(keys.page, lambda: keys.press("Download the one page"))
    assert download.path().read_bytes().startswith(b"%PDF")


def test_filters_and_a_project_are_reached_and_chosen_by_keyboard(dashboard: str, desktop: Page) -> None:
    to_a_project(dashboard, Keyboard(desktop))


def test_a_briefing_is_made_by_keyboard(dashboard: str, desktop: Page) -> None:
    to_a_briefing(dashboard, Keyboard(desktop))


def breaks_none(page: Page) -> None:
    """No rule of accessibility is broken by a step as it stands."""
    assert violations(page) == []


@pytest.mark.trial
@pytest.mark.parametrize("size", (DESKTOP, PHONE), ids=("desktop", "phone"))
@pytest.mark.parametrize("journey", (to_a_project, to_a_briefing))
def test_no_step_of_a_journey_breaks_any_rule(
    dashboard: str, desktop: Page, journey: Callable[[str, Keyboard], None], size: ViewportSize
) -> None:
    desktop.set_viewport_size(size)
    journey(dashboard, Keyboard(desktop, each_step=breaks_none))
