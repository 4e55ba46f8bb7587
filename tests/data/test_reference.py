"""The reference lists, read by an independent Table Schema reader (Frictionless)."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package, Resource, Schema

LISTS = Path(__file__).parents[2] / "data" / "reference"
NAMES = sorted(path.stem for path in LISTS.glob("*.csv"))
EXPECTED = set(
    "council plan themes principles ladder stages levels directorates services periods"
    " characteristics categories conditions population".split()
)


def rows(name: str, folder: Path = LISTS) -> list[dict[str, str]]:
    """The rows of a list as plain text."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def failures(folder: Path) -> list[str]:
    """What the independent reader finds wrong with the lists of a folder taken together."""
    resources = [
        Resource(name=name, path=f"{name}.csv", schema=f"{name}.json", encoding="utf-8")
        for name in sorted(path.stem for path in folder.glob("*.csv"))
    ]
    report = Package(resources=resources, basepath=str(folder)).validate()
    found = [task.flatten(["message"]) for task in report.tasks]
    return [str(message) for task in found for message in task] + [str(e) for e in report.errors]


def with_one_change(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of the lists in which one piece of one file was changed."""
    copy = folder / "reference"
    shutil.copytree(LISTS, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = copy / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def test_every_list_has_a_schema_and_every_schema_a_list() -> None:
    assert set(NAMES) == EXPECTED
    assert NAMES == sorted(path.stem for path in LISTS.glob("*.json"))


def test_every_list_obeys_its_own_schema_and_points_only_at_rows_that_exist() -> None:
    assert failures(LISTS) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("services", "ACH-01,Day Opportunities,ACH", "ACH-01,Day Opportunities,XYZ"),
        ("population", "age,under_18", "sex,under_18"),
        ("directorates", "2023-24 H2", "2022-23 H2"),
        ("themes", "T2,", "T1,"),
        ("ladder", "7,Co-production", "8,Co-production"),
        ("periods", "open", "ajar"),
        ("plan", "2027-03-31", "31/03/2027"),
    ],
)
def test_a_wrong_row_in_a_list_is_noticed(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert failures(with_one_change(tmp_path, name, old, new)) != []


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_described_for_its_reader(name: str) -> None:
    described = json.loads((LISTS / f"{name}.json").read_text(encoding="utf-8"))
    assert list(Schema.metadata_validate(described)) == []
    assert described["name"] == name and described["title"] and described["description"]
    assert described["primaryKey"]
    for field in described["fields"]:
        assert field["title"] and field["description"] and field["example"], field["name"]


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_plain_utf8_with_unix_line_ends(name: str) -> None:
    raw = (LISTS / f"{name}.csv").read_bytes()
    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    assert raw.decode("utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if "order" in rows(name)[0]])
def test_a_list_is_written_in_its_own_order(name: str) -> None:
    groups: dict[str, list[int]] = {}
    for row in rows(name):
        group = row["characteristic"] if name == "categories" else ""
        groups.setdefault(group, []).append(int(row["order"]))
    assert all(order == list(range(1, len(order) + 1)) for order in groups.values())


@pytest.mark.parametrize("name", [name for name in NAMES if "label" in rows(name)[0]])
def test_no_code_or_label_can_be_taken_for_another_row(name: str) -> None:
    owners: dict[tuple[str, str], set[int]] = {}
    for number, row in enumerate(rows(name)):
        for text in (row.get("code", row.get("step", "")), row["label"]):
            said = "".join(text.casefold().split())
            owners.setdefault((row.get("characteristic", ""), said), set()).add(number)
    assert [said for said, found in owners.items() if len(found) > 1] == []
