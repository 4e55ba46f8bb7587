"""The furniture in a real browser: filters and the address, escaping, sizes, accessibility."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import ready, scrolls_sideways, violations, visit
from tests.pages.made_up import NASTY

pytestmark = pytest.mark.browser
ADDRESSES = ("", "maturity", "diversity", "themes", "methods")
OLDER = "October 2025 to March 2026"


def pick(page: Page, label: str, words: str) -> None:
    """Choose an option of a filter."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=words, exact=True).click()
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
    ready(desktop)
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


def test_data_is_never_taken_for_markup(furniture: str, either: Page) -> None:
    visit(either, f"{furniture}/methods")
    main = either.locator('[data-testid="stMain"]')
    assert main.locator("a[href*='example.org']").count() == 0
    assert main.locator("img, code, b, del, .katex, [data-testid='stMarkdownColoredText']").count() == 0
    shown = (main.locator("h2").first.text_content() or "").replace("\u2060", "")
    assert shown == f"{NASTY}."
    cell = main.locator("td").first.text_content() or ""
    assert cell.replace("\u2060", "").replace("\u00a0", " ") == NASTY


def test_words_on_a_box_and_on_a_button_are_words(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/maturity?kind=nasty")
    stands_at(desktop, "Kind of project", NASTY)
    desktop.get_by_role("combobox", name="Kind of project").click()
    expect(desktop.get_by_role("option", name=NASTY)).to_be_visible()
    assert desktop.get_by_role("option").locator("a, img, b, code").count() == 0


def test_a_mistake_is_a_sentence_on_screen_and_a_line_without_figures_in_the_log(
    furniture: str, desktop: Page, furniture_log: Path
) -> None:
    visit(desktop, f"{furniture}/broken")
    expect(desktop.get_by_text("This page could not be worked out")).to_be_visible()
    expect(desktop.get_by_text("Think Local Act Personal")).to_be_visible()
    assert desktop.get_by_text("31 people").count() == 0
    written = furniture_log.read_text()
    assert "page broken stopped: ValueError at furniture.py:" in written
    assert "31 people" not in written and "Traceback" not in written


def test_nothing_critical_or_serious_for_people_who_use_assistive_technology(
    furniture: str, either: Page
) -> None:
    for address in ADDRESSES:
        visit(either, f"{furniture}/{address}")
        for expander in either.get_by_text("Show the figures").all():
            expander.click()
        ready(either)
        assert (address, violations(either)) == (address, [])
        assert (address, scrolls_sideways(either)) == (address, False)


def test_every_picture_has_a_description_and_a_table_behind_it(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/themes")
    pictures = desktop.locator('[data-testid="stVegaLiteChart"]')
    assert [each.get_attribute("aria-label") for each in pictures.all()] == [
        "No project has Protect our environment as its main theme.",
        "9 of 26 projects changed a service or policy.",
    ]
    desktop.get_by_text("Show the figures").first.click()
    table = desktop.get_by_role("table").first
    expect(table).to_contain_text("Protect our environment")


def test_the_download_is_the_answer_under_a_name_of_its_own(furniture: str, desktop: Page) -> None:
    visit(desktop, f"{furniture}/themes")
    desktop.get_by_text("Show the figures").first.click()
    with desktop.expect_download() as waiting:
        desktop.get_by_role("button", name="Download the figures (CSV)").first.click()
    name = waiting.value.suggested_filename
    assert name.startswith("what-does-each-directorate-contribute-to-the-council-plan-")
    assert name.endswith(".csv")
    assert "directorate,theme_code,theme,main,also" in Path(waiting.value.path()).read_text("utf-8-sig")
