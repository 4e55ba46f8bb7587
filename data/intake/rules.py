"""Rules: what is wrong between cells, in rows said twice and by the SQL beside a schema."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from data.intake.cells import Value
from data.mistakes import AuthorMistake, Problem
from data.reading import Sheet
from data.schema import PLEASE_CHECK, Schema

Columns = Mapping[str, Sequence[Value]]


def repeats(sheet: Sheet, schema: Schema, columns: Columns) -> list[Problem]:
    """The rows whose key an earlier row of the sheet has as well."""
    if not schema.key:
        return []
    first: dict[tuple[Value, ...], int] = {}
    problems = []
    keys = list(zip(*(columns[name] for name in schema.key), strict=True))
    if len(set(keys)) == len(keys):
        return []
    for (line, excel_row, _), key in zip(sheet.records, keys, strict=True):
        if None in key or first.setdefault(key, excel_row) == excel_row:
            continue
        message = f"says again what row {first[key]} says. Keep one of the two rows."
        value = ", ".join(map(str, key))
        problems.append(
            Problem(sheet.name, line, ", ".join(schema.key), value, message, excel_row, kind="repeat")
        )
    return problems


def broken_rules(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema, whole: bool, asking: bool
) -> list[Problem]:
    """What the schema's rules find in `incoming`, the typed rows.

    Rules about the file as a whole read `whole_file`, which has no rows unless `whole`: where
    a row is lost or stands twice, what the rows add up to is not known. With `asking` come the
    questions too, which stop nothing.
    """
    cursor.execute(f"create or replace temp view whole_file as from incoming where {whole}")
    cursor.execute(f"create or replace temp view this_return as select '{schema.name}' as name")
    rules = [*schema.rules(), *(schema.questions() if asking else [])]
    severities = {rule.stem: _severity(rule) for rule in rules}
    return [
        Problem(sheet.name, line, column, value, message, row, severities[kind], kind)
        for kind, line, row, column, value, message in _failing(cursor, schema, rules)
    ]


def _severity(rule: Path) -> str:
    return PLEASE_CHECK if rule.parent.name == PLEASE_CHECK else "must_fix"


def _failing(
    cursor: duckdb.DuckDBPyConnection, schema: Schema, rules: list[Path]
) -> list[tuple[Any, ...]]:
    """What all the rules return, each row led by its rule's name: one statement for all."""
    parts = [f"select '{rule.stem}', * from ({_select(rule)})" for rule in rules]
    try:
        return cursor.execute(" union all ".join(parts)).fetchall() if parts else []
    except duckdb.Error as error:
        names = ", ".join(rule.name for rule in rules)
        raise AuthorMistake(
            f"the rule {names} of {schema.name} does not run: {error}"
        ) from None


def _select(rule: Path) -> str:
    """A rule's SELECT without the semicolon at its end, so that it can stand inside another."""
    return rule.read_text(encoding="utf-8").strip().removesuffix(";") + "\n"
