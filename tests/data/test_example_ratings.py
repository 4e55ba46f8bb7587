"""The example council: ratings that move, differ and are missing, and themes with a gap."""

from collections import Counter, defaultdict

from tests.data.life import PERIODS, STAGES, Council, Row, council, steps  # noqa: F401 (a fixture is used by its name)


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
