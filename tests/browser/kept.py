"""Pictures kept to compare with: a few pages at two widths, as they stood on one day, and what drew them.

`make kept` takes them anew: what the repository then shows as changed is what somebody has to look at.
"""

import json
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, PHONE, visit
from tests.browser.states import served

FOLDER = Path(__file__).with_name("pictures_kept")
DRAWN_BY = FOLDER / "drawn_by.json"
DAY = "period=2025-26+H2&as_it_stood_on=2026-08-01"
PLACES = ("maturity", "diversity", "due")
SIZES: dict[str, ViewportSize] = {"desktop": DESKTOP, "phone": PHONE}
SEEN = 24  # of 255: by how much a pixel differs before anybody sees it


def drawn_by(browser: Browser) -> dict[str, str]:
    """What a picture depends on beside our own pages: the browser, Streamlit and its fonts, and the system's."""
    asked = shutil.which("dpkg-query")
    listed = [asked, "-W", "-f", "${Package} ${Version}\n", "fonts-*"] if asked else ["true"]
    fonts = subprocess.run(listed, capture_output=True, text=True, check=False).stdout
    installed = sorted(line for line in fonts.splitlines() if len(line.split()) == 2)
    return {"chromium": browser.version, "streamlit": version("streamlit"), "fonts": "; ".join(installed)}


def take(page: Page, address: str, place: str, file: Path) -> None:
    """Write what the window shows of a page, once nothing moves in it."""
    visit(page, f"{address}/{place}?{DAY}")
    page.wait_for_timeout(700)
    page.screenshot(path=file, animations="disabled", caret="hide")


def differing(one: Path, other: Path) -> float:
    """The share of pixels that differ so that it is seen; 1 for pictures of two sizes."""
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 1.0
        apart = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).convert("L")
        return sum(apart.histogram()[SEEN:]) / (apart.width * apart.height)


def main() -> None:
    """Take every kept picture anew, and write down what drew them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as own, served("many", Path(own)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        for name, size in SIZES.items():
            page = browser.new_page(viewport=size, reduced_motion="reduce", locale="en-GB")
            for place in PLACES:
                take(page, address, place, FOLDER / f"{place}-{name}.png")
        DRAWN_BY.write_text(json.dumps(drawn_by(browser), indent=2) + "\n", encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main()
