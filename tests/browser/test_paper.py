"""Each page printed: A4 upright, whole, without what only works on a screen."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.looking import ready, visit
from tests.browser.test_pages import ADDRESSES

pytestmark = pytest.mark.browser
A4 = (595, 842)
FEW = ("diversity",)
# The width of A4 less its margins, in the pixels of a printed page.
PAPER = {"width": 703, "height": 1000}
MENU = "nav a, [data-testid=stTopNavLink]"


def squeezed(text: str) -> str:
    """Words without what lies between them, which a PDF places as it likes."""
    return "".join(text.split())


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=() if each in FEW else pytest.mark.trial) for each in ADDRESSES]
)
def test_a_page_prints_whole_on_a4_without_the_bar(dashboard: str, desktop: Page, address: str) -> None:
    visit(desktop, f"{dashboard}/{address}")
    read = PdfReader(io.BytesIO(desktop.pdf(prefer_css_page_size=True)))
    sizes = {(round(one.mediabox.width), round(one.mediabox.height)) for one in read.pages}
    assert sizes == {A4}
    printed = squeezed("".join(one.extract_text() for one in read.pages))
    headings = desktop.locator("[data-testid=stMain] :is(h1, h2, h3):visible").all_inner_texts()
    assert headings and all(squeezed(each) in printed for each in headings), headings
    desktop.set_viewport_size(PAPER)
    desktop.emulate_media(media="print")
    ready(desktop)
    try:
        assert desktop.locator(MENU).locator("visible=true").count() == 0
        over = desktop.evaluate("""[...document.querySelectorAll('[data-testid=stMain] *')]
            .filter(each => !each.closest('[data-testid=stExpander]'))
            .filter(each => each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1)
            .map(each => each.outerHTML.slice(0, 120))""")
        assert over == []
    finally:
        desktop.emulate_media(media="null")
