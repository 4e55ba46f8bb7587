"""Every rule of axe-core, best practice too: every page and state wide and narrow, with everything opened."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PHONE, ready, scrolls_sideways, violations, visit
from tests.browser.test_pages import ADDRESSES, MORE_STATES, OPENED, STATES

pytestmark = pytest.mark.browser
PLACES = [
    OPENED,
    *(
        pytest.param(each, marks=pytest.mark.trial)
        for each in (*ADDRESSES, *STATES, *MORE_STATES) if each != OPENED
    ),
]  # fmt: skip


@pytest.mark.parametrize("address", PLACES)
def test_no_page_breaks_any_rule_that_is_ours(dashboard: str, desktop: Page, address: str) -> None:
    visit(desktop, f"{dashboard}/{address}")
    expect(desktop.get_by_text("could not be worked out")).to_have_count(0)
    desktop.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
    ready(desktop)
    assert violations(desktop) == []
    desktop.set_viewport_size(PHONE)
    ready(desktop)
    assert violations(desktop) == []
    assert not scrolls_sideways(desktop)
