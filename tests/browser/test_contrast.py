"""Colours of one's own, as Windows' high contrast gives them, light and dark: marks and choices still tell apart."""

import re

import pytest
from playwright.sync_api import Page

from pages.parts.contrast import contrast
from tests.browser.looking import ready, visit

pytestmark = pytest.mark.browser
# Of each piece of the key its fill, the ring round it; the ground that pictures stand on; the buttons side by side.
SEEN = """() => ({
    pieces: [...document.querySelectorAll('ul.key .piece')].map(one => {
        const {backgroundColor, boxShadow} = getComputedStyle(one);
        return [backgroundColor, boxShadow];
    }),
    grounds: [...document.querySelectorAll('.stVegaLiteChart svg')].map(one => getComputedStyle(one).backgroundColor),
    buttons: [...document.querySelectorAll('button[data-variant=segmented_control]')]
        .map(one => getComputedStyle(one).backgroundColor),
})"""


def hexed(colour: str) -> str:
    """A colour as the browser says it, in the form the palette has."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.trial)])
def test_marks_and_choices_are_seen_in_colours_of_ones_own(dashboard: str, desktop: Page, scheme: str) -> None:
    desktop.emulate_media(forced_colors="active", color_scheme=scheme)
    try:
        visit(desktop, f"{dashboard}/maturity")
        ready(desktop)
        seen = desktop.evaluate(SEEN)
        fills = [hexed(fill) for fill, _ in seen["pieces"]]
        assert len(set(fills)) >= 5, "each band and absence has a fill of its own"
        rings = [hexed(ring) for _, ring in seen["pieces"]]
        assert all(ring == "#ffffff" for ring in rings)
        assert min(contrast(fill, "#ffffff") for fill in fills[:4]) >= 3, "bands stand out from their ring"
        assert {hexed(ground) for ground in seen["grounds"]} == {"#ffffff"}
        chosen, other = map(hexed, seen["buttons"])
        assert contrast(chosen, other) >= 3, "the chosen button is told from the other"
    finally:
        desktop.emulate_media(forced_colors="null", color_scheme="null")
