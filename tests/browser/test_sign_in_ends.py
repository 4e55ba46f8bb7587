"""A sign-in that ends by itself, and somebody kept out, in a real browser: the long form of tests/door."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import ready, visit
from tests.browser.test_sign_in import headline, sign_in, window
from tests.door.provider import providing
from tests.door.signed import signing_in
from tests.example import example_database

pytestmark = [pytest.mark.browser, pytest.mark.trial]
LASTS = 25


def test_a_token_that_ends_ends_the_sign_in_and_the_way_back_is_kept(browser: Browser, tmp_path: Path) -> None:
    database = Path(shutil.copy(example_database(), tmp_path / "dashboard.duckdb"))
    with providing(tmp_path, LASTS) as provider, signing_in(tmp_path, database, provider) as dashboard:
        with window(browser) as context:
            page, link = context.new_page(), f"{dashboard.address}/due?directorate=FIN"
            visit(page, link)
            sign_in(page, "carl")
            assert headline(page) == "What is due"
            while "Your sign-in has ended" not in page.inner_text("body"):
                for half_year in (1, 2):
                    if page.get_by_role("combobox", name="Half-year").is_visible():
                        page.get_by_role("combobox", name="Half-year").click()
                        page.get_by_role("option").nth(half_year).click()
                    ready(page)
            assert headline(page) == "Co-production dashboard"
            came_from = page.url
            sign_in(page, "carl")
            assert page.url == came_from and headline(page) == "What is due"


def test_somebody_kept_out_is_out_at_their_next_click(browser: Browser, tmp_path: Path) -> None:
    database = Path(shutil.copy(example_database(), tmp_path / "dashboard.duckdb"))
    with providing(tmp_path) as provider, signing_in(tmp_path, database, provider) as dashboard:
        with window(browser) as theirs, window(browser) as ours:
            page, administrator = theirs.new_page(), ours.new_page()
            visit(page, f"{dashboard.address}/sent")
            sign_in(page, "carl")
            visit(administrator, f"{dashboard.address}/access")
            sign_in(administrator, "ada")
            administrator.get_by_label("Keep somebody out").fill("Carl Contributor")
            administrator.get_by_label("Why, in a line").first.fill("Left the council")
            administrator.get_by_role("button", name="Keep out").click()
            expect(administrator.get_by_text("is out at their next click")).to_be_visible()
            page.get_by_role("link", name="What is due").first.click()
            expect(page.get_by_text("is kept out of this dashboard")).to_be_visible()
            assert headline(page) == "Co-production dashboard"
