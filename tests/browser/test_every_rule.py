"""Every rule of axe-core, best practice too: every page and state wide and narrow, with everything opened."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import PHONE, ready, violations, visit
from tests.browser.test_pages import ADDRESSES, MORE_STATES, STATES

pytestmark = pytest.mark.browser
SHORT = "sent?upload=131"
PLACES = [
    SHORT,
    *(
        pytest.param(each, marks=pytest.mark.trial)
        for each in (*ADDRESSES, *STATES, *MORE_STATES) if each != SHORT
    ),
]  # fmt: skip


@pytest.mark.parametrize("address", PLACES)
def test_no_page_breaks_any_rule_that_is_ours(dashboard: str, desktop: Page, address: str) -> None:
    visit(desktop, f"{dashboard}/{address}")
    desktop.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
    ready(desktop)
    assert violations(desktop) == []
    desktop.set_viewport_size(PHONE)
    ready(desktop)
    assert violations(desktop) == []
