"""Draws a recorded page again from its finished values, on a bare Streamlit page with the same menu."""

import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from benchmarks.recording import Call, Door

Draw = Callable[[Any, Call], Any]
FILTER = "filter period"


@cache
def recorded() -> dict[str, dict[str, list[Call]]]:
    """Every recorded page by its address, at each choice of its first filter; "" is its default."""
    pages: dict[str, dict[str, list[Call]]] = {}
    for file in sorted(Path(os.environ["BENCHMARK_RECORDED"]).glob("*.pickle")):
        address, _, choice = file.stem.partition(" ")
        calls = pickle.loads(file.read_bytes())  # our own, of this very run
        pages.setdefault(address, {})[standing_at(calls) if choice else ""] = calls
    return pages


def standing_at(calls: list[Call]) -> str:
    """The words that the filter stood at."""
    for call in calls:
        if call.named.get("key") == FILTER:
            return str(call.values[1][call.named.get("index", 0)])
    return ""


def plainly(room: Any, call: Call) -> Any:
    """The same call with the same values."""
    return getattr(room, call.name)(*call.values, **call.named)


def redraw(address: str, doors: dict[str, Any], draw: Draw) -> None:
    """Draw a page as recorded, at what its filter now stands at."""
    choices = recorded()[address]
    places: dict[int, Any] = {0: st}
    for call in choices.get(st.session_state.get(FILTER, ""), choices[""]):
        drawn = draw(places[call.place], leading(call, doors))
        rooms = drawn if isinstance(drawn, list) else [drawn]
        places.update(zip(call.made, rooms, strict=False))


def leading(call: Call, doors: dict[str, Any]) -> Call:
    """The call with its links leading somewhere; a box that was chosen in stands where it was put."""
    values = tuple(doors[each.address] if isinstance(each, Door) else each for each in call.values)
    named = call.named
    if named.get("key") in st.session_state and "index" in named:
        named = {key: value for key, value in named.items() if key != "index"}
    return Call(call.place, call.name, values, named, call.made)


def show(draw: Draw) -> None:
    """The whole bare app: the same menu, and the page chosen."""
    st.set_page_config(layout="wide")
    doors: dict[str, Any] = {}
    for place, (address, title, visible) in enumerate(pickle.loads(Path(os.environ["BENCHMARK_MENU"]).read_bytes())):
        doors[address] = st.Page(
            lambda address=address: redraw(address, doors, draw), title=title, url_path=address,
            default=place == 0, visibility="visible" if visible else "hidden",
        )  # fmt: skip
    doors[""] = next(iter(doors.values()))
    st.navigation([page for address, page in doors.items() if address], position="top").run()
