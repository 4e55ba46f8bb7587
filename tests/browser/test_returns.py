"""What is due and what was sent in a real browser: the menu, the template, and taking an upload back."""

import zipfile

import pytest
from playwright.sync_api import Page, expect

import pages
from tests.browser.keyboard import Keyboard
from tests.browser.looking import arrived, ready, scrolls_sideways, taken_away, violations, visit

pytestmark = pytest.mark.browser
HERE = [body.sign for body in pages.found() if body.sign.needs != "demo"]
IN_BAR = [sign.title for sign in HERE if sign.in_bar]


def test_the_menu_on_a_phone_breaks_no_rule_and_leads_to_every_page(dashboard: str, phone: Page) -> None:
    visit(phone, f"{dashboard}/pages")
    phone.get_by_test_id("stExpandSidebarButton").click()
    named = phone.get_by_test_id("stSidebarNavItems").get_by_role("link")
    expect(named).to_have_text(IN_BAR)
    for sign in HERE:
        expect(phone.get_by_role("link", name=sign.title, exact=True).last).to_be_attached()
    assert violations(phone) == [] and not scrolls_sideways(phone)


def test_the_menu_on_a_desktop_is_one_row_with_nothing_folded_away(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/sent")
    places = [
        desktop.get_by_role("link", name=title, exact=True).first.bounding_box() or {}
        for title in IN_BAR
    ]
    assert len({round(each["y"]) for each in places}) == 1
    assert all(each["x"] + each["width"] < 1366 for each in places)


def test_the_template_of_a_directorate_can_be_taken_away(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/due?directorate=RES")
    waiting = taken_away(desktop, desktop.get_by_role("button", name="Download the template (Excel)").click)
    assert waiting.suggested_filename.endswith(".xlsx")
    assert "xl/workbook.xml" in zipfile.ZipFile(waiting.path()).namelist()


def test_an_upload_is_withdrawn_and_restored_with_the_keyboard_alone(dashboard: str, desktop: Page) -> None:
    visit(desktop, f"{dashboard}/sent?return=projects&directorate=FIN")
    keys = Keyboard(desktop)
    keys.press("Upload ")
    arrived(desktop, "upload=")
    number = desktop.url.rpartition("upload=")[2].split("&")[0]
    for verb, after in (("Withdraw", "no longer counts"), ("Restore", "counts again")):
        keys.write("Why is it", "Tried with the keyboard")
        keys.reach(f"{verb} upload {number}")
        desktop.keyboard.press("Enter")
        expect(desktop.get_by_text("The reason you gave")).to_be_visible()
        keys.reach(f"Yes, {verb.lower()} upload {number}")
        desktop.keyboard.press("Enter")
        expect(desktop.get_by_role("status").filter(has_text=f"Done. Upload {number} {after}")).to_be_in_viewport()
        ready(desktop)
        assert violations(desktop) == []
    expect(desktop.get_by_text(f"Upload {number} counts now")).to_be_visible()
