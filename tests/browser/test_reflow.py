"""Pages made large, narrow, turned round and spaced out: nothing is cut and nothing lies beside the window."""

import pytest
from playwright.sync_api import Page

from pages.parts.contrast import contrast
from tests.browser.looking import ready, scrolls_sideways, visit
from tests.browser.test_pages import ADDRESSES, STATES

pytestmark = pytest.mark.browser
SHORT = ("due",)
PLACES = [
    *SHORT,
    *(pytest.param(each, marks=pytest.mark.trial) for each in (*ADDRESSES, *STATES) if each not in SHORT),
]
# A narrow window, 1366 × 768 at 200%, and a phone on its side.
SIZES = ((320, 640), (683, 384), (844, 390))
# Words of pictures that lie outside their picture, and words in the page that their box cuts.
CUT = """() => [
    ...[...document.querySelectorAll('[data-testid=stVegaLiteChart] svg text')].filter(each => {
        const box = each.getBoundingClientRect(), all = each.closest('svg').getBoundingClientRect();
        return box.width && getComputedStyle(each).opacity !== '0'
            && (box.left < all.left - 2 || box.right > all.right + 2 || box.bottom > all.bottom + 2);
    }),
    ...[...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, p, li, button, label)')].filter(each => {
        if (getComputedStyle(each).overflowX === 'visible' || each.clientWidth < 2) return false;
        const box = each.getBoundingClientRect(), words = document.createRange();
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            words.selectNode(texts.currentNode);
            const said = words.getBoundingClientRect();
            if (said.right > box.right + 1 || said.bottom > box.bottom + 1 || said.top < box.top - 1) return true;
        }
    }),
].map(each => each.textContent)"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
BOXES = "[role=group]:has(> input), [data-testid$=RootElement], [data-testid=stFileUploaderDropzone]"


@pytest.mark.parametrize("address", PLACES)
def test_nothing_is_cut_or_beside_the_window(dashboard: str, desktop: Page, address: str) -> None:
    for place, (width, height) in enumerate(SIZES):
        desktop.set_viewport_size({"width": width, "height": height})
        if place == 0:
            visit(desktop, f"{dashboard}/{address}")
        ready(desktop)
        assert (width, desktop.evaluate(CUT)) == (width, [])
        assert not scrolls_sideways(desktop), width


@pytest.mark.parametrize(
    "address", ["maturity", *(pytest.param(each, marks=pytest.mark.trial) for each in ADDRESSES if each != "maturity")]
)
def test_wider_spacing_of_text_cuts_nothing(dashboard: str, desktop: Page, address: str) -> None:
    visit(desktop, f"{dashboard}/{address}")
    desktop.add_style_tag(content=SPACED)
    desktop.wait_for_timeout(200)
    assert desktop.evaluate(CUT) == []
    assert not scrolls_sideways(desktop)


def test_boxes_to_fill_in_stand_out_from_the_page(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/send")
    edges = desktop.locator(BOXES).evaluate_all("all => all.map(each => getComputedStyle(each).borderTopColor)")
    assert len(edges) > 1
    for edge in edges:
        red, green, blue = (int(part) for part in edge.removeprefix("rgb(").rstrip(")").split(","))
        assert contrast(f"#{red:02x}{green:02x}{blue:02x}", "#ffffff") >= 3, edge
