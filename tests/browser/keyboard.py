"""A person with a keyboard and no mouse: Tab until something is reached, then a key."""

from playwright.sync_api import Page

from tests.browser.looking import ready

MOST = 90
REACHED = """words => {
    const held = document.activeElement;
    if (!held || !held.matches('a, button, input, textarea, summary')) return false;
    const named = [held.getAttribute('aria-label'), held.innerText, held.closest('label')?.innerText,
        ...(held.labels ? [...held.labels].map(each => each.innerText) : [])];
    return named.some(each => each && each.replaceAll('\\u2060', '').split('\\n')
        .some(line => line.trim().startsWith(words)));
}"""
SEEN = """() => {
    const held = document.activeElement, box = held.getBoundingClientRect();
    const styles = getComputedStyle(held);
    return box.width > 0 && (styles.outlineStyle !== 'none' || styles.boxShadow !== 'none'
        || held.closest(':focus-within') !== null);
}"""


class Keyboard:
    """Moves through a page by keys alone, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.tabs, self.pressed = page, 0, 0

    def reach(self, words: str) -> None:
        """Tab until what is focused begins with these words. Raises AssertionError if it never is."""
        for _ in range(MOST):
            if self.page.evaluate(REACHED, words):
                assert self.page.evaluate(SEEN), f"focus on {words} cannot be seen"
                return
            self.page.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"“{words}” is not reached by Tab")

    def press(self, words: str, key: str = "Enter") -> None:
        """Reach something and press a key on it."""
        self.reach(words)
        self.page.keyboard.press(key)
        self.pressed += 1
        self.page.wait_for_timeout(400)
        ready(self.page)

    def write(self, words: str, text: str) -> None:
        """Reach a box and type into it."""
        self.reach(words)
        self.page.keyboard.type(text)
