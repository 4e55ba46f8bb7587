"""What must be true of a question's header, its SQL and what comes back."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.database import Database
from data.settings import VIEWS
from queries import Answer, Question
from queries.ask import complete
from queries.combinations import combinations, values

STORED = ("INTEGER", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE")
SHOUTED = re.compile(
    r"\b(SELECT|FROM|WHERE|JOIN|GROUP|ORDER|AND|OR|AS|ON|CASE|WITH|UNION|NOT|NULL)\b"
)
BY_PLACE = re.compile(r"\b(group|order) by \d")
NAMED = re.compile(r"^[a-z]+(_[a-z0-9]+)*$")


def samples(database: Database, question: Question) -> Iterator[dict[str, Any]]:
    """The first, the middle and the last of a question's combinations of parameters, complete."""
    every = list(combinations(database, question))
    for chosen in (every[0], every[len(every) // 2], every[-1]):
        yield complete(database, question, chosen)


def types(database: Database, question: Question, asked: dict[str, Any]) -> dict[str, str]:
    """The type DuckDB gives each column."""
    sql = question.sql.strip().removesuffix(";")
    described = database.read(f"select column_name, column_type from (describe {sql})", asked)
    return dict(described.rows)


def sql_breaches(address: str, sql: str) -> list[str]:
    """Where the SQL of a question or definition is not in the style of the house."""
    code = re.sub(r"--[^\n]*|'[^']*'", "''", sql)
    found = [f"{address}: {match[0]} in capitals" for match in SHOUTED.finditer(code)]
    found += [f"{address}: {match[0]}, not by name" for match in BY_PLACE.finditer(code)]
    if "\t" in sql:
        found.append(f"{address}: a tab")
    steps = [len(line) - len(line.lstrip()) for line in code.splitlines() if line.strip()]
    return found + [f"{address}: indented by {step}" for step in sorted(set(steps)) if step % 4]


def sql_files(root: Path) -> Iterator[tuple[str, str]]:
    """The questions and the shared definitions of a tree."""
    for place in ("queries", "data"):
        for path in sorted((root / place).rglob("*.sql")):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def header_breaches(database: Database, question: Question) -> list[str]:
    """Where a header says something odd: names, repeated columns, or a value the SQL does not know."""
    names = [column.name for column in question.columns]
    found = [f"column {name} stands twice" for name in sorted(set(names)) if names.count(name) > 1]
    found += [f"“{name}” is no plain name" for name in names if not NAMED.match(name)]
    known = question.sql + "".join(view.read_text(encoding="utf-8") for view in VIEWS.glob("*.sql"))
    for parameter in question.parameters:
        words = re.split(r", or |, ", parameter.choices.removeprefix("one of "))
        for value in set(words) & set(values(database, parameter) or ()):
            if f"'{value}'" not in known:
                found.append(f"${parameter.name} may be “{value}”, which no SQL knows")
    return [f"{question.address}: {each}" for each in found]


def kind_breaches(told: Answer, stored: dict[str, str]) -> list[str]:
    """Columns that hold something else than their kind and unit say."""
    found = []
    for column in told.columns:
        held = [row[column.name] for row in told.rows if row[column.name] is not None]
        if stored[column.name] not in STORED:
            found.append(f"{column.name} is {stored[column.name]}: cast it")
        if column.kind in ("people", "work") and stored[column.name] != "INTEGER":
            found.append(f"{column.name} counts {column.kind} and is {stored[column.name]}")
        if column.kind == "people" and any(value % 5 for value in held):
            found.append(f"{column.name} counts people and is no multiple of 5")
        if column.unit == "%" and any(not 0 <= value <= 100 for value in held):
            found.append(f"{column.name} is no share")
        if column.kind == "label" and any(not isinstance(v, str | bool | int | date) for v in held):
            found.append(f"{column.name} is a label and holds no words")
    return [f"{told.question.address}: {each}" for each in found]
