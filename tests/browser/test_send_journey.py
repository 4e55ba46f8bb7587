"""From template to receipt to withdrawal, by keyboard alone, in a real browser."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.keyboard import Keyboard
from tests.browser.looking import DESKTOP, PHONE, arrived, picture, ready, taken_away, violations, visit
from tests.browser.officer import fill_ratings

pytestmark = pytest.mark.browser
MOST_BOXES = 18
MOST_PRESSES = 6


def look(page: Page, name: str) -> None:
    """Nothing serious for those who cannot see it, and a picture where one was asked for."""
    assert violations(page) == []
    if folder := os.environ.get("JOURNEY_PICTURES"):
        picture(page, Path(folder) / f"journey-{name}.png")


def headline(page: Page) -> str:
    """The sentence at the top."""
    return page.get_by_role("heading", level=2).first.inner_text()


def get_template(page: Page, keys: Keyboard, folder: Path) -> Path:
    """The template that the page hands out."""
    download = taken_away(page, lambda: keys.press("Download the template"))
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def choose_file(page: Page, keys: Keyboard, name: str, content: bytes) -> None:
    """Choose a file with the browser's own dialogue, opened by a key."""
    with page.expect_file_chooser() as chooser:
        keys.press("Upload")
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.get_by_text("Send it", exact=True)).to_be_visible()
    ready(page)


@pytest.mark.parametrize("size", [DESKTOP, pytest.param(PHONE, marks=pytest.mark.trial)], ids=["desktop", "phone"])
def test_an_officer_sends_three_ratings_and_takes_them_back_by_keyboard(
    sending: str, desktop: Page, tmp_path: Path, size: ViewportSize
) -> None:
    desktop.set_viewport_size(size)
    keys = Keyboard(desktop)
    visit(desktop, f"{sending}/due?directorate=REG&period=2026-27+H1")
    before = headline(desktop)
    template = get_template(desktop, keys, tmp_path)
    content, boxes = fill_ratings(template, 3)
    assert 0 < boxes <= MOST_BOXES
    keys.press("Send a return")
    choose_file(desktop, keys, template.name, content)
    assert headline(desktop).startswith("No problems found")
    look(desktop, "checked")
    keys.write("Agreed by", "Head of Regeneration")
    keys.write("Why the figures, which were final", "Three stages were rated wrong")
    keys.press("Send")
    expect(desktop.get_by_role("heading", level=2).first).to_contain_text("Sent for Regeneration and Place")
    expect(desktop.get_by_role("heading", level=1)).to_be_in_viewport()
    look(desktop, "receipt")
    assert keys.pressed <= MOST_PRESSES
    keys.press("Look at what was sent")
    arrived(desktop, "upload=")
    number = desktop.url.partition("upload=")[2]
    keys.write("Why is it withdrawn?", "The wrong half-year")
    keys.press(f"Withdraw upload {number}")
    look(desktop, "confirm")
    keys.press(f"Yes, withdraw upload {number}")
    expect(desktop.get_by_text("Done.").first).to_be_visible()
    look(desktop, "withdrawn")
    visit(desktop, f"{sending}/due?directorate=REG&period=2026-27+H1")
    assert headline(desktop) == before
