"""The example council as it is written: valid to an independent reader, and naming nobody."""

import re
import shutil
from pathlib import Path

import pytest

from data.example.story import lines
from tests.data.made_example import cells, council, problems, sent  # noqa: F401 (a fixture is used by its name)


PERSONAL = {
    "an e-mail address": r"[^\s@]+@[^\s@]+\.[a-z]",
    "a phone number": r"\b(?:\+44|0)\s?\d[\d\s-]{7,}\d\b",
    "a postcode": r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b",
    "a title before a name": r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b\.?",
    "a web address": r"https?:|www\.",
}


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
