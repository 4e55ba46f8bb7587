"""Formulas: cells of a workbook that hold an error or a formula without a result.

calamine gives both as blank, and a blank that is none would be stored as an answer not given.
"""

import html
import io
import re
from collections.abc import Iterator
from typing import Any

Places = dict[tuple[int, int], str]
ERROR = re.compile(rb'<c\b([^>]*\bt="e"[^>]*)>(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]*)</v>')
UNWORKED = re.compile(rb"<c\b([^>]*)><f\b[^>]*?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)/?>")
LINK = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)/?>")
NO_RESULT = "#NO RESULT"


def _attribute(attributes: bytes, name: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*\"([^\"]*)\"".encode(), attributes)
    return html.unescape(found[1].decode("utf-8", "replace")) if found else ""


def _place(attributes: bytes) -> tuple[int, int]:
    """Where a cell stands: its row from 1, its column from 0."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", _attribute(attributes, "r"))
    if not found:
        return 0, 0
    column = 0
    for sign in found[1]:
        column = column * 26 + ord(sign) - 64
    return int(found[2]), column - 1


def _in_part(part: bytes) -> Places:
    places: Places = {}
    if b't="e"' in part:
        places |= {_place(found[1]): found[2].decode("utf-8", "replace")
                   for found in ERROR.finditer(part)}  # fmt: skip
    if b"<f" in part:
        places |= {
            _place(found[1]): NO_RESULT
            for found in UNWORKED.finditer(part)
            if b't="str"' not in found[1]
        }
    return places


def _parts(archive: Any) -> Iterator[tuple[str, str]]:
    """The name of each worksheet, and of the part of the workbook that holds it."""
    links = {
        _attribute(found[1], "Id"): _attribute(found[1], "Target")
        for found in LINK.finditer(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for found in SHEET.finditer(archive.read("xl/workbook.xml")):
        target = links.get(_attribute(found[1], r"\w+:id"), "").lstrip("/")
        yield _attribute(found[1], "name"), target if target.startswith("xl/") else f"xl/{target}"


def unsettled(content: bytes) -> dict[str, Places]:
    """For each worksheet by name, its cells with an error or a formula without a result, as text."""
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(content))
    try:
        return {name: _in_part(archive.read(part)) for name, part in _parts(archive)}
    except KeyError:
        return {}  # a workbook laid out in a way of its own, which calamine alone understands
