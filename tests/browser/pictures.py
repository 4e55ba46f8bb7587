"""Pictures of every page, desktop and phone: `python -m tests.browser.pictures FOLDER`."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import pages
from tests.browser.looking import ARGUMENTS, CHROMIUM, DESKTOP, PHONE, picture, visit
from tests.browser.server import running


def take(address: str, folder: Path) -> list[Path]:
    """Write a PNG a page and size into the folder; what was written."""
    written = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
            page = browser.new_page(viewport=size, reduced_motion="reduce", locale="en-GB")
            for place, body in enumerate(pages.found()):
                visit(page, f"{address}/{body.sign.address if place else ''}")
                written.append(folder / f"{body.sign.address}-{name}.png")
                picture(page, written[-1])
        browser.close()
    return written


def main(arguments: list[str]) -> int:
    """Take the pictures; 2 when called without a folder."""
    if len(arguments) != 1:
        print("Name one folder: python -m tests.browser.pictures FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        database = os.environ.get("COPRODUCTION_DATABASE") or str(Path(own, "dashboard.duckdb"))
        log = Path(own, "log")
        with running("server.py", log, COPRODUCTION_DATABASE=database) as address:
            for file in take(address, folder):
                print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
