"""The population that people who take part are compared with: Census 2021 counts."""

import csv
from pathlib import Path

LISTS = Path(__file__).parents[2] / "data" / "reference"
# Everybody who answered, from the Census 2021 tables that the list names.
CENSUS_TOTALS = {
    ("Wirral", "age"): 320199,
    ("Wirral", "sex"): 320197,
    ("Wirral", "ethnic_group"): 320199,
    ("Wirral", "disability"): 320200,
    ("Wirral", "carer"): 303890,
    ("Wirral", "religion"): 303089,
    ("Wirral", "sexual_orientation"): 245151,
    ("Wirral", "deprivation"): 320172,
    ("Shropshire", "age"): 323608,
    ("Worcestershire", "sex"): 603680,
    ("England", "age"): 56490045,
    ("England", "sex"): 56490040,
}
CENSUS_COUNTS = {
    ("Wirral", "age", "25_to_44"): 75214,
    ("Wirral", "age", "45_to_64"): 88153,
    ("Wirral", "ethnic_group", "white"): 304692,
    ("Wirral", "deprivation", "fifth_1"): 106324,
    ("Shropshire", "disability", "disabled"): 59990,
    ("Worcestershire", "carer", "provides_care"): 52719,
    ("England", "religion", "no_religion"): 20715678,
    ("England", "sexual_orientation", "bisexual"): 591675,
}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list as plain text."""
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_population_covers_every_answer_of_every_compared_characteristic_once() -> None:
    compared = {row["code"] for row in rows("characteristics") if row["compared"] == "yes"}
    answers = sorted(
        (row["characteristic"], row["code"])
        for row in rows("categories")
        if row["answer"] == "yes" and row["characteristic"] in compared
    )
    for area in ("Wirral", "Shropshire", "Worcestershire", "England"):
        counted = [r for r in rows("population") if r["area"] == area and not r["directorate"]]
        assert sorted((r["characteristic"], r["category"]) for r in counted) == answers


def test_role_has_no_population_to_compare_with() -> None:
    assert [r["code"] for r in rows("characteristics") if r["compared"] == "no"] == ["role"]


def test_population_counts_are_those_of_census_2021() -> None:
    counts = {
        (row["area"], row["characteristic"], row["category"]): int(row["count"])
        for row in rows("population")
    }
    assert {key: counts[key] for key in CENSUS_COUNTS} == CENSUS_COUNTS
    for (area, characteristic), total in CENSUS_TOTALS.items():
        assert sum(n for key, n in counts.items() if key[:2] == (area, characteristic)) == total


def test_every_population_row_says_where_it_comes_from() -> None:
    for row in rows("population"):
        deprivation = row["characteristic"] == "deprivation"
        assert row["licence"] == "Open Government Licence v3.0"
        assert row["date"] == ("2025-10-30" if deprivation else "2021-03-21")
        assert row["table"].startswith("IoD 2025" if deprivation else "TS0")
        assert row["area"] in row["name"] and "Census 2021" in row["name"]
