"""A Table Schema: what a list or a return holds, field by field, and where its rules lie."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from data.reading.words import plain

PLEASE_CHECK = "please_check"
SHARED = "shared"
STORED_AS = {"string": "varchar", "integer": "integer", "date": "date", "number": "double"}


@dataclass(frozen=True)
class Field:
    """One column: its name, kind and limits, as the Table Schema states them.

    `also` are other headings in use for it, `said_as` other ways to give each fixed answer; `prefilled` says that a template fills it in, so a
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
    said_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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
    """A list or a return: its fields in order, its key, and what it points at.

    `slice` is what a newer upload replaces as a whole. Rows alike in the fields of `together`
    are answered together: one without an answer is left out only where all of them are. Of those
    alike in `left_out_together` none is sent when one is left out because of a problem.
    `shared_rules` are rules it has in common with other returns.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    slice: tuple[str, ...]
    folder: Path
    together: tuple[str, ...] = ()
    left_out_together: tuple[str, ...] = ()
    shared_rules: tuple[str, ...] = ()

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.fields)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Every name its columns may have, in plain letters, and the field it means.

        A field's own name wins over a title, and a title over another field's name in use.
        """
        known: dict[str, str] = {}
        for place in range(max(len(field.headings) for field in self.fields)):
            for field in self.fields:
                if place < len(field.headings):
                    known.setdefault(plain(field.headings[place]), field.name)
        return known

    def columns(self) -> str:
        """Its columns with the types the database stores them as."""
        return ", ".join(f'"{field.name}" {STORED_AS[field.type]}' for field in self.fields)

    def rules(self) -> list[Path]:
        """Its whole-row and whole-file rules: SQL files that return the failing lines."""
        return sorted((self.folder / self.name).glob("*.sql")) + self._shared("")

    def questions(self) -> list[Path]:
        """Rules of the same kind that stop nothing: the sender is asked to look again."""
        own = (self.folder / self.name / PLEASE_CHECK).glob("*.sql")
        return sorted(own) + self._shared(PLEASE_CHECK)

    def _shared(self, folder: str) -> list[Path]:
        """The rules of a folder that it shares with other returns, each held once."""
        shared = [self.folder / SHARED / f"{rule}.sql" for rule in self.shared_rules]
        return [rule for rule in shared if rule.parent == self.folder / SHARED / folder]
