"""Pages look as they did when somebody last looked at them, where the same browser and fonts draw them."""

import json
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.kept import DRAWN_BY, FOLDER, PLACES, SIZES, differing, drawn_by, take

pytestmark = pytest.mark.browser
SHARE = 0.005
MOST = 1_500_000


@pytest.mark.trial
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_a_page_looks_as_it_was_kept(
    dashboard: str, browser: Browser, desktop: Page, tmp_path: Path, place: str, size: str
) -> None:
    kept, here = json.loads(DRAWN_BY.read_text(encoding="utf-8")), drawn_by(browser)
    if kept != here:
        pytest.skip(f"The pictures were drawn by {kept}, and here is {here}: look at them and run `make kept`.")
    desktop.set_viewport_size(SIZES[size])
    take(desktop, dashboard, place, tmp_path / "now.png")
    share = differing(FOLDER / f"{place}-{size}.png", tmp_path / "now.png")
    assert share <= SHARE, f"{share:.1%} of {place} on a {size} differ: look at it, and run `make kept` if it is meant"


def test_a_picture_that_changed_is_told_from_one_that_did_not(tmp_path: Path) -> None:
    for name, edge in (("kept", 0), ("same", 0), ("moved", 12)):
        picture = Image.new("RGB", (100, 100), "white")
        picture.paste((0, 83, 159), (edge, 0, edge + 20, 100))
        picture.save(tmp_path / f"{name}.png")
    assert differing(tmp_path / "kept.png", tmp_path / "same.png") == 0
    assert differing(tmp_path / "kept.png", tmp_path / "moved.png") == pytest.approx(0.24)


def test_kept_pictures_are_all_there_and_small() -> None:
    kept = sorted(file.name for file in FOLDER.glob("*.png"))
    assert kept == sorted(f"{place}-{size}.png" for place in PLACES for size in SIZES)
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) <= MOST
