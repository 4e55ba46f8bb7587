"""The example council as it is written, and what an independent reader says of it."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Resource, Schema

from data.example.council import write_council
from data.example.story import lines
from data.settings import RETURNS


def written(folder: Path) -> dict[str, str]:
    """Every file of a council and the digest of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sent(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of one return, delivery by delivery."""
    for path in sorted(folder.glob(f"[0-9]*/{name}.csv")):
        yield from lines(path)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example council of the seed it is shipped with."""
    folder = tmp_path_factory.mktemp("council")
    write_council(folder)
    return folder


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council three times as large, in parts of two copies."""
    folder = tmp_path_factory.mktemp("three")
    write_council(folder, scale=3, copies_in_a_part=2)
    return folder


def described(name: str) -> dict[str, Any]:
    """A return's schema with the delivery in front, because a correction repeats a key."""
    schema = json.loads((RETURNS / f"{name}.json").read_text(encoding="utf-8"))
    schema["fields"].insert(0, {"name": "sent_in", "type": "string"})
    schema["primaryKey"].insert(0, "sent_in")
    return dict(schema)


def cells(folder: Path, name: str) -> Iterator[list[str]]:
    """All that was sent of one return: its header, then the cells of every file."""
    header = [field["name"] for field in described(name)["fields"]]
    yield header
    for path in sorted(folder.glob(f"[0-9]*/{name}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            read = csv.reader(file)
            assert next(read) == header[1:], path
            yield from ([path.parent.name, *row] for row in read)


def problems(folder: Path) -> list[str]:
    """What an independent reader finds wrong in the whole of a council, lists and returns."""
    package = Package(basepath=str(folder))
    # Nothing that is sent points at the population, which is long and has tests of its own.
    lists = {path.stem: path for path in sorted((folder / "reference").glob("*.csv"))}
    for path in [lists[name] for name in lists if name != "population"]:
        schema = Schema.from_descriptor(json.loads(path.with_suffix(".json").read_text("utf-8")))
        file = f"reference/{path.name}"
        package.add_resource(Resource(name=path.stem, path=file, schema=schema, encoding="utf-8"))
    for path in sorted(RETURNS.glob("*.json")):
        # Two returns have the name of a list; the others point at `projects` by its own.
        name = path.stem if path.stem == "projects" else f"{path.stem}-sent"
        schema = Schema.from_descriptor(described(path.stem))
        rows = list(cells(folder, path.stem))
        package.add_resource(Resource(name=name, data=rows, schema=schema))
    report = package.validate()
    assert report.errors or len(report.tasks) == len(package.resources)
    found = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    return [error.message for error in found]
