"""A small database in memory that runs the real macros of the comparison on made-up counts."""

import csv
from collections.abc import Iterable
from typing import Any

import duckdb

from data.schema import list_schemas
from data.settings import SHIPPED_LISTS, VIEWS
from tests.queries.sent_counts import Category, Council

LISTS = ("council", "characteristics", "categories", "periods", "directorates", "population")
MACROS = (
    "70_critical_value",
    "71_categories_in_period",
    "72_population_in_use",
    "73_comparison_groups",
    "74_comparison_standing",
    "75_comparison_tests",
    "76_comparison",
    "77_people_to_invite",
)
PERIOD, AREA = "2025-26 H2", "Wirral"
ASKED = "select * from comparison(timestamp '2026-06-01', $period, $unit, $area, $ages)"
STAND_INS = """
    create schema reference;
    create schema protected;
    create table protected.people (
        directorate varchar, characteristic varchar, category varchar, people integer, unit varchar
    );
    create table protected.projects (period varchar, project_id varchar, directorate varchar);
    create macro participation_protected(as_at) as table
        select *, '2025-26 H2' as period from protected.people;
    create macro projects_in_period(as_at) as table select * from protected.projects;
"""


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a shipped list as plain text."""
    with (SHIPPED_LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def categories() -> tuple[Category, ...]:
    """Every category of the shipped list."""
    return tuple(
        Category(
            characteristic=each["characteristic"],
            code=each["code"],
            answered=each["answer"] == "yes",
            adult=each["adult"] == "yes",
            pool=each["pooled"],
        )
        for each in rows_of("categories")
    )


def residents(area: str = AREA) -> dict[tuple[str, str], tuple[str, dict[str, int]]]:
    """The shipped counts of all residents of an area, by ('', characteristic)."""
    found: dict[tuple[str, str], tuple[str, dict[str, int]]] = {}
    for each in rows_of("population"):
        if each["area"] == area and not each["directorate"]:
            _, counts = found.setdefault(("", each["characteristic"]), (each["name"], {}))
            counts[each["category"]] = int(each["count"])
    return found


def _fill(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        connection.execute(f"insert into {table} select {', '.join('unnest(?)' for _ in columns)}", columns)


def stand_in() -> duckdb.DuckDBPyConnection:
    """A connection with the shipped lists, empty counts and the comparison's own macros."""
    connection = duckdb.connect(config={"threads": "1"})
    connection.execute(STAND_INS)
    for name in LISTS:
        connection.execute(f"create table reference.{name} ({list_schemas()[name].columns()})")
        rows = (tuple(cell or None for cell in row.values()) for row in rows_of(name))
        _fill(connection, f"reference.{name}", rows)
    for name in MACROS:
        connection.execute((VIEWS / f"{name}.sql").read_text(encoding="utf-8"))
    return connection


def pour(connection: duckdb.DuckDBPyConnection, council: Council, area: str = AREA) -> None:
    """Put a council in place of the one before."""
    connection.execute("delete from protected.people; delete from protected.projects")
    connection.execute("delete from reference.population where directorate is not null")
    connection.execute("update reference.council set most_to_invite = ?", [council.most])
    cells = ((*cell, people, council.unit) for cell, people in council.people.items())
    _fill(connection, "protected.people", cells)
    projects = (
        (PERIOD, f"{place}-{number}", place)
        for place, projects in council.projects.items()
        for number in range(projects)
    )
    _fill(connection, "protected.projects", projects)
    own = (
        (area, place, name, "made up", characteristic, category, count, "2026-03-31", "made up", "made up")
        for (place, characteristic), (name, counts) in council.residents.items()
        if place
        for category, count in counts.items()
    )
    _fill(connection, "reference.population", own)


def compared(
    connection: duckdb.DuckDBPyConnection, council: Council, area: str = AREA
) -> dict[tuple[str, str, str], dict[str, Any]]:
    """The rows of the real macro, by place, characteristic and category."""
    pour(connection, council, area)
    found = connection.execute(
        ASKED, {"period": PERIOD, "unit": council.unit, "area": area, "ages": council.ages}
    )
    names = [column[0] for column in found.description]
    told = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {(row["place"], row["characteristic"], row["category"]): row for row in told}
