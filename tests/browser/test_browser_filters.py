"""Filters and the address in a real browser: links, menu, Back, Forward, reload."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import arrived, ready, visit

pytestmark = pytest.mark.browser
OLDER = "October 2025 to March 2026"


def pick(page: Page, label: str, words: str) -> None:
    """Choose an option of a filter, and wait until the address has it: two at once would be one step back."""
    before = page.url
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=words, exact=True).click()
    page.wait_for_url(lambda url: url != before)
    ready(page)


def stands_at(page: Page, label: str, words: str) -> None:
    """Claim that a filter shows these words."""
    expect(page.get_by_role("combobox", name=label, exact=True)).to_have_value(words)


def go_to(page: Page, name: str) -> None:
    """Follow a link of the menu."""
    page.get_by_role("link", name=name, exact=True).first.click()
    ready(page)


def back(page: Page) -> None:
    """Press the browser's Back."""
    page.go_back()
    ready(page)


def query(page: Page) -> str:
    """What the address says after its question mark."""
    return page.url.partition("?")[2]


def test_a_link_opens_with_its_filters_set(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity?directorate=NEI&period=2025-26+H2")
    stands_at(desktop, "Directorate", "Neighbourhoods")
    stands_at(desktop, "Half-year", OLDER)
    expect(desktop.get_by_role("heading", level=2).first).to_contain_text("2025-26 H2, NEI, all")


def test_a_bare_address_stays_bare_until_something_is_picked(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity")
    assert query(desktop) == ""
    pick(desktop, "Directorate", "Finance")
    for part in ("directorate=FIN", "period=2026-27+H1", "level=all", "kind=all", "steps=bands"):
        assert part in query(desktop)


def test_choices_follow_to_another_page_and_back(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity")
    pick(desktop, "Directorate", "Finance")
    pick(desktop, "Level", "Strategic")
    go_to(desktop, "Who takes part")
    stands_at(desktop, "Directorate", "Finance")
    assert "directorate=FIN" in query(desktop)
    go_to(desktop, "How far people are involved")
    stands_at(desktop, "Directorate", "Finance")
    stands_at(desktop, "Level", "Strategic")


def test_back_undoes_one_choice_at_a_time_and_then_leaves_the_page(
    furniture: str, desktop: Page
) -> None:
    visit(desktop, f"{furniture}/diversity")
    go_to(desktop, "How far people are involved")
    pick(desktop, "Directorate", "Finance")
    pick(desktop, "Half-year", OLDER)
    back(desktop)
    stands_at(desktop, "Directorate", "Finance")
    stands_at(desktop, "Half-year", "April to September 2026")
    back(desktop)
    stands_at(desktop, "Directorate", "Whole council")
    back(desktop)
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Who takes part")
    stands_at(desktop, "Directorate", "Whole council")


def test_back_never_traps_a_reader_on_a_page(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity?directorate=FIN&period=2025-26+H2")
    go_to(desktop, "Who takes part")
    stands_at(desktop, "Half-year", OLDER)
    back(desktop)
    back(desktop)
    expect(desktop.get_by_role("heading", level=1)).to_have_text("How far people are involved")
    stands_at(desktop, "Directorate", "Finance")
    stands_at(desktop, "Half-year", OLDER)


def test_forward_restores_what_back_undid(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity")
    pick(desktop, "Directorate", "Finance")
    back(desktop)
    stands_at(desktop, "Directorate", "Whole council")
    desktop.go_forward()
    ready(desktop)
    stands_at(desktop, "Directorate", "Finance")


def test_reloading_changes_nothing(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity")
    pick(desktop, "Directorate", "Finance")
    desktop.get_by_text("Eight steps").click()
    arrived(desktop, "steps=steps")
    before = query(desktop)
    desktop.reload()
    ready(desktop)
    assert query(desktop) == before
    stands_at(desktop, "Directorate", "Finance")
    expect(desktop.get_by_role("heading", level=2).first).to_contain_text("steps")


def test_a_value_that_is_no_option_is_ignored(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity?directorate=NOPE&period=2025-26+H2")
    stands_at(desktop, "Directorate", "Whole council")
    stands_at(desktop, "Half-year", OLDER)
    assert "directorate=all" in query(desktop)


def test_a_sentence_leads_to_its_page_in_the_same_window(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/?period=2025-26+H2")
    go_to(desktop, "Adult Care and Health")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("How far people are involved")
    stands_at(desktop, "Directorate", "Adult Care and Health")
    stands_at(desktop, "Half-year", OLDER)
    back(desktop)
    stands_at(desktop, "Half-year", OLDER)
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Overview")
