"""Formulas: what the XML of a workbook says and calamine does not.

Cells with an error and formulas without a result it gives as blank, and a blank that is none
would be stored as an answer not given; rows that are hidden it gives like any other.
"""

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data.reading.words import position

Places = dict[tuple[int, int], str]
# Some programs put a prefix before every name, and single quotes round what is said of it.
P = rb"(?:[\w.-]{1,40}:)?"
TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")
F = rb"<" + P + rb"f\b[^<>]*?(?:/>|>[^<]*</" + P + rb"f\s*>)\s*"
CELL = rb"<" + P + rb"c\b([^<>]{0,400}"
ERROR = re.compile(
    CELL + rb"""\st\s*=\s*["']e["'][^<>]{0,400})>\s*(?:""" + F + rb")?<" + P + rb"v[^<>]*>([^<]*)</"
)
UNWORKED = re.compile(
    CELL + rb")>\s*" + F + rb"(?:<" + P + rb"v\s*/>|<" + P + rb"v[^<>]*></" + P + rb"v\s*>)?\s*</"
    + P + rb"c\s*>"
)  # fmt: skip
HIDDEN = re.compile(rb"<" + P + rb"""row\b([^<>]{0,400}\shidden\s*=\s*["'](?:1|true)["'][^<>]{0,400})>""")
SHEET = re.compile(rb"<" + P + rb"sheet\b([^>]*)/?>")
LINK = re.compile(rb"<" + P + rb"Relationship\b([^>]*)/?>")
NO_RESULT = "#NO RESULT"


@dataclass(frozen=True)
class Beside:
    """Of one worksheet: the cells that calamine leaves blank, as text, and the rows hidden."""

    mended: Places = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


def _attribute(attributes: bytes, name: str) -> str:
    found = re.search(rf"(?:^|\s){name}\s*=\s*([\"'])(.*?)\1".encode(), attributes, re.DOTALL)
    return html.unescape(found[2].decode("utf-8", "replace")) if found else ""


def _place(attributes: bytes) -> tuple[int, int]:
    """Where a cell stands: its row from 1, its column from 0."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", _attribute(attributes, "r"))
    if not found:
        return 0, 0
    return int(found[2]), position(found[1])


def _is_text(attributes: bytes) -> bool:
    said = TYPE.search(attributes)
    return said is not None and said[1] == b"str"


def _in_part(part: bytes) -> Beside:
    places: Places = {}
    if b'"e"' in part or b"'e'" in part:
        places |= {_place(found[1]): html.unescape(found[2].decode("utf-8", "replace"))
                   for found in ERROR.finditer(part)}  # fmt: skip
    if b"<f" in part or b":f" in part:
        places |= {
            _place(found[1]): NO_RESULT
            for found in UNWORKED.finditer(part)
            if not _is_text(found[1])
        }
    rows = HIDDEN.finditer(part) if b"hidden" in part else ()
    numbers = (_attribute(found[1], "r") for found in rows)
    return Beside(places, frozenset(int(each) for each in numbers if each.isdecimal()))


def _parts(archive: Any) -> Iterator[tuple[str, str]]:
    """The name of each worksheet, and of the part of the workbook that holds it."""
    links = {
        _attribute(found[1], "Id"): _attribute(found[1], "Target")
        for found in LINK.finditer(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for found in SHEET.finditer(archive.read("xl/workbook.xml")):
        target = links.get(_attribute(found[1], r"\w+:id"), "").lstrip("/")
        yield _attribute(found[1], "name"), target if target.startswith("xl/") else f"xl/{target}"


def unsettled(content: bytes) -> dict[str, Beside]:
    """For each worksheet by name, what its XML says and calamine does not."""
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(content))
    try:
        return {name: _in_part(archive.read(part)) for name, part in _parts(archive)}
    except KeyError:
        return {}  # a workbook laid out in a way of its own, which calamine alone understands
