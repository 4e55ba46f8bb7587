"""The example council as it is written: repeatable, valid, made up, and as large as asked."""

import csv
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Resource, Schema

from data.example.__main__ import main
from data.example.council import write_council
from data.example.deliveries import COPIES_IN_A_PART, deliveries
from data.example.story import lines, outlines
from data.settings import RETURNS, SHIPPED_LISTS

MOST_BYTES, MOST_ROWS = 20_000_000, 150_000
PERSONAL = {
    "an e-mail address": r"[^\s@]+@[^\s@]+\.[a-z]",
    "a phone number": r"\b(?:\+44|0)\s?\d[\d\s-]{7,}\d\b",
    "a postcode": r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b",
    "a title before a name": r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b\.?",
    "a web address": r"https?:|www\.",
}

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


def test_the_same_seed_gives_the_same_bytes(council: Path, tmp_path: Path) -> None:
    assert main([str(tmp_path), "--seed", "1", "--scale", "1"]) == 0
    assert written(tmp_path) == written(council)


def test_another_seed_gives_other_figures(council: Path, tmp_path: Path) -> None:
    write_council(tmp_path, seed=2)
    other, first = written(tmp_path), written(council)
    assert {name for name in first if name.startswith("reference")} <= set(other)
    assert other["01-2024-04-22/maturity.csv"] != first["01-2024-04-22/maturity.csv"]
    assert other["01-2024-04-22/participation.csv"] != first["01-2024-04-22/participation.csv"]


def test_a_folder_with_something_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith(str(tmp_path)) and said.count("\n") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("scale", ["0", "-1", "1.5", "many"])
def test_a_scale_that_is_no_number_is_refused(tmp_path: Path, scale: str) -> None:
    with pytest.raises(SystemExit) as left:
        main([str(tmp_path / "new"), "--scale", scale])
    assert left.value.code == 2


def test_the_lists_are_those_that_are_shipped(council: Path) -> None:
    for path in SHIPPED_LISTS.glob("*.csv"):
        assert (council / "reference" / path.name).read_bytes() == path.read_bytes()


def test_deliveries_are_numbered_by_date(council: Path, three: Path) -> None:
    for folder in (council, three):
        names = sorted(path.name for path in folder.glob("[0-9]*"))
        assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))
        assert [name[3:] for name in names] == sorted(name[3:] for name in names)


def test_every_delivery_is_one_directorate_and_says_who_agreed_it(council: Path) -> None:
    for folder in council.glob("[0-9]*"):
        rows = [row for path in folder.glob("*.csv") for row in lines(path)]
        senders = {row.get("directorate") or row["project_id"][:3] for row in rows}
        said = json.loads((folder / "delivery.json").read_text(encoding="utf-8"))
        assert len(senders) == 1 and said["agreed_by"] and set(said) >= {"minutes"}


def test_lines_end_as_on_every_machine(council: Path) -> None:
    files = [path for path in council.rglob("*") if path.is_file()]
    assert files and not [path for path in files if b"\r" in path.read_bytes()]


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


def test_an_independent_reader_finds_nothing_wrong(council: Path) -> None:
    assert problems(council) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("maturity", "ACH-P01", "ACH-P99"),
        ("themes", ",T3,", ",T9,"),
        ("participation", "female", "feline"),
        ("projects", ",ACH-P02,", ",ACH-P98,"),
        ("projects", ",strategic,", ",cosmic,"),
    ],
)
def test_the_independent_reader_would_notice(
    council: Path, tmp_path: Path, file: str, right: str, wrong: str
) -> None:
    for part in ("reference", "02-2024-04-29"):
        shutil.copytree(council / part, tmp_path / part)
    broken = tmp_path / "02-2024-04-29" / f"{file}.csv"
    broken.write_text(broken.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    assert any(wrong.strip(",") in said for said in problems(tmp_path))


def test_a_project_is_sent_before_anything_is_said_about_it(council: Path) -> None:
    known: set[str] = set()
    for folder in sorted(council.glob("[0-9]*")):
        rows = {path.stem: list(lines(path)) for path in folder.glob("*.csv")}
        known |= {row["project_id"] for row in rows.get("projects", [])}
        said = [*rows.get("maturity", []), *rows.get("themes", [])]
        shapers = {row["shaped_by"] for row in rows.get("projects", [])} - {""}
        assert {row["project_id"] for row in said} | shapers <= known


def test_a_project_is_sent_again_only_when_it_changed(council: Path) -> None:
    before: dict[str, dict[str, str]] = {}
    for row in sent(council, "projects"):
        assert before.get(row["project_id"]) != row
        before[row["project_id"]] = row


def test_no_cell_could_lead_to_a_person(council: Path) -> None:
    anything = re.compile("|".join(PERSONAL.values()))
    for path in council.glob("[0-9]*/*.csv"):
        cells = {value for row in lines(path) for value in row.values()}
        assert not {cell for cell in cells if anything.search(cell)}, path
    for path in council.glob("[0-9]*/delivery.json"):
        assert not anything.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "text", ["ask a.b@example.org", "ring 0151 496 0000", "at CH62 7AA", "Dr Green", "www.a.org"]
)
def test_the_patterns_know_a_person_when_they_see_one(text: str) -> None:
    assert re.search("|".join(PERSONAL.values()), text)


def test_three_times_the_scale_is_three_times_the_projects(council: Path, three: Path) -> None:
    once, thrice = (
        {row["project_id"]: row["title"] for row in sent(folder, "projects")}
        for folder in (council, three)
    )
    assert len(once) == 60 and len(thrice) == 3 * len(once)
    assert len(set(thrice.values())) == len(thrice)


def test_three_times_the_scale_is_three_times_the_services(three: Path) -> None:
    services = list(lines(three / "reference" / "services.csv"))
    assert len(services) == 3 * sum(1 for _ in lines(SHIPPED_LISTS / "services.csv"))
    for column in ("code", "label", "order"):
        assert len({service[column] for service in services}) == len(services)


def test_a_council_in_parts_is_valid_too(three: Path) -> None:
    assert problems(three) == []


def test_parts_follow_one_another_and_hold_participation_once(council: Path, three: Path) -> None:
    assert len(list(three.glob("[0-9]*"))) > len(list(council.glob("[0-9]*")))
    assert list(sent(three, "participation")) == list(sent(council, "participation"))
    assert list(sent(three, "conditions")) == list(sent(council, "conditions"))


def test_a_part_stays_under_the_limits_of_an_upload(council: Path) -> None:
    for path in council.glob("[0-9]*/*.csv"):
        if path.stem in ("projects", "maturity", "themes"):
            with path.open(encoding="utf-8", newline="") as file:
                assert sum(1 for _ in csv.reader(file)) * COPIES_IN_A_PART < MOST_ROWS
            # A copy's numbers in ids and titles add a little to every line.
            assert path.stat().st_size * 1.1 * COPIES_IN_A_PART < MOST_BYTES


def test_a_thousandfold_council_is_made_without_holding_it() -> None:
    first = next(deliveries(seed=1, scale=1_000_000))
    row = next(first.rows("maturity"))
    assert row["project_id"] == outlines()[14].number == "CFE-P01"
    assert len(f"{row['project_id']}-1000000") <= 20
