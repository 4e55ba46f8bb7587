"""Entries: those of the reference lists, by every way they may be spelt."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from data.intake.spelling import answers, spelt
from data.schema import Field, ForeignKey, list_schemas

NAMES = ("label", "short")
LADDER = ("step", "label", "tlap")
Known = dict[tuple[str, ...], dict[str, str]]
Inside = dict[tuple[str, ...], list[tuple[str | None, ...]]]


class Entries:
    """The entries of the reference lists, looked up once each and kept for a batch."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self._known: dict[ForeignKey, Known] = {}
        self._inside: dict[ForeignKey, Inside] = {}
        self._steps: dict[str, str] | None = None

    def spellings(self, key: ForeignKey, parents: tuple[Any, ...] = ()) -> Mapping[str, str]:
        """How each entry may be spelt (code or label), and the code that is stored."""
        return self._of(key).get(parents, {})

    def shown(self, key: ForeignKey, parents: tuple[Any, ...] = ()) -> dict[str, str]:
        """The names of a list's entries in small letters, and what each is shown as: its label.

        Half-years are known by their codes, and an entry without a label has nothing else.
        """
        self._of(key)
        place = 0 if key.resource == "periods" else -1
        entries = [tuple(filter(None, each)) for each in self._inside[key].get(parents, [])]
        return {name.lower(): each[place] for each in entries for name in reversed(each)}

    def taken(self, field: Field) -> dict[str, str]:
        """The fixed answers of a field in small letters, a step of the ladder with its name."""
        choices = {str(each): str(each) for each in field.choices}
        if {"NS", "0"} <= choices.keys():
            choices |= {step: f"{step} {label}" for step, label in self._steps_named() if step in choices}
        return {shown.lower(): shown for shown in choices.values()}

    def answers(self, field: Field) -> Mapping[str, str] | None:
        """How each fixed answer of a field may be spelt, or None where it has none.

        A step of the ladder may be given by its name as well, or by both; other answers also in the
        ways that the Table Schema lists.
        """
        if field.name == "aiming_for":
            return self._ladder()
        if not field.choices:
            return None
        known = answers(map(str, field.choices))
        others = {spelt(other): answer for answer, also in field.said_as.items() for other in also}
        known = others | known
        if {"ns", "0"} <= known.keys():
            return {**self._ladder(), **known}
        return known

    def _ladder(self) -> dict[str, str]:
        if self._steps is None:
            rows = self._rungs()
            self._steps = {spelt(name): row[0] for row in rows for name in reversed(row) if name}
        return self._steps

    def _rungs(self) -> list[tuple[str, ...]]:
        names = ", ".join(f"{name}::varchar" for name in LADDER)
        return self._cursor.execute(f"select {names} from reference.ladder").fetchall()

    def _steps_named(self) -> list[tuple[str, str]]:
        return [(step, label) for step, label, _ in self._rungs()]

    def _of(self, key: ForeignKey) -> Known:
        if key not in self._known:
            self._known[key], self._inside[key] = self._look_up(key)
        return self._known[key]

    def _look_up(self, key: ForeignKey) -> tuple[Known, Inside]:
        named = [name for name in NAMES if name in list_schemas()[key.resource].field_names]
        names = [*key.reference, *named]
        columns = ", ".join(f'"{name}"::varchar' for name in names)
        rows = self._cursor.execute(f"select {columns} from reference.{key.resource}").fetchall()
        depth = len(key.reference) - 1
        spelt_as: Inside = {}
        inside: Inside = {}
        for row in rows:
            spelt_as.setdefault(row[:depth], []).append(row[depth:])
            inside.setdefault(row[:depth], []).append(row[depth : len(names) - ("short" in named)])
        return {parents: _spellings(entries) for parents, entries in spelt_as.items()}, inside


def _spellings(entries: Sequence[tuple[str | None, ...]]) -> dict[str, str]:
    """How entries (a code and its names each) may be spelt: a code wins over a name spelt alike,
    and a name that two of them have is none."""
    codes = {spelt(entry[0]): entry[0] for entry in entries if entry[0]}
    named: dict[str, set[str]] = {}
    for code, *names in entries:
        for name in filter(None, names):
            named.setdefault(spelt(name), set()).add(code or "")
    return {name: found.pop() for name, found in named.items() if len(found) == 1} | codes


def list_keys(keys: tuple[ForeignKey, ...]) -> dict[str, ForeignKey]:
    """The fields that hold an entry of a reference list, and the key that says which.

    Of a key over several columns the last is looked up, within the others.
    """
    inside = [key for key in keys if key.resource not in ("", "projects")]
    return {key.fields[-1]: key for key in sorted(inside, key=lambda key: len(key.fields))}
