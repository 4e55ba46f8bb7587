"""The example council: who takes part, small groups and unknown ones, and its conditions."""

from collections import Counter, defaultdict

import pytest

from tests.data.life import PERIODS, Council, Row, council  # noqa: F401 (a fixture is used by its name)


def test_totals_agree_but_for_roles_and_lie_between_40_and_350(council: Council) -> None:
    for counted in council.counts.values():
        totals = {sum(boxes.values()) for name, boxes in counted.items() if name != "role"}
        assert len(totals) == 1 and 40 <= totals.pop() <= 350


def test_every_box_of_what_was_collected_is_there(council: Council) -> None:
    boxes = defaultdict(list)
    for row in council.list("categories"):
        boxes[row["characteristic"]].append(row["code"])
    for counted in council.counts.values():
        assert all(list(counted[name]) == boxes[name] for name in counted)
    assert {"0"} & {row["count"] for row in council.sent("participation")}


def test_forms_and_attendances_are_counted_once_each(council: Council) -> None:
    units = {key for key in council.counts if key[2] != "people"}
    assert units == {("REG", "2024-25 H2", "attendances"), ("NEI", "2025-26 H1", "forms")}


def test_some_groups_are_small(council: Council) -> None:
    cells = [many for counted in council.counts.values() for boxes in counted.values()
             for many in boxes.values()]
    assert sum(1 <= many <= 4 for many in cells) > 50


def test_characteristics_are_not_all_collected(council: Council) -> None:
    latest = {key[0]: set(counted) for key, counted in council.counts.items()}
    assert latest["FIN"] == {"age", "sex", "disability"}
    assert "religion" in latest["ACH"] and "religion" not in latest["CFE"]


def test_one_directorate_does_not_know_about_four_in_ten(council: Council) -> None:
    def answered(directorate: str, characteristic: str) -> float:
        boxes = council.counts[directorate, PERIODS[-1], "people"][characteristic]
        return 1 - (boxes["not_known"] + boxes["prefer_not_to_say"]) / sum(boxes.values())

    assert answered("REG", "disability") < 0.6 < answered("ACH", "disability")


def standing_out(council: Council, counted: Counter[str] | Row, name: str, box: str) -> float:
    """How far a group's count lies from its share of residents, in standard deviations."""
    residents = {row["category"]: int(row["count"]) for row in council.list("population")
                 if row["characteristic"] == name and row["area"] == "Wirral"}
    share = residents[box] / sum(residents.values())
    many = sum(int(counted[each]) for each in residents)
    return (int(counted[box]) - many * share) / (many * share * (1 - share)) ** 0.5


@pytest.mark.parametrize(
    ("name", "box"), [("age", "under_18"), ("age", "18_to_24"), ("sex", "male")]
)
def test_the_whole_council_misses_young_people_and_men(
    council: Council, name: str, box: str
) -> None:
    assert standing_out(council, council.council_total(PERIODS[-1], name), name, box) < -3


def test_neighbourhoods_misses_disabled_people_and_the_whole_council_does_not(
    council: Council,
) -> None:
    there = Counter(council.counts["NEI", PERIODS[-1], "people"]["disability"])
    everywhere = council.council_total(PERIODS[-1], "disability")
    assert standing_out(council, there, "disability", "disabled") < -2.5
    assert abs(standing_out(council, everywhere, "disability", "disabled")) < 2.5


def test_most_ethnic_groups_show_no_difference(council: Council) -> None:
    counted = council.council_total(PERIODS[-1], "ethnic_group")
    for box in ("asian", "mixed", "white"):
        assert abs(standing_out(council, counted, "ethnic_group", box)) < 2.5


def test_conditions_come_with_the_first_half_year_of_a_year_and_are_of_every_kind(
    council: Council,
) -> None:
    rows = list(council.sent("conditions"))
    first_of_their_year = {PERIODS[0], *(period for period in PERIODS if period.endswith("H1"))}
    assert {row["period"] for row in rows} == first_of_their_year
    assert {row["answer"] for row in rows} == {"yes", "partly", "no", "not sure"}
    sizes = Counter((row["directorate"], row["period"]) for row in rows)
    assert set(sizes.values()) == {12}
    assert ("RES", PERIODS[-1]) not in sizes and ("ACH", PERIODS[-1]) in sizes
