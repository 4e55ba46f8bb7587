"""Every page of the example council in a real browser, on a desktop and on a phone."""

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect

import pages
from tests.browser.looking import DESKTOP, PHONE, arrived, ready, scrolls_sideways, taken_away, violations, visit

pytestmark = pytest.mark.browser
# Of each picture what it says, the heading over it, whether a way to its figures follows, and its marks.
PICTURES = """() => {
    const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    const every = which => [...document.querySelectorAll(`[data-testid=stMain] ${which}`)];
    return every('[data-testid=stVegaLiteChart]').map(picture => ({
        said: picture.getAttribute('aria-label') || '',
        under: every('h2, h3').filter(each => after(each, picture)).at(-1)?.innerText || '',
        table: every('summary').some(each => after(picture, each) && /^Show /m.test(each.innerText)),
        marks: [...picture.querySelectorAll('svg [aria-label]')].map(each => each.getAttribute('aria-label')),
    }));
}"""
ADDRESSES = ["", *(body.sign.address for body in pages.found()[1:])]
WITHOUT_FIGURES = {"send", "about", "audit", "backups", "access", "pages", "tour", "lists", "briefing"}
OPENED = "sent?upload=131"  # looked at wide and narrow, with everything opened, by test_every_rule
ATTENDED = "diversity?period=2024-25+H2&unit=attendances&directorate=REG&characteristic=sex"
STATES = (
    "maturity?directorate=FIN",
    "diversity?characteristic=age&directorate=ACH",
    ATTENDED,
    OPENED,
    "projects?project=ACH-P01",
    "changed?show=earlier&period=2025-26+H2&as_it_stood_on=2026-08-01",
)
FEW = tuple(each for each in STATES if each not in (OPENED, "maturity?directorate=FIN", ATTENDED))
MORE_STATES = (
    "maturity?steps=steps",
    "themes?directorate=NEI&theme=T5",
    "due?directorate=RES",
    "maturity?directorate=LAW",
    "diversity?characteristic=ethnic_group",
    "diversity?characteristic=role",
    "diversity?directorate=LAW",
    "?period=2023-24+H2",
    "due?directorate=FIN&period=2023-24+H2",
    "sent?upload=130",
    "sent?return=themes&counts=now",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_whole_and_breaks_no_accessibility_rule_wide_or_narrow(
    dashboard: str, desktop: Page, address: str
) -> None:
    visit(desktop, f"{dashboard}/{address}")
    is_whole(desktop, address)
    desktop.set_viewport_size(PHONE)
    ready(desktop)
    is_whole(desktop, address)
    assert violations(desktop) == []


@pytest.mark.trial
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_breaks_no_accessibility_rule_on_a_desktop(dashboard: str, desktop: Page, address: str) -> None:
    visit(desktop, f"{dashboard}/{address}")
    assert violations(desktop) == []


def is_whole(either: Page, address: str) -> None:
    """The page says whose it is and how it stood, its pictures speak, nothing hangs out."""
    expect(either.get_by_role("heading", level=1)).to_have_count(1)
    expect(either.get_by_text("Example Borough, every figure made up").first).to_be_visible()
    expect(either.get_by_text("only this computer can see it").first).to_be_visible()
    expect(either.get_by_text("foreground=")).to_have_count(0)
    if address not in WITHOUT_FIGURES:
        expect(either.get_by_text("As it stood on").last).to_be_attached()
    assert either.title().endswith(" · Co-production dashboard") and len(either.title()) > 26
    for picture in either.evaluate(PICTURES):
        assert len(picture["said"].split()) > 3, "a picture states its finding to a screen reader"
        assert picture["under"].endswith("?"), f"{picture['under']}: a picture stands under a question"
        assert picture["table"], f"{picture['under']}: its figures are in a table after it"
        assert not re.search("(fill|start|head): ", " ".join(picture["marks"])), "marks are read as words"
    assert not scrolls_sideways(either)


@pytest.mark.parametrize("state", [
    *FEW, *(pytest.param(each, marks=pytest.mark.trial) for each in (*STATES, *MORE_STATES) if each not in FEW),
])  # fmt: skip
def test_a_state_of_a_page_breaks_no_accessibility_rule(
    dashboard: str, phone: Page, state: str
) -> None:
    visit(phone, f"{dashboard}/{state}")
    expect(phone.get_by_text("could not be worked out")).to_have_count(0)
    assert not scrolls_sideways(phone)
    assert violations(phone) == []


def test_a_finding_leads_to_its_page_with_the_filters_set(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/?period=2025-26+H2")
    desktop.get_by_role("link", name="See where they fall short").click()
    arrived(desktop, "maturity", "period=2025-26+H2")
    expect(desktop.get_by_role("combobox", name="Half-year")).to_have_value(
        "October 2025 to March 2026"
    )


def test_a_project_at_the_foot_of_the_list_opens_at_its_top(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/projects")
    scrolled = "document.querySelector('[data-testid=stMain]').scrollTop"
    last = desktop.locator("[data-testid=stMain] [data-testid=stPageLink] a").last
    last.scroll_into_view_if_needed()
    assert desktop.evaluate(scrolled) > DESKTOP["height"]
    called = last.inner_text().splitlines()[-1]
    last.click()
    expect(desktop.get_by_role("heading", level=1)).to_have_text(called)
    ready(desktop)
    assert "/project?" in desktop.url and desktop.evaluate(scrolled) == 0


def test_the_figures_behind_a_picture_can_be_taken_away(dashboard: str, browser: Browser) -> None:
    # A window of its own: Chromium asks before a second file that comes long after the click.
    page = browser.new_page(viewport=DESKTOP)
    visit(page, f"{dashboard}/diversity?characteristic=disability&directorate=NEI")
    page.get_by_text("Show the figures").first.click()
    waiting = taken_away(page, page.get_by_role("button", name="Download the figures").first.click)
    text = waiting.path().read_text(encoding="utf-8-sig")
    assert "Example Borough, every figure made up" in text and "As it stood on" in text
    table = list(csv.DictReader(io.StringIO(text[text.index("directorate,") :])))
    assert all(int(row["people"]) % 5 == 0 for row in table)
