"""The furniture in a real browser: escaping, downloads, sizes, accessibility."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import ready, scrolls_sideways, taken_away, violations, visit
from tests.pages.made_up import NASTY

pytestmark = pytest.mark.browser
ADDRESSES = ("", "maturity", "diversity", "themes", "methods")
# Words that could be taken for markup, and boxes to choose from; the parts of the others are on pages of ours.
FEW = ("maturity", "methods")


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
    box = desktop.get_by_role("combobox", name="Kind of project")
    expect(box).to_have_value(NASTY)
    box.click()
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


@pytest.mark.parametrize(
    "address", [pytest.param(each, marks=() if each in FEW else pytest.mark.trial) for each in ADDRESSES]
)
def test_nothing_critical_or_serious_for_people_who_use_assistive_technology(
    furniture: str, phone: Page, address: str
) -> None:
    visit(phone, f"{furniture}/{address}")
    for expander in phone.get_by_text("Show the figures").all():
        expander.click()
    ready(phone)
    assert violations(phone) == []
    assert not scrolls_sideways(phone)


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
    button = desktop.get_by_role("button", name="Download the figures (CSV)").first
    expect(button).to_be_visible()
    ready(desktop)
    waiting = taken_away(desktop, button.click)
    name = waiting.suggested_filename
    assert name.startswith("what-does-each-directorate-contribute-to-the-council-plan-")
    assert name.endswith(".csv")
    assert "directorate,theme_code,theme,main,also" in Path(waiting.path()).read_text("utf-8-sig")
