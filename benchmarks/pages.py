"""python -m benchmarks.pages : each page's server time beside a bare page drawing the same frames.

The floor is a Streamlit page that draws the same elements in the same order (text, filters,
figures, charts, tables, downloads) from ready-made values: no question asked, no sentence made,
no chart built. Both run in one process, in turn, so that noise meets both alike.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

RUNS = 30
Draw = Callable[[], None]
taken: dict[str, list[float]] = {}


def page_script() -> None:
    """One page of the dashboard, timed; which one is in the session."""
    import streamlit as st

    import pages
    from benchmarks.pages import timed

    st.session_state.setdefault("doors", {})
    body = {each.sign.address: each for each in pages.found()}[st.session_state["which"]]
    timed(st.session_state["which"], body)


def bare_script() -> None:
    """The bare page, timed; its ready-made elements are in the session."""
    import streamlit as st

    from benchmarks.pages import timed

    def every() -> None:
        for draw in st.session_state["ready"]:
            draw()

    timed(f"bare {st.session_state['which']}", every)


def timed(name: str, draw: Draw) -> None:
    """Draw, and note the seconds it took under the name."""
    began = time.perf_counter()
    draw()
    taken.setdefault(name, []).append(time.perf_counter() - began)


def elements(block: Block) -> Iterator[Element]:
    """Every element of a drawn page, in order, out of its columns and containers."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from elements(child)
        else:
            yield child


def ready_made(element: Element, place: int) -> Draw:
    """A call that draws the same element again from values that are ready."""
    kind, proto = element.type, element.proto
    if kind == "vega_lite_chart":
        return ready_chart(proto.spec)
    if kind in ("table", "arrow_table"):
        return lambda frame=element.value: st.table(frame)  # type: ignore[misc]
    if kind == "selectbox":
        return lambda: st.selectbox(proto.label, list(proto.options), key=f"bare {place}")
    if kind == "metric":
        return lambda: st.metric(proto.label, proto.body)
    if kind == "download_button":
        return lambda: st.download_button(proto.label, b"ready", key=f"bare {place}")
    words = getattr(element, "value", None) or getattr(proto, "body", "") or kind
    return lambda: st.markdown(str(words))


def ready_chart(spec: str) -> Draw:
    """A call that draws a chart from its finished specification."""
    finished = json.loads(spec)
    return lambda: st.vega_lite_chart(finished, theme=None, width="stretch")


def measure(address: str) -> tuple[float, float, float]:
    """Median seconds of the page warm, of the bare page, and of the page's first drawing."""
    page, bare = AppTest.from_function(page_script), AppTest.from_function(bare_script)
    page.default_timeout = bare.default_timeout = 60
    page.session_state["which"] = bare.session_state["which"] = address
    page.run()
    bare.session_state["ready"] = [
        ready_made(each, place) for place, each in enumerate(elements(page.main))
    ]
    bare.run()
    for _ in range(RUNS):
        page.run()
        bare.run()
    first = taken[address][0]
    return median(taken[address][1:]), median(taken[f"bare {address}"][1:]), first


def main() -> int:
    """Print a line a page: milliseconds of both, and the ratio."""
    import pages

    print(f"{'page':<12} {'page ms':>8} {'bare ms':>8} {'ratio':>6} {'first ms':>9}")
    for body in pages.found():
        warm, bare, first = measure(body.sign.address)
        print(
            f"{body.sign.address:<12} {warm * 1000:8.1f} {bare * 1000:8.1f} "
            f"{warm / bare:6.2f} {first * 1000:9.0f}"
        )
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("COPRODUCTION_DATABASE", str(Path(folder, "dashboard.duckdb")))
        from benchmarks import pages as measured  # the module that the scripts import too

        sys.exit(measured.main())
