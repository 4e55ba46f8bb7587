"""Rules: what is wrong between cells, in rows said twice and by the SQL beside a schema."""

from collections.abc import Mapping, Sequence

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
    keys = zip(*(columns[name] for name in schema.key), strict=True)
    for (line, excel_row, _), key in zip(sheet.records, keys, strict=True):
        if None in key or first.setdefault(key, line) == line:
            continue
        message = f"says again what line {first[key]} says. Keep one of the two rows."
        value = ", ".join(map(str, key))
        problems.append(
            Problem(sheet.name, line, ", ".join(schema.key), value, message, excel_row, kind="repeat")
        )
    return problems


def broken_rules(
    cursor: duckdb.DuckDBPyConnection, sheet: Sheet, schema: Schema, whole: bool
) -> list[Problem]:
    """What the schema's rules find in `incoming`, the typed rows.

    Rules about the file as a whole read `whole_file`, which has no rows unless `whole`: where
    a row is lost or stands twice, what the rows add up to is not known.
    """
    cursor.execute(f"create or replace temp view whole_file as from incoming where {whole}")
    problems = []
    for rule in schema.rules():
        try:
            rows = cursor.execute(rule.read_text(encoding="utf-8")).fetchall()
        except duckdb.Error as error:
            raise AuthorMistake(f"the rule {rule.name} of {schema.name} does not run: {error}")
        severity = "please_check" if rule.parent.name == PLEASE_CHECK else "must_fix"
        for line, excel_row, column, value, message in rows:
            problems.append(
                Problem(sheet.name, line, column, value, message, excel_row, severity, rule.stem)
            )
    return problems
