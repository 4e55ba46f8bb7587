"""The published set: whole, true to its manifest, and protected totals that add up everywhere."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from data.start import open_ready
from queries.combinations import combinations
from queries.publish import main, publish
from queries.question import Question, questions
from tests.example import example_database

PEOPLE = [question for question in questions().values() if question.counts_people]
Entry = dict[str, Any]


def a_part(database: Database, question: Question) -> Iterator[dict[str, str]]:
    """The combinations of the newest half-year, all ages: the short form of this test."""
    for chosen in combinations(database, question):
        if chosen["period"] == "2026-27 H1" and chosen.get("ages", "all") == "all":
            yield chosen


@pytest.fixture(scope="module", params=["a part", pytest.param("the whole", marks=pytest.mark.trial)])
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the example says about people, at every combination."""
    folder = tmp_path_factory.mktemp("published")
    database = open_ready(copied(tmp_path_factory.mktemp("database")))
    choose = a_part if request.param == "a part" else combinations
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("queries.publish.combinations", choose)
        count = publish(database, folder, PEOPLE)
    wanted = sum(1 for question in PEOPLE for _ in choose(database, question))
    database.close()
    assert count == wanted
    yield folder


def copied(folder: Path) -> Path:
    """The example's database, to be opened by nobody else."""
    path = folder / "dashboard.duckdb"
    path.write_bytes(example_database().read_bytes())
    return path


def manifest(folder: Path) -> list[Entry]:
    """What the manifest says of each answer."""
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert said["data_version"] and said["as_it_stood_at"]
    entries: list[Entry] = said["answers"]
    return entries


def rows(folder: Path, entry: Entry) -> list[dict[str, str]]:
    """One answer, read back."""
    with (folder / entry["file"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_file_is_in_the_manifest_with_its_columns_and_kinds(published: Path) -> None:
    entries = manifest(published)
    assert {entry["file"] for entry in entries} == {
        str(path.relative_to(published)) for path in published.rglob("*.csv")
    }
    for entry in entries:
        found = rows(published, entry)
        assert len(found) == entry["rows"]
        if found:
            names = [column["name"] for column in entry["columns"]]
            assert [name for name in found[0] if not name.endswith(" shown")] == names


def test_every_count_of_people_is_a_multiple_of_five_and_nought_is_fewer_than_five(published: Path) -> None:
    counts = 0
    for entry in manifest(published):
        people = [column["name"] for column in entry["columns"] if column["kind"] == "people"]
        for row in rows(published, entry):
            for name in filter(lambda name: row[name], people):
                counts += 1
                assert int(row[name]) % 5 == 0
                assert (row[f"{name} shown"] == "fewer than 5") == (row[name] == "0")
    assert counts > 300


def test_protected_totals_are_the_sum_of_protected_parts_everywhere(published: Path) -> None:
    compared = 0
    for entry in manifest(published):
        if entry["question"] != "diversity/shares":
            continue
        for name in ("people", "answered", "unanswered"):
            parts: dict[str, int] = defaultdict(int)
            whole: dict[str, int] = {}
            for row in rows(published, entry):
                if row["pooled"] == "True":
                    continue
                if row["directorate"] == "all":
                    whole[row["category"]] = int(row[name])
                else:
                    parts[row["category"]] += int(row[name])
            assert dict(parts) == whole, (entry["parameters"], name)
            compared += len(whole)
    assert compared > 100


def test_the_groups_of_a_place_add_up_to_those_who_answered(published: Path) -> None:
    for entry in manifest(published):
        if entry["question"] == "diversity/shares" and entry["parameters"]["ages"] == "all":
            sums: dict[str, int] = defaultdict(int)
            answered: dict[str, int] = {}
            for row in rows(published, entry):
                if row["pooled"] != "True":
                    sums[row["directorate"]] += int(row["people"])
                    answered[row["directorate"]] = int(row["answered"])
            assert dict(sums) == answered, entry["parameters"]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main([str(tmp_path)]) == 2
    assert "not an empty folder" in capsys.readouterr().err
