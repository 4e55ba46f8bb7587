"""What a page of the dashboard draws, written down call by call, so that a bare page can draw the same.

A recording holds finished values only: texts, rows of tables, specifications of charts, options of
filters in words. What would work anything out (callbacks, files made when pressed) is left out.
"""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

DRAWN = (
    "markdown", "container", "header", "subheader", "title", "button", "columns", "expander", "text_input",
    "selectbox", "error", "warning", "info", "success", "download_button", "date_input", "segmented_control",
    "table", "code", "checkbox", "toggle", "vega_lite_chart", "popover", "page_link", "number_input",
    "multiselect", "metric", "html", "divider", "text_area", "form", "form_submit_button",
)  # fmt: skip
WORKED_OUT = ("on_change", "args", "kwargs", "format_func")


@dataclass(frozen=True)
class Call:
    """One call: the place it was made in (0 is the page), its name, its values, the places it made."""

    place: int
    name: str
    values: tuple[Any, ...]
    named: dict[str, Any]
    made: tuple[int, ...]


@dataclass(frozen=True)
class Door:
    """A page by its address, where a link leads."""

    address: str


class Recorder:
    """Writes down every call that draws, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.places: dict[int, int] = {}
        self.kept: list[DeltaGenerator] = []  # so that no other thing comes to have its identity
        self.inside = False

    def take(self, name: str, do: Callable[..., Any], room: DeltaGenerator, *values: Any, **named: Any) -> Any:
        """Make a call and write it down, unless it is part of another."""
        if self.inside:
            return do(*values, **named)
        place, self.inside = self.places.get(id(room._active_dg), 0), True
        try:
            drawn = do(*values, **named)
        finally:
            self.inside = False
        rooms = [each for each in (drawn if isinstance(drawn, list) else [drawn]) if isinstance(each, DeltaGenerator)]
        made = tuple(self.place_of(each) for each in rooms)
        self.calls.append(Call(place, name, *finished(name, values, named), made))
        return drawn

    def place_of(self, room: DeltaGenerator) -> int:
        """The number of a place that a call made."""
        self.kept.append(room)
        return self.places.setdefault(id(room), len(self.places) + 1)


def finished(name: str, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The values of a call, none of which is to be worked out any more."""
    words = {key: value for key, value in named.items() if key not in WORKED_OUT}
    if name == "page_link":
        values = tuple(Door(each.url_path) if isinstance(each, StreamlitPage) else each for each in values)
    if name == "download_button":
        values = (values[0], b"ready")
    if callable(words.get("on_click")):
        words.pop("on_click")
    if "format_func" in named:
        in_words, options = named["format_func"], list(values[1])
        values = (values[0], [in_words(each) for each in options])
        words |= standing(name, options, in_words, st.session_state.get(named.get("key")))
    return values, words


def standing(name: str, options: list[Any], in_words: Callable[[Any], str], at: Any) -> dict[str, Any]:
    """Where a filter stands."""
    if at not in options:
        return {}
    return {"index": options.index(at)} if name == "selectbox" else {"default": in_words(at)}


@contextmanager
def recording() -> Iterator[list[Call]]:
    """The calls made while it lasts, by one session at a time."""
    recorder, before = Recorder(), {name: getattr(st, name) for name in DRAWN}
    methods, page = {name: getattr(DeltaGenerator, name) for name in DRAWN}, before["markdown"].__self__
    for name in DRAWN:
        setattr(st, name, partial(recorder.take, name, before[name], page))
        setattr(DeltaGenerator, name, method(recorder, name, methods[name]))
    try:
        yield recorder.calls
    finally:
        for name in DRAWN:
            setattr(st, name, before[name])
            setattr(DeltaGenerator, name, methods[name])


def method(recorder: Recorder, name: str, do: Callable[..., Any]) -> Callable[..., Any]:
    """A place's own way of drawing, written down."""

    @wraps(do)
    def taken(room: DeltaGenerator, *values: Any, **named: Any) -> Any:
        return recorder.take(name, partial(do, room), room, *values, **named)

    return taken


def file_of(folder: Path, page: str, choice: str) -> Path:
    """Where the recording of a page lies, at this choice of its first filter ("" for its default)."""
    return folder / f"{page}{f' {choice}' if choice else ''}.pickle"


def keep(calls: list[Call], path: Path) -> None:
    """Keep a recording."""
    path.write_bytes(pickle.dumps(calls))
