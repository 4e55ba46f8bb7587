"""The five returns read as one package with the lists they point at (Frictionless)."""

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Resource, Schema

DATA = Path(__file__).parents[2] / "data"
RETURNS = sorted(path.stem for path in (DATA / "returns").glob("*.json"))
WRONG_CODES = [
    ("projects", "directorate", "XYZ"),
    ("projects", "service", "ACH-99"),
    ("projects", "shaped_by", "NO-SUCH-FORUM"),
    ("projects", "principle_2", "P9"),
    ("maturity", "project_id", "NOT-SENT"),
    ("maturity", "period", "2030-31 H1"),
    ("themes", "theme", "T7"),
    ("participation", "category", "female"),
    ("conditions", "item", "C13"),
]


def described(name: str) -> dict[str, Any]:
    """The schema of a return as it is written."""
    return dict(json.loads((DATA / "returns" / f"{name}.json").read_text(encoding="utf-8")))


def example_row(name: str) -> dict[str, str]:
    """One row made of the examples that the schema gives."""
    return {field["name"]: field["example"] for field in described(name)["fields"]}


def sent(name: str) -> str:
    """What a return is called in the package: two share their name with a list."""
    return "projects" if name == "projects" else f"{name}_return"


def failures(changed: str = "", **values: str) -> list[str]:
    """What the reader finds wrong with the five example returns, one of them changed."""
    lists = [
        Resource(name=path.stem, path=path.name, schema=f"{path.stem}.json", encoding="utf-8")
        for path in sorted((DATA / "reference").glob("*.csv"))
        if path.stem != "population"
    ]
    package = Package(resources=lists, basepath=str(DATA / "reference"))
    for name in RETURNS:
        row = example_row(name) | (values if name == changed else {})
        rows = [row] if name != "projects" else [row, row | forum(row)]
        schema = Schema.from_descriptor(described(name))
        cells = [list(row), *(list(each.values()) for each in rows)]
        package.add_resource(Resource(name=sent(name), data=cells, schema=schema))
    report = package.validate()
    return [str(m) for task in report.tasks for m in task.flatten(["fieldName", "message"])]


def forum(row: dict[str, str]) -> dict[str, str]:
    """The forum that the example project names as having shaped it."""
    return {"project_id": example_row("projects")["shaped_by"], "kind": "forum", "shaped_by": ""}


def test_the_examples_make_a_set_of_returns_without_a_mistake() -> None:
    assert failures() == []


@pytest.mark.parametrize(("name", "column", "value"), WRONG_CODES)
def test_a_code_that_is_in_no_list_is_noticed(name: str, column: str, value: str) -> None:
    assert failures(name, **{column: value}) != []
