"""What the shipped lists say: ladder, stages, themes, half-years, directorates, categories."""

import csv
from datetime import date, timedelta
from pathlib import Path

LISTS = Path(__file__).parents[2] / "data" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list as plain text."""
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_ladder_has_eight_steps_in_four_bands() -> None:
    ladder = rows("ladder")
    assert [row["step"] for row in ladder] == list("01234567")
    assert [row["band"] for row in ladder] == list("01112233")
    assert len({(row["band"], row["band_label"]) for row in ladder}) == 4
    assert ladder[0]["tlap"] == "" and all(row["tlap"] for row in ladder[1:])
    assert ladder[1]["label"] == "Present but not heard (TLAP: Coercion)"


def test_no_stage_is_named_like_a_step() -> None:
    steps = {row["label"].casefold() for row in rows("ladder")}
    assert not steps & {row["label"].casefold() for row in rows("stages")}


def test_the_frameworks_have_the_sizes_their_sources_give() -> None:
    sizes = {path.stem: len(rows(path.stem)) for path in LISTS.glob("*.csv")}
    assert (sizes["themes"], sizes["principles"], sizes["conditions"]) == (6, 6, 12)
    assert (sizes["stages"], sizes["levels"], sizes["directorates"]) == (4, 3, 7)
    assert sizes["council"] == 1 and all(len(row["short"]) <= 32 for row in rows("themes"))


def test_every_directorate_has_two_to_five_services() -> None:
    owners = [row["directorate"] for row in rows("services")]
    assert all(2 <= owners.count(row["code"]) <= 5 for row in rows("directorates"))


def test_half_years_follow_each_other_without_a_gap() -> None:
    periods = rows("periods")
    for before, after in zip(periods, periods[1:], strict=False):
        last, first = date.fromisoformat(before["end"]), date.fromisoformat(after["start"])
        assert first - last == timedelta(1)
    assert all(row["start"] < row["end"] < row["due"] for row in periods)


def test_only_the_last_half_year_is_open() -> None:
    assert [row["status"] for row in rows("periods")] == ["closed"] * 5 + ["open"]


def test_directorates_start_one_after_another() -> None:
    first_due = [row["expected_from"] for row in rows("directorates")]
    assert first_due == sorted(first_due) and len(set(first_due)) == 3


def test_mailboxes_belong_to_no_real_organisation() -> None:
    assert all(row["mailbox"].endswith("@example.org") for row in rows("directorates"))


def test_every_characteristic_keeps_refusals_apart_from_not_known() -> None:
    silent = {"prefer_not_to_say": "Prefer not to say", "not_known": "Not known"}
    for characteristic in rows("characteristics"):
        mine = [r for r in rows("categories") if r["characteristic"] == characteristic["code"]]
        assert {r["code"]: r["label"] for r in mine if r["answer"] == "no"} == silent
        assert [r["code"] for r in mine[-2:]] == list(silent)


def test_only_ages_from_eighteen_up_are_marked_adult() -> None:
    adult = [row["code"] for row in rows("categories") if row["adult"] == "yes"]
    assert adult == ["18_to_24", "25_to_44", "45_to_64", "65_to_74", "75_and_over"]


def test_only_the_ethnic_groups_other_than_white_are_pooled() -> None:
    pooled = {row["code"]: row["pooled"] for row in rows("categories") if row["pooled"]}
    assert set(pooled) == {"asian", "black", "mixed", "other"}
    assert set(pooled.values()) == {"All ethnic groups other than White"}
