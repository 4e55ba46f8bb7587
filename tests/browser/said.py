"""Every string that pages show: what a dashboard sends a browser, as a reader meets it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pyarrow

from tests.door.visit import Visit
from tests.pages.test_sentences import shown

FIELDS = ("body", "label", "help", "placeholder", "value", "default", "alt")
LISTS = ("options", "content")
DRAWN = re.compile(r":(?:small|color)\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\{[^}]*\})?|:primary\[([^\]]*)\]")
LINK = re.compile(r"(?<!\w)\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)")


@dataclass(frozen=True)
class Said:
    """One line that a page shows: the page, what kind of element says it, and its words."""

    page: str
    kind: str
    words: str


def plain(markdown: str) -> str:
    """Markdown as it is read: no marks and no addresses, the words of links kept."""
    text = shown(markdown)
    while text != (inner := DRAWN.sub(r"\1\2", text)):
        text = inner
    return LINK.sub(r"\1", text).replace("**", "").replace("`", "").replace("\u00a0", " ").strip()


def said_by(page: str, visit: Visit) -> Iterator[Said]:
    """Every line of a page that was just drawn."""
    for kind, text in strings(visit):
        for line in plain(text).splitlines():
            if line.strip():
                yield Said(page.split("?")[0] or "overview", kind, line.strip())


def strings(visit: Visit) -> Iterator[tuple[str, str]]:
    """What each element and each fold says."""
    for message in visit.messages:
        if message.WhichOneof("type") != "delta":
            continue
        if message.delta.WhichOneof("type") == "add_block":
            yield "fold", message.delta.add_block.expandable.label
            continue
        new = message.delta.new_element
        if kind := new.WhichOneof("type"):
            yield from ((kind, text) for text in texts(kind, getattr(new, kind)))


def texts(kind: str, element: Any) -> Iterator[str]:
    """The strings of one element; of a picture those in its data, of a table its headings and cells."""
    for name in FIELDS:
        value = getattr(element, name, "")
        if isinstance(value, str):
            yield value
    for name in LISTS:
        yield from (each for each in getattr(element, name, ()) if isinstance(each, str))
    if kind == "vega_lite_chart":
        yield from in_picture(json.loads(element.spec))
    if kind in ("table", "arrow_table"):
        table = pyarrow.ipc.open_stream(BytesIO(element.arrow_data.data if kind == "table" else element.data)).read_all()
        for name in table.column_names:
            yield name
            yield from (str(each) for each in table.column(name).to_pylist())


def in_picture(node: Any) -> Iterator[str]:
    """The words in the data and the description of a picture."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("datasets", "description", "title"):
                yield from ([value] if isinstance(value, str) else leaves(value))
            else:
                yield from in_picture(value)
    elif isinstance(node, list):
        for each in node:
            yield from in_picture(each)


def leaves(node: Any) -> Iterator[str]:
    """Every string in nested lists and dictionaries that has a space in it: words, not codes."""
    if isinstance(node, str) and " " in node:
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from leaves(each)
