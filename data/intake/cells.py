"""Cells: text as the value its field holds, or a fault that says why it cannot be.

Each different text of a column is read once, so a long column costs little more than its
different answers.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import duckdb

from data.schema import Field, ForeignKey, list_schemas

Value = str | int | float | date | None
WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BRITISH = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


def spelt(text: str) -> str:
    """A code or label as it is compared: small letters, no spaces."""
    return "".join(text.split()).lower()


class Entries:
    """The entries of the reference lists, looked up once each and kept for a batch."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self._known: dict[ForeignKey, dict[tuple[str, ...], dict[str, str]]] = {}
        self._shown: dict[ForeignKey, list[str]] = {}

    def spellings(self, key: ForeignKey, parents: tuple[Any, ...] = ()) -> Mapping[str, str]:
        """How each entry may be spelt (code or label), and the code that is stored."""
        return self._of(key).get(parents, {})

    def shown(self, key: ForeignKey) -> list[str]:
        """The codes and labels of a list, to suggest from."""
        self._of(key)
        return self._shown[key]

    def _of(self, key: ForeignKey) -> dict[tuple[str, ...], dict[str, str]]:
        if key not in self._known:
            self._known[key], self._shown[key] = self._look_up(key)
        return self._known[key]

    def _look_up(
        self, key: ForeignKey
    ) -> tuple[dict[tuple[str, ...], dict[str, str]], list[str]]:
        labelled = "label" in list_schemas()[key.resource].field_names
        names = [*key.reference, *(["label"] if labelled else [])]
        columns = ", ".join(f'"{name}"::varchar' for name in names)
        rows = self._cursor.execute(f"select {columns} from reference.{key.resource}").fetchall()
        depth = len(key.reference) - 1
        known: dict[tuple[str, ...], dict[str, str]] = {}
        for place in reversed(range(depth, len(names))):  # a code wins over a label spelt alike
            for row in rows:
                known.setdefault(row[:depth], {})[spelt(row[place])] = row[depth]
        return known, list({spelt(name): name for row in rows for name in row[depth:]}.values())


def list_keys(keys: tuple[ForeignKey, ...]) -> dict[str, ForeignKey]:
    """The fields that hold an entry of a reference list, and the key that says which.

    Of a key over several columns the last is looked up, within the others.
    """
    inside = [key for key in keys if key.resource not in ("", "projects")]
    return {key.fields[-1]: key for key in sorted(inside, key=lambda key: len(key.fields))}


def _date(text: str) -> date | None:
    try:
        if ISO.fullmatch(text):
            return date.fromisoformat(text)
        if BRITISH.fullmatch(text):
            return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        pass
    return None


def _typed(field: Field, text: str) -> Value:
    if field.type == "date":
        return _date(text)
    if field.type == "integer":
        return int(text) if WHOLE.fullmatch(text) else None
    if field.type == "number":
        return float(text) if NUMBER.fullmatch(text) else None
    return text


def _fault(field: Field, value: Any) -> str | None:
    limits = field.constraints
    if "minimum" in limits and value < limits["minimum"]:
        return "minimum"
    if "maximum" in limits and value > limits["maximum"]:
        return "maximum"
    if "maxLength" in limits and len(value) > limits["maxLength"]:
        return "maxLength"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        return "pattern"
    return None


def read_cell(
    field: Field, text: str, spellings: Mapping[str, str] | None
) -> tuple[Value, str | None]:
    """The value a cell holds and what is wrong with it, or None.

    `spellings` are those of the field's list or fixed answers. A cell out of its limits keeps
    its value; one that cannot be read has none.
    """
    text = text.strip()
    if not text:
        return None, "blank" if field.required else None
    if spellings is not None:
        code = spellings.get(spelt(text))
        value = None if code is None else _typed(field, code)
        return value, "unknown" if value is None else None
    value = _typed(field, text)
    return value, "unreadable" if value is None else _fault(field, value)
