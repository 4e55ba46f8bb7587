"""A Table Schema, read: what a list or a return holds, described once in its JSON file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.settings import RETURNS, SHIPPED_LISTS

STORED_AS = {"string": "varchar", "integer": "integer", "date": "date", "number": "double"}


@dataclass(frozen=True)
class Field:
    """One column: its name, kind and limits, as the Table Schema states them.

    `also` are other headings in use for it; `prefilled` says that a template fills it in, so a
    row that holds nothing else was not answered.
    """

    name: str
    type: str
    title: str
    description: str
    example: str
    constraints: Mapping[str, Any]
    also: tuple[str, ...] = ()
    prefilled: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """What its column may be called in a file: its name, its title, and names in use."""
        return (self.name, self.title, *self.also)

    @property
    def required(self) -> bool:
        """Whether every row must fill it in."""
        return bool(self.constraints.get("required"))

    @property
    def choices(self) -> tuple[str, ...]:
        """The fixed answers it may hold, or none when it is free."""
        return tuple(self.constraints.get("enum", ()))


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values must be found in another list or return ("" means this one)."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Schema:
    """A list or a return: its fields in order, its key, and what it points at."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    slice: tuple[str, ...]
    folder: Path

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.fields)

    def columns(self) -> str:
        """Its columns with the types the database stores them as."""
        return ", ".join(f'"{field.name}" {STORED_AS[field.type]}' for field in self.fields)

    def rules(self) -> list[Path]:
        """Its whole-row and whole-file rules: SQL files that return the failing lines."""
        return sorted((self.folder / self.name).glob("*.sql"))


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
