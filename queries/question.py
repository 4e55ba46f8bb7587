"""A question: one SQL file whose header says what it answers, and is checked to be true."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from data.mistakes import AuthorMistake
from data.schema import list_schemas
from data.settings import VIEWS

HERE = Path(__file__).resolve().parent
KINDS = ("label", "people", "work", "open")
TYPES = ("timestamp", "text", "integer")
PROTECTED = ("participation_protected", "people_protected", "comparison")
DEFINES = re.compile(r"create or replace macro (\w+)")


@dataclass(frozen=True)
class Parameter:
    """What a question can be asked for: `choices` is "free", or where its values are listed."""

    name: str
    type: str
    choices: str
    meaning: str


@dataclass(frozen=True)
class Column:
    """One column of an answer: its kind, its meaning and its unit ("" for a label).

    `origin` names the column that a figure was worked out of; its kind is then "from".
    """

    name: str
    kind: str
    meaning: str
    unit: str
    origin: str | None = None


@dataclass(frozen=True)
class Question:
    """A question as its file states it: address, English, grain, source, parameters, columns."""

    address: str
    text: str
    grain: str
    source: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str
    reads: frozenset[str]

    @property
    def counts_people(self) -> bool:
        """Whether any of its figures is a count of people, or worked out of one."""
        people = {column.name for column in self.columns if column.kind == "people"}
        return any(c.kind == "people" or c.origin in people for c in self.columns)


def _entries(address: str, lines: list[str], parts: int) -> Iterator[list[str]]:
    for line in lines:
        cells = re.split(r" {2,}", line.strip())
        if len(cells) < parts:
            raise AuthorMistake(
                f"{address}: “{line.strip()}” has {len(cells)} parts, set apart by two spaces or "
                f"more; {parts} were wanted."
            )
        yield [*cells[: parts - 1], " ".join(cells[parts - 1 :])]


def _header(address: str, sql: str) -> dict[str, list[str]]:
    """The comment lines at the top, by the heading they stand under."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        said = line[2:].rstrip()
        named = re.match(r" (Grain|Source|Parameters|Columns):\s*(.*)", said)
        if named:
            heading = named[1]
            found[heading] = [named[2]] if named[2] else []
        elif said.strip():
            found[heading].append(said)
    for wanted in ("Grain", "Source", "Parameters", "Columns"):
        if wanted not in found:
            raise AuthorMistake(f"{address}: the header has no “{wanted}:”. Add it.")
    return found


def _column(address: str, name: str, kind: str, said: str) -> Column:
    unit = re.search(r"\[(.+)\]$", said)
    meaning = said[: unit.start()].strip() if unit else said
    origin = kind.removeprefix("from ") if kind.startswith("from ") else None
    if origin is None and kind not in KINDS:
        raise AuthorMistake(f"{address}: column {name} has no kind: “{kind}” is none of {KINDS}.")
    if unit is None and kind != "label":
        raise AuthorMistake(f"{address}: column {name} has no unit. End its line with [unit].")
    shown = "from" if origin else kind
    return Column(name, shown, meaning, unit[1] if unit else "", origin)


def _tables(node: Any) -> Iterator[str]:
    """Every table, view and table function that a parsed SELECT names, with its schema."""
    if isinstance(node, list):
        for each in node:
            yield from _tables(each)
    if not isinstance(node, dict):
        return
    if node.get("type") == "BASE_TABLE":
        yield ".".join(filter(None, (node["catalog_name"], node["schema_name"], node["table_name"])))
    if node.get("type") == "TABLE_FUNCTION":
        yield ".".join(filter(None, (node["function"]["schema"], node["function"]["function_name"])))
    if node.get("type") == "SHOW_REF":
        yield "show"
    for each in node.values():
        yield from _tables(each)


def _named_within(node: Any) -> Iterator[str]:
    """The names of the steps (CTEs) of a parsed SELECT."""
    if isinstance(node, list):
        for each in node:
            yield from _named_within(each)
    if isinstance(node, dict):
        for step in node.get("cte_map", {}).get("map", []):
            yield step["key"]
        for each in node.values():
            yield from _named_within(each)


@cache
def allowed() -> frozenset[str]:
    """What a question may name: the shared definitions and the reference lists."""
    macros = {
        name
        for view in VIEWS.glob("*.sql")
        for name in DEFINES.findall(view.read_text(encoding="utf-8"))
    }
    return frozenset(macros | {f"reference.{name}" for name in list_schemas()})


def _reads(address: str, sql: str) -> frozenset[str]:
    with duckdb.connect() as connection:
        row = connection.execute("select json_serialize_sql(?)", [sql]).fetchone()
    parsed = json.loads(row[0]) if row else {"error": True}
    if parsed["error"] or len(parsed["statements"]) != 1:
        why = parsed.get("error_message", "it is not one SELECT")
        raise AuthorMistake(f"{address}: not one SELECT that DuckDB can read: {why}")
    steps = set(_named_within(parsed))
    named = {name for name in _tables(parsed) if name not in steps} - {"unnest", "range"}
    raw = sorted(named - allowed())
    if raw:
        raise AuthorMistake(
            f"{address}: names {', '.join(raw)}, which a question may not read. Ask the shared "
            "definitions in data/views or a reference list instead."
        )
    return frozenset(named)


def _check(question: Question) -> Question:
    names = {column.name for column in question.columns}
    for column in question.columns:
        if column.origin is not None and column.origin not in names:
            raise AuthorMistake(
                f"{question.address}: {column.name} is from {column.origin}, which is no column of it."
            )
    counts_people = any(column.kind == "people" for column in question.columns)
    if counts_people != bool(question.reads & set(PROTECTED)):
        raise AuthorMistake(
            f"{question.address}: a people column and a protected definition "
            f"({', '.join(PROTECTED)}) go together; here there is only one of them."
        )
    used = {name for each in duckdb.extract_statements(question.sql) for name in each.named_parameters}
    stated = {parameter.name for parameter in question.parameters}
    if used != stated:
        raise AuthorMistake(
            f"{question.address}: the header lists the parameters {sorted(stated)}, the SQL uses "
            f"{sorted(used)}. Make them agree."
        )
    return question


def read_question(path: Path, root: Path = HERE) -> Question:
    """The question in a file. Raises AuthorMistake when its header is not true of its SQL."""
    address = path.relative_to(root).with_suffix("").as_posix()
    sql = path.read_text(encoding="utf-8")
    header = _header(address, sql)
    text = " ".join(line.strip() for line in header[""])
    if not text.endswith("?"):
        raise AuthorMistake(f"{address}: the first line is not a question ending in “?”.")
    parameters = tuple(Parameter(*cells) for cells in _entries(address, header["Parameters"], 4))
    columns = tuple(
        _column(address, *cells) for cells in _entries(address, header["Columns"], 3)
    )
    grain, source = " ".join(header["Grain"]), " ".join(header["Source"])
    reads = _reads(address, sql)
    return _check(Question(address, text, grain, source, parameters, columns, sql, reads))


@cache
def questions() -> dict[str, Question]:
    """Every question by its address, in the order of the addresses."""
    files = sorted(HERE.glob("*/*.sql"))
    return {question.address: question for question in map(read_question, files)}
