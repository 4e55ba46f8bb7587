"""The Table Schemas, read: every list and every return, described once in its JSON file."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from data.reading.words import plain
from data.settings import RETURNS, SHIPPED_LISTS
from data.table_schema import PLEASE_CHECK, STORED_AS, Field, ForeignKey, Schema

__all__ = [
    "PLEASE_CHECK",
    "STORED_AS",
    "Field",
    "ForeignKey",
    "Schema",
    "list_schemas",
    "read_schema",
    "return_schemas",
    "vocabulary",
]


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _field(described: Mapping[str, Any]) -> Field:
    return Field(
        name=described["name"],
        type=described["type"],
        title=described.get("title", described["name"]),
        description=described.get("description", ""),
        example=str(described.get("example", "")),
        constraints=described.get("constraints", {}),
        also=tuple(described.get("alsoKnownAs", ())),
        prefilled=bool(described.get("prefilled")),
        said_as={answer: tuple(others) for answer, others in described.get("answersSaidAs", {}).items()},
    )


def _foreign_key(described: Mapping[str, Any]) -> ForeignKey:
    reference = described["reference"]
    return ForeignKey(
        _listed(described["fields"]), reference.get("resource", ""), _listed(reference["fields"])
    )


def read_schema(path: Path) -> Schema:
    """The Table Schema in a JSON file; its name is the file's."""
    described = json.loads(path.read_text(encoding="utf-8"))
    return Schema(
        name=path.stem,
        title=described.get("title", path.stem),
        fields=tuple(_field(each) for each in described["fields"]),
        key=_listed(described.get("primaryKey", [])),
        foreign_keys=tuple(_foreign_key(each) for each in described.get("foreignKeys", [])),
        slice=_listed(described.get("slice", [])),
        folder=path.parent,
        together=_listed(described.get("answeredTogether", [])),
        left_out_together=_listed(described.get("leftOutTogether", [])),
        shared_rules=_listed(described.get("sharedRules", [])),
    )


@cache
def list_schemas() -> dict[str, Schema]:
    """The reference lists by name, each list after the lists that it points at."""
    found = {path.stem: read_schema(path) for path in sorted(SHIPPED_LISTS.glob("*.json"))}
    return {name: found[name] for name in _in_order(found)}


@cache
def return_schemas() -> dict[str, Schema]:
    """The five returns by name, projects first because the others point at it."""
    found = {path.stem: read_schema(path) for path in sorted(RETURNS.glob("*.json"))}
    return {name: found[name] for name in _in_order(found)}


@cache
def vocabulary() -> frozenset[str]:
    """Every heading, in plain letters, that a column of any return or list may have."""
    schemas = (*return_schemas().values(), *list_schemas().values())
    return frozenset(
        plain(heading)
        for schema in schemas
        for field in schema.fields
        for heading in field.headings
    )


def _in_order(schemas: Mapping[str, Schema]) -> list[str]:
    ordered: list[str] = []

    def place(name: str) -> None:
        if name in ordered or name not in schemas:
            return
        for key in schemas[name].foreign_keys:
            if key.resource not in ("", name):
                place(key.resource)
        ordered.append(name)

    for name in schemas:
        place(name)
    return ordered
