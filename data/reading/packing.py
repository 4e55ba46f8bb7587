"""Packing: sheets and problems as JSON between two processes; nothing that could run is sent.

A column is sent as its different texts and where each stands, so that a long column of few
answers is short, and each text is held once on the other side.
"""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from data.mistakes import Problem
from data.reading.sheet import Row, Sheet


def _numbers(numbers: Iterable[int]) -> str:
    """Whole numbers of four bytes each as text, which is read back at once."""
    return b64encode(array("I", numbers)).decode()


def _packed_column(cells: Sequence[str]) -> dict[str, Any]:
    places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    return {"texts": list(places), "at": _numbers(map(places.__getitem__, cells))}


def _packed(sheet: Sheet) -> dict[str, Any]:
    columns = zip(*(row[2] for row in sheet.records), strict=True)
    return {
        **vars(sheet),
        "content": None,
        "problems": [asdict(problem) for problem in sheet.problems],
        "records": {
            "lines": _numbers(row[0] for row in sheet.records),
            "rows": _numbers(row[1] for row in sheet.records),
            "columns": [_packed_column(cells) for cells in columns],
        },
    }


def pack(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as bytes, without the file they came from."""
    return json.dumps({"sheets": [_packed(sheet) for sheet in sheets]}).encode()


def pack_problem(problem: Problem) -> bytes:
    """Why there are none, as bytes."""
    return json.dumps({"problem": asdict(problem)}).encode()


def _unpacked(numbers: str) -> Sequence[int]:
    return array("I", b64decode(numbers))


def _records(packed: dict[str, Any]) -> tuple[Row, ...]:
    lines, rows = _unpacked(packed["lines"]), _unpacked(packed["rows"])
    columns = [map(each["texts"].__getitem__, _unpacked(each["at"])) for each in packed["columns"]]
    cells = zip(*columns, strict=True) if columns else [()] * len(lines)
    return tuple(zip(lines, rows, cells, strict=True))


def _sheet(packed: dict[str, Any]) -> Sheet:
    return Sheet(
        name=packed["name"],
        content=b"",
        header=tuple(packed["header"]),
        records=_records(packed["records"]),
        problems=tuple(Problem(**problem) for problem in packed["problems"]),
        letters=tuple(packed["letters"]),
        worksheet=packed["worksheet"],
        notes=tuple(packed["notes"]),
        header_at=tuple(packed["header_at"]),
        ragged=tuple((line, row, tuple(cells)) for line, row, cells in packed["ragged"]),
        delimiter=packed["delimiter"],
    )


def unpack(said: bytes) -> tuple[Sheet, ...] | Problem:
    """The sheets, or why there are none. Raises ValueError, KeyError or TypeError on anything else."""
    packed = json.loads(said)
    if "problem" in packed:
        return Problem(**packed["problem"])
    return tuple(map(_sheet, packed["sheets"]))
