"""A person with a keyboard and no mouse: Tab until something is reached, then a key."""

from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page

from tests.browser.looking import ready

MOST = 90
FARTHEST = 260
TARGET = 24
THICK = 2
REACHED = """words => {
    const held = document.activeElement;
    if (!held || !held.matches('a, button, input, textarea, summary')) return false;
    const named = [held.getAttribute('aria-label'), held.innerText, held.closest('label')?.innerText,
        ...(held.labels ? [...held.labels].map(each => each.innerText) : [])];
    return named.some(each => each && each.replaceAll('\\u2060', '').split('\\n')
        .some(line => line.trim().startsWith(words)));
}"""
# What has the focus: its words, its place, its ring (or that of the box around a box to write in), whether
# anything lies over it, and whether it is a link within a sentence, which may be smaller than other targets.
STOP = """async () => {
    await new Promise(requestAnimationFrame);
    const held = document.activeElement, main = document.querySelector('[data-testid=stMain]');
    if (!held || held === document.body) return null;
    const around = [held, held.closest('label'), held.closest('[role=group]'),
        held.closest('[data-testid$=RootElement]')].filter(Boolean);
    const rings = around.map(each => getComputedStyle(each)).filter(each => each.outlineStyle !== 'none');
    const faint = each => each && (getComputedStyle(each).opacity === '0' || faint(each.parentElement));
    const box = around.map(each => each.getBoundingClientRect()).reduce((a, b) => a.width > b.width ? a : b);
    const x = Math.min(innerWidth, Math.max(0, box.x + box.width / 2));
    const y = Math.min(innerHeight, Math.max(0, box.y + box.height / 2));
    const over = document.elementFromPoint(x, y);
    return {
        words: (held.getAttribute('aria-label') || held.innerText || held.labels?.[0]?.innerText || '').slice(0, 80),
        scrolls: held === main, inside: main.contains(held), inSentence: !!held.closest('p'),
        ring: Math.max(0, ...rings.map(each => parseFloat(each.outlineWidth))), faint: !!faint(around.at(-1)),
        covered: !over || !around.some(each => each.contains(over) || over.contains(each)),
        left: box.x, top: box.y + main.scrollTop, width: box.width, height: box.height,
    };
}"""

Stop = dict[str, Any]


class Keyboard:
    """Moves through a page by keys alone, and counts them."""

    def __init__(self, page: Page, each_step: Callable[[Page], object] | None = None) -> None:
        self.page, self.tabs, self.pressed = page, 0, 0
        self.each_step = each_step or (lambda _: None)

    def reach(self, words: str) -> None:
        """Tab until what is focused begins with these words. Raises AssertionError if it never is."""
        for _ in range(MOST):
            if self.page.evaluate(REACHED, words):
                wrong = faults(self.page.evaluate(STOP))
                assert not wrong, wrong
                return
            self.page.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"“{words}” is not reached by Tab")

    def press(self, words: str, key: str = "Enter") -> None:
        """Reach something and press a key on it."""
        self.reach(words)
        self.page.keyboard.press(key)
        self.pressed += 1
        self.settle()

    def write(self, words: str, text: str) -> None:
        """Reach a box and type into it."""
        self.reach(words)
        self.page.keyboard.type(text)

    def choose(self, words: str, option: str) -> None:
        """Reach a box with a list, look for an option in it by typing, and take it."""
        self.write(words, option)
        self.page.get_by_role("option", name=option).first.wait_for()
        self.each_step(self.page)
        self.page.keyboard.press("Enter")
        self.settle()

    def settle(self) -> None:
        """Wait until what was done shows, and look at it."""
        self.page.wait_for_timeout(400)
        ready(self.page)
        self.each_step(self.page)

    def stops(self) -> Iterator[Stop]:
        """Every stop of Tab, from the first to the one after which the focus leaves the page."""
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP)
            if stop is None:
                return
            yield stop
        raise AssertionError("Tab does not come to the end of the page")


def faults(stop: Stop) -> list[str]:
    """What is wrong with a stop for somebody who sees but does not point."""
    small = min(stop["width"], stop["height"]) < TARGET and not stop["inSentence"]
    wrong = {
        "its focus is not seen": stop["ring"] < THICK or stop["faint"],
        "something lies over it": stop["covered"],
        f"it is smaller than {TARGET} pixels": small,
    }
    return [f"{stop['words']}: {fault}" for fault, there in wrong.items() if there]


def out_of_order(stops: list[Stop]) -> list[str]:
    """Stops that lie above the one before them and not to the right of it, as no reader goes."""
    here = [stop["inside"] and not stop["scrolls"] for stop in stops]
    return [
        f"{one['words']} → {after['words']}"
        for place, (one, after) in enumerate(zip(stops, stops[1:], strict=False))
        if here[place] and here[place + 1]
        and after["top"] + after["height"] <= one["top"] and after["left"] <= one["left"]
    ]  # fmt: skip
