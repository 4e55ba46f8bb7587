"""The example council has life in it: late, missing, corrected, apart, small, unknown, moving."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from data.example.council import write_council
from data.example.story import lines, periods

Row = dict[str, str]
STAGES = ("design", "decisions", "delivery", "evaluation")
DUE = {period.code: period.due for period in periods()}
PERIODS = list(DUE)


@dataclass(frozen=True)
class Council:
    """A written council, read: each row with its delivery's date (`received`) and `reason`."""

    folder: Path

    def sent(self, name: str) -> Iterator[Row]:
        """The rows of one return in the order they were sent."""
        for path in sorted(self.folder.glob(f"[0-9]*/{name}.csv")):
            said = json.loads((path.parent / "delivery.json").read_text(encoding="utf-8"))
            more = {"received": path.parent.name[3:], "reason": said.get("reason", "")}
            yield from (row | more for row in lines(path))

    @cached_property
    def projects(self) -> dict[str, Row]:
        """Each project as it was last sent."""
        return {row["project_id"]: row for row in self.sent("projects")}

    @cached_property
    def ratings(self) -> dict[tuple[str, str], Row]:
        """The newest rating of each project and half-year."""
        return {(row["project_id"], row["period"]): row for row in self.sent("maturity")}

    @cached_property
    def themes(self) -> dict[tuple[str, str], list[Row]]:
        """The themes of each project and half-year."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.sent("themes"):
            found[row["project_id"], row["period"]].append(row)
        return found

    @cached_property
    def counts(self) -> dict[tuple[str, str, str], dict[str, dict[str, int]]]:
        """Newest counts: directorate, period and unit, then characteristic, then category."""
        found: dict[tuple[str, str, str], dict[str, dict[str, int]]] = defaultdict(dict)
        for row in self.sent("participation"):
            piece = found[row["directorate"], row["period"], row["unit"]]
            piece.setdefault(row["characteristic"], {})[row["category"]] = int(row["count"])
        return found

    @cached_property
    def expected(self) -> set[tuple[str, str]]:
        """Projects and half-years that belong together, and that a directorate was asked for."""
        asked = {row["code"]: row["expected_from"] for row in self.list("directorates")}
        return {
            (project["project_id"], period.code)
            for project in self.projects.values()
            for period in periods()
            if project["status"] not in ("proposed", "agreed")
            and period.code >= asked[project["directorate"]]
            and project["start_date"] <= period.end
            and (project["end_date"] or "9999") >= period.start
        }

    def list(self, name: str) -> Iterator[Row]:
        """The rows of a reference list."""
        return lines(self.folder / "reference" / f"{name}.csv")

    def council_total(self, period: str, characteristic: str) -> Counter[str]:
        """People of the whole council in each category, where it was collected."""
        total: Counter[str] = Counter()
        for (_, when, unit), counted in self.counts.items():
            if when == period and unit == "people":
                total.update(counted.get(characteristic, {}))
        return total


@pytest.fixture(scope="module", params=[1, 2])
def council(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Council:
    """The example council of the shipped seed and of another: the story is in both."""
    folder = tmp_path_factory.mktemp("council")
    write_council(folder, seed=request.param)
    return Council(folder)


def steps(row: Row, voice: str = "") -> list[int]:
    """The stages that were scored, as numbers."""
    return [int(row[voice + stage]) for stage in STAGES if row[voice + stage].isdigit()]


# Projects


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("kind", "project forum board commissioning strategy workshop"),
        ("level", "individual operational strategic"),
        ("status", "proposed agreed active complete stopped"),
        ("resource", "none part full"),
    ],
)
def test_projects_are_of_every(council: Council, column: str, values: str) -> None:
    assert {project[column] for project in council.projects.values()} == set(values.split())


def test_directorates_have_from_2_to_14_projects_and_one_never_sent(council: Council) -> None:
    sizes = Counter(project["directorate"] for project in council.projects.values())
    assert sizes == {"ACH": 14, "CFE": 14, "NEI": 13, "RES": 11, "REG": 6, "FIN": 2}
    assert {row["code"] for row in council.list("directorates")} - set(sizes) == {"LAW"}


def test_forums_and_boards_shape_other_projects(council: Council) -> None:
    shapers = {project["shaped_by"] for project in council.projects.values()} - {""}
    assert len(shapers) >= 5
    assert {council.projects[shaper]["kind"] for shaper in shapers} == {"forum", "board"}


def test_one_closed_project_has_no_end_date(council: Council) -> None:
    closed = [row for row in council.projects.values() if row["status"] in ("complete", "stopped")]
    assert [row["project_id"] for row in closed if not row["end_date"]] == ["ACH-P12"]
    assert len(closed) >= 8


def test_some_projects_went_from_proposed_to_active(council: Council) -> None:
    seen = defaultdict(set)
    for row in council.sent("projects"):
        seen[row["project_id"]].add(row["status"])
    assert any({"proposed", "active"} <= statuses for statuses in seen.values())


# What is sent, and when


def test_returns_are_late_early_and_on_the_day(council: Council) -> None:
    waits = {(row["received"], DUE[row["period"]]) for row in council.sent("maturity")}
    late = [received for received, due in waits if received > due]
    assert 3 <= len(late) < len(waits) / 3
    assert any(received == due for received, due in waits)
    assert all(received > period.end for period in periods() for received, due in waits
               if due == period.due)


def test_nothing_is_rated_that_was_not_under_way(council: Council) -> None:
    assert set(council.ratings) <= council.expected
    assert set(council.themes) <= council.expected


def test_a_directorate_skips_a_half_year(council: Council) -> None:
    assert ("FIN", "2025-26 H1", "people") not in council.counts
    assert not [key for key in council.ratings if key == ("FIN-P01", "2025-26 H1")]


def test_some_projects_have_no_rating_in_some_half_year(council: Council) -> None:
    sent_something = {(project[:3], period) for project, period in council.ratings}
    missing = {
        (project, period)
        for project, period in council.expected - set(council.ratings)
        if (project[:3], period) in sent_something
    }
    assert {("ACH-P10", "2024-25 H2"), ("NEI-P08", "2026-27 H1")} <= missing
    assert len(missing) < len(council.ratings) / 20


def test_a_themes_return_was_not_sent(council: Council) -> None:
    assert not [key for key in council.themes if key[0] == "RES-P01" and key[1] == "2025-26 H1"]
    assert ("RES-P01", "2025-26 H1") in council.ratings


def test_a_project_never_states_a_theme(council: Council) -> None:
    rated = {project for project, _ in council.ratings}
    assert "NEI-P12" in rated and "NEI-P12" not in {project for project, _ in council.themes}


def test_a_participation_return_was_not_sent(council: Council) -> None:
    assert not [key for key in council.counts if key[:2] == ("REG", "2025-26 H1")]


def test_corrections_are_made_before_and_after_the_due_date(council: Council) -> None:
    first: dict[tuple[str, str], Row] = {}
    for row in council.sent("maturity"):
        key = row["project_id"], row["period"]
        if key in first:
            assert row != first[key] | {"received": row["received"], "reason": row["reason"]}
            assert bool(row["reason"]) == (row["received"] > DUE[row["period"]])
        first.setdefault(key, row)
    twice = [row for row in council.sent("maturity") if row["received"] in
             ("2024-11-06", "2026-06-11")]
    assert len(twice) == 4 and len([row for row in twice if row["reason"]]) == 2


def test_a_corrected_count_of_people_gives_a_reason(council: Council) -> None:
    counted: dict[str, int] = defaultdict(int)
    for row in council.sent("participation"):
        if (row["directorate"], row["period"]) == ("ACH", "2025-26 H1"):
            counted[row["received"]] += int(row["count"])
            assert bool(row["reason"]) == (row["received"] > DUE["2025-26 H1"])
    assert counted["2025-12-16"] < counted["2025-10-20"]


# Ratings


def test_every_step_and_both_ways_of_having_none_are_there(council: Council) -> None:
    answers = {row[stage] for row in council.ratings.values() for stage in STAGES}
    assert answers >= {"0", "1", "2", "3", "4", "5", "6", "7", "NS", "NA"}


def test_staff_and_people_rate_apart_lower_and_higher(council: Council) -> None:
    gaps = {
        int(row[f"people_{stage}"]) - int(row[stage])
        for row in council.ratings.values()
        for stage in STAGES
        if row[f"people_{stage}"]
    }
    assert min(gaps) < 0 < max(gaps) and 0 in gaps
    apart = [row for row in council.ratings.values() if steps(row, "people_")]
    assert {row["rated_by"] for row in apart} == {"staff"}


def test_some_are_rated_jointly_some_by_people_alone(council: Council) -> None:
    voices = Counter(row["rated_by"] for row in council.ratings.values())
    assert voices["jointly"] > 20 and voices["people"] > 5 and voices["staff"] > 50


def test_a_rater_changes(council: Council) -> None:
    voices = defaultdict(set)
    for (project, _), row in council.ratings.items():
        voices[project].add(row["rated_by"])
    assert {"CFE-P05", "ACH-P07"} <= {each for each, said in voices.items() if len(said) > 1}


def moves(council: Council) -> list[tuple[Row, Row]]:
    """Pairs of ratings of one project in half-years that follow one another."""
    return [
        (council.ratings[project, before], council.ratings[project, after])
        for before, after in zip(PERIODS, PERIODS[1:], strict=False)
        for project in council.projects
        if (project, before) in council.ratings and (project, after) in council.ratings
    ]


def test_projects_move_up_and_down(council: Council) -> None:
    middles = [
        tuple(sorted(scores)[(len(scores) - 1) // 2] for scores in map(steps, pair))
        for pair in moves(council)
    ]
    assert any(after > before for before, after in middles)
    assert any(after < before for before, after in middles)
    assert any(after == before for before, after in middles)


def test_aims_are_lowered_but_seldom(council: Council) -> None:
    lowered = {
        (after["project_id"], after["period"])
        for before, after in moves(council)
        if after["aiming_for"] < before["aiming_for"]
    }
    assert ("CFE-P11", PERIODS[-1]) in lowered and len(lowered) == 3


def test_evidence_is_given_at_6_and_7_and_sometimes_below(council: Council) -> None:
    for row in council.ratings.values():
        assert row["evidence"] or max([*steps(row), *steps(row, "people_")], default=0) < 6
    low = [row for row in council.ratings.values() if max(steps(row), default=0) < 6]
    assert {bool(row["evidence"]) for row in low} == {True, False}


def test_people_in_projects_are_within_one_another(council: Council) -> None:
    for row in council.ratings.values():
        people, new, asked, heard = (
            int(row[name] or 0) for name in ("people", "new_people", "asked", "felt_heard")
        )
        assert heard <= asked <= people and new <= people
    assert {bool(row["people"]) for row in council.ratings.values()} == {True, False}


def test_difference_made_is_of_every_kind(council: Council) -> None:
    made = {row["difference"]: bool(row["what_changed"]) for row in council.ratings.values()}
    assert made == {
        "nothing yet": False,
        "a decision changed": True,
        "a service or policy changed": True,
        "a result was measured": True,
    }


def test_learning_helped_or_got_in_the_way(council: Council) -> None:
    rows = council.ratings.values()
    assert {row["learning_kind"] for row in rows} == {"", "helped", "got in the way"}
    assert all(bool(row["learning"]) == bool(row["learning_kind"]) for row in rows)
    assert len({row["learning"] for row in rows}) > 30


def test_the_directorates_that_began_first_are_furthest(council: Council) -> None:
    def high(*directorates: str) -> float:
        scores = [step for (project, period), row in council.ratings.items()
                  if project[:3] in directorates and period == PERIODS[-1]
                  for step in steps(row)]
        return sum(step >= 6 for step in scores) / len(scores)

    assert high("ACH", "CFE") > 2 * high("NEI", "REG", "FIN", "RES")


# Themes


def test_each_project_has_one_main_theme_and_nobody_has_the_environment(council: Council) -> None:
    for rows in council.themes.values():
        assert [row["main_or_also"] for row in rows].count("main") == 1 and len(rows) <= 3
    mains = {row["theme"] for row in council.sent("themes") if row["main_or_also"] == "main"}
    also = {row["theme"] for row in council.sent("themes") if row["main_or_also"] == "also"}
    assert mains == {"T1", "T2", "T3", "T4", "T6"} and "T5" in also


def test_strength_goes_from_possible_to_change_shown_with_a_note(council: Council) -> None:
    rows = list(council.sent("themes"))
    assert {row["strength"] for row in rows} == {"possible", "active", "change shown"}
    assert all(row["note"] for row in rows if row["strength"] == "change shown")


# Who takes part


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


# Conditions


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
