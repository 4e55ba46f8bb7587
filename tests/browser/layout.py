"""How a page lies in its window: what is cut, covered or off it, what jumped, and in which type."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.looking import scrolls_sideways
from tests.browser.test_reflow import CUT as LOST

# Words as the lines they stand in, and boxes and pictures, of what is seen and in no closed or scrolled part.
SEEN = """
const main = document.querySelector('[data-testid=stMain]');
const style = one => getComputedStyle(one);
const shown = one => one.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && !one.closest('[aria-hidden=true] input, details:not([open]) > :not(summary), [data-testid=stElementToolbar]');
const holds = (one, other) => one.contains(other) || other.contains(one);
// What is left of a box where what it stands in is scrolled or cut: the part that is seen.
const seen = (one, {left, right, top, bottom}) => {
    for (let at = one; at && at !== main; at = at.parentElement) {
        if (at.closest('svg') || style(at).overflowX === 'visible') continue;
        const edge = at.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return {left, right, top, bottom, width: right - left, height: bottom - top};
};
const named = one => (one.innerText || one.textContent || one.value || one.dataset.testid || one.tagName).trim().slice(0, 60);
const words = () => {
    const found = [], walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode, one = text.parentElement;
        if (!text.data.trim() || /^(style|script|title|desc)$/i.test(one.tagName) || !shown(one)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const line of range.getClientRects()) {
            const box = seen(one, line);
            if (box.width > 1 && box.height > 1) found.push({one, box, said: text.data.trim().slice(0, 60)});
        }
    }
    return found;
};
const boxes = () => [...main.querySelectorAll('[role=group]:has(> input), [data-testid$=RootElement], button, svg')]
    .filter(one => shown(one) && !one.parentElement.closest('button, svg, [role=group]'))
    .map(one => ({one, box: seen(one, one.getBoundingClientRect()), said: named(one)}))
    .filter(each => each.box.width > 1 && each.box.height > 1);
"""
CUT = """() => {""" + SEEN + """
    return [...main.querySelectorAll('*')].filter(one => {
        if (!one.offsetParent || !shown(one) || one.clientWidth < 3 || one.closest('svg')) return false;
        const {overflowX, overflowY, textOverflow} = style(one);
        const wide = one.scrollWidth > one.clientWidth + 1, tall = one.scrollHeight > one.clientHeight + 2;
        if (one.tagName === 'INPUT') return wide;
        if (!named(one) || one.querySelector('canvas')) return false;
        return wide && (/hidden|clip/.test(overflowX) || textOverflow === 'ellipsis') || tall && /hidden|clip/.test(overflowY);
    }).map(one => named(one) + ' | ' + (one.dataset.testid || one.tagName + '.' + one.className).slice(0, 60));
}"""
COVERED = """() => {""" + SEEN + """
    const all = [...words(), ...boxes()].sort((one, other) => one.box.top - other.box.top), found = new Set();
    all.forEach((one, place) => {
        for (let next = place + 1; next < all.length && all[next].box.top < one.box.bottom - 2; next++) {
            const other = all[next];
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            if (across > 2 && down > (one.one.closest('svg') ? 4 : 2) && !holds(one.one, other.one)
                && one.one.parentElement !== other.one.parentElement | !!one.one.closest('svg'))
                found.add(`${one.said} × ${other.said} (${Math.round(across)} by ${Math.round(down)})`);
        }
    });
    return [...found];
}"""
BESIDE = """() => {""" + SEEN + """
    return [...words(), ...boxes()].filter(({box}) => (box.right > innerWidth + 1 || box.left < -1))
        .map(each => each.said);
}"""
# What moved by itself since the page was opened, and how far: the room of the page, still empty, does not count.
JUMPED = """() => new Promise(told => {
    const found = [], all = new PerformanceObserver(list => found.push(...list.getEntries()));
    all.observe({type: 'layout-shift', buffered: true});
    const empty = ({node, previousRect}) => node?.dataset?.testid === 'stMainBlockContainer' && previousRect.height < 100;
    setTimeout(() => told(found.filter(each => !each.hadRecentInput && !each.sources.every(empty)).map(each => [
        each.value, each.sources.map(({node, previousRect: was, currentRect: is}) =>
            `${(node?.textContent || '').trim().slice(0, 40)}: ${Math.round(was.top)} to ${Math.round(is.top)}`),
    ])), 100);
})"""
# The sizes of type, but in pictures, in code and where Streamlit takes files, which have their own.
SIZES = """() => {""" + SEEN + """
    const others = 'svg, code, [data-testid=stFileUploader]';
    return [...new Set(words().filter(({one}) => !one.closest(others)).map(({one}) => parseFloat(style(one).fontSize)))];
}"""
# The title's type and left edge, and what answers it: the first heading or message after it, and where that ends.
TOP = """() => {""" + SEEN + """
    const title = main.querySelector('h1'), {fontSize, fontFamily, fontWeight, color} = style(title);
    const next = [...main.querySelectorAll('h2, [data-testid=stAlert]')]
        .find(one => title.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && shown(one));
    return {
        title: [fontSize, fontFamily, fontWeight, color, Math.round(title.getBoundingClientRect().left)],
        answer: next ? named(next) : '', foot: next ? next.getBoundingClientRect().bottom : 0,
    };
}"""

LOOKS = {"cut": CUT, "cut in a picture or box": LOST, "covered": COVERED, "beside the window": BESIDE}


def amiss(page: Page) -> list[str]:
    """What is cut, covered by something else or beside the window, as the page lies now."""
    found = [f"{name}: {each}" for name, look in LOOKS.items() for each in page.evaluate(look)]
    return [*found, *(["the page is wider than its window"] if scrolls_sideways(page) else [])]


def jumped(page: Page) -> tuple[float, list[Any]]:
    """By how much the page jumped since it was opened, as browsers reckon it, and what moved most."""
    moved = page.evaluate(JUMPED)
    return sum(size for size, _ in moved), sorted(moved, reverse=True)[:3]
