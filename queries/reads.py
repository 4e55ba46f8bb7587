"""What a question reads: every table and definition its SQL names, and none it may not."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import duckdb

from data.mistakes import AuthorMistake
from data.schema import list_schemas
from data.settings import VIEWS

DEFINES = re.compile(r"create or replace macro (\w+)")
FROM_NOTHING = ("unnest", "range")
CLOCKS = ("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp")
SETTINGS = ("current_setting", "getvariable", "version")


@cache
def _texts() -> dict[str, str]:
    """Each shared definition in data/views, and the file it is made in."""
    texts = [view.read_text(encoding="utf-8") for view in VIEWS.glob("*.sql")]
    return {name: text for text in texts for name in DEFINES.findall(text)}


def definitions() -> frozenset[str]:
    """The shared definitions, which a question asks as name(as_at)."""
    return frozenset(_texts())


@cache
def protected() -> frozenset[str]:
    """The definitions that show people: those that read a protected table, however far down."""
    found = {name for name, text in _texts().items() if "protected." in text}
    while True:
        above = {
            name for name, text in _texts().items() if any(f"{each}(" in text for each in found)
        }
        if above <= found:
            return frozenset(found)
        found |= above


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """An empty database that parses every question: opening one for each takes longer than parsing."""
    return duckdb.connect()


@cache
def unsettled() -> frozenset[str]:
    """DuckDB's functions whose value is not settled by what they are given: clocks, chance, state.

    An answer is kept for its parameters and the data's version, so it may hang on nothing else.
    """
    with _parser().cursor() as connection:
        rows = connection.execute(
            "select distinct function_name from duckdb_functions() "
            "where stability <> 'CONSISTENT' or schema_name = 'pg_catalog'"
        ).fetchall()
    return frozenset({row[0] for row in rows} | set(SETTINGS))


def _of_table(node: dict[str, Any], steps: frozenset[str]) -> str | None:
    place = (node["catalog_name"], node["schema_name"], node["table_name"])
    name = ".".join(filter(None, place))
    if place[:2] == ("", "") and name.lower() in steps:
        return None
    if place[:2] == ("", "reference") and place[2] in list_schemas():
        return name
    return f"the table {name}"


def _of_function(node: dict[str, Any]) -> str | None:
    function = node["function"]
    name = ".".join(filter(None, (function["catalog"], function["schema"], function["function_name"])))
    if name in FROM_NOTHING:
        return None
    return name if name in definitions() else f"the table function {name}"


def _of_value(node: dict[str, Any]) -> str | None:
    if "function_name" in node and node["function_name"].lower() in unsettled():
        return f"the function {node['function_name']}"
    if node.get("class") == "COLUMN_REF" and node["column_names"][-1].lower() in CLOCKS:
        return f"the clock {node['column_names'][-1]}"
    return None


def _here(node: dict[str, Any], steps: frozenset[str]) -> str | None:
    """What one part of a parsed SELECT names itself, or None."""
    kind = node.get("type")
    if kind == "BASE_TABLE":
        return _of_table(node, steps)
    if kind == "TABLE_FUNCTION":
        return _of_function(node)
    return "describe, show or summarize" if kind == "SHOW_REF" else _of_value(node)


def _named(node: Any, steps: frozenset[str] = frozenset()) -> Iterator[str | None]:
    """What a part of a parsed SELECT and the parts inside it name.

    `steps` are the CTEs that can be seen from there: a CTE sees those before it, and only a
    recursive one sees itself.
    """
    if isinstance(node, list):
        for each in node:
            yield from _named(each, steps)
    if not isinstance(node, dict):
        return
    for step in node.get("cte_map", {}).get("map", []):
        after = steps | {step["key"].lower()}
        recursive = step["value"]["query"]["node"]["type"] == "RECURSIVE_CTE_NODE"
        yield from _named(step["value"], after if recursive else steps)
        steps = after
    yield _here(node, steps)
    for name, each in node.items():
        if name != "cte_map":
            yield from _named(each, steps)


def reads(address: str, sql: str) -> frozenset[str]:
    """The shared definitions and reference lists that one SELECT reads.

    Raises AuthorMistake when it is not one SELECT, or names anything else: a table as sent,
    the catalogue, a file, a clock or a setting.
    """
    with _parser().cursor() as connection:
        row = connection.execute("select json_serialize_sql(?)", [sql]).fetchone()
    parsed = json.loads(row[0]) if row else {"error": True}
    if parsed["error"] or len(parsed["statements"]) != 1:
        why = parsed.get("error_message", "it is not one SELECT")
        raise AuthorMistake(f"{address}: not one SELECT that DuckDB can read: {why}")
    named = {name for name in _named(parsed["statements"]) if name}
    refused = sorted(named - definitions() - {f"reference.{name}" for name in list_schemas()})
    if refused:
        raise AuthorMistake(
            f"{address}: names {', '.join(refused)}, which a question may not read. Ask the shared "
            "definitions in data/views or a reference list instead."
        )
    return frozenset(named)


def used_parameters(sql: str) -> frozenset[str]:
    """The $names that the SQL is asked with."""
    statements = duckdb.extract_statements(sql)
    return frozenset(name for each in statements for name in each.named_parameters)
