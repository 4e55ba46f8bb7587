"""From proposal to result in words: nothing, one and several read as they should."""

from datetime import date

import pytest

from pages.parts import governance_words as words
from pages.parts import practice_words
from pages.parts.pipeline import narrow
from pages.parts.themes_words import Scope, scope

STATUSES = ("proposed", "agreed", "active", "complete", "stopped")


def rows(*sizes: int, **more: object) -> list[dict[str, object]]:
    """The five rows of one place."""
    nothing = {
        "on_day": date(2026, 9, 30), "came": 0, "not_known": 0, "moves_not_known": 0, "middle_days": None,
        "middle_taken": None, "resource_full": 0, "resource_part": 0, "resource_none": 0, "resource_not_said": 0,
    }  # fmt: skip
    return [{**nothing, "status": status, "projects": size, **more} for status, size in zip(STATUSES, sizes, strict=True)]


@pytest.mark.parametrize(
    ("days", "said"), [(1, "under a month"), (37, "1 month"), (60, "2 months"), (334, "11 months"), (758, "25 months")]
)
def test_days_are_said_in_months_wherever_they_stand(days: int, said: str) -> None:
    assert words.spell(days) == said


def test_none_one_and_many_read_well() -> None:
    assert words.where_they_stand(rows(1, 0, 2, 3, 0), Scope()) == (
        "On 30 September 2026, 1 project was proposed, none agreed and 2 active; "
        "in the half-year none was completed and none stopped"
    )
    told = scope("Finance", "Strategic", "Strategy")
    assert ", no strategic strategy was proposed, 2 agreed" in words.where_they_stand(rows(0, 2, 0, 0, 0), told)
    assert words.where_they_stand(rows(0, 0, 0, 0, 0), told).endswith("in Finance was known yet") is True


def test_what_is_set_aside_says_only_what_there_is() -> None:
    assert words.resources(rows(3, 0, 0, 1, 1), Scope()) == ""
    one = rows(0, 1, 0, 0, 0)
    one[1] |= {"resource_none": 1}
    assert words.resources(one, Scope()) == "for the one agreed or active project, no time or money is set aside"
    few = rows(0, 2, 0, 0, 0)
    few[1] |= {"resource_part": 1, "resource_not_said": 1}
    assert words.resources(few, Scope()).endswith("none of the 2 agreed or active projects, in part for 1 and 1 does not say")


def test_what_is_not_known_is_said_and_nothing_when_all_is() -> None:
    assert words.not_known(rows(1, 1, 1, 1, 1)) == ""
    quiet = rows(3, 0, 0, 0, 0)
    quiet[0] |= {"not_known": 3}
    assert words.not_known(quiet) == "how long is not known for 3 projects, because no return states the day"


def test_several_held_up_are_named_and_counted() -> None:
    late = [
        {"title": f"T{number}", "directorate_name": "D", "planned": date(2026, 5, 4), "start_passed": True, "status": "agreed"}
        for number in range(3)
    ]
    assert words.held_up([]) == words.held_up([{**late[0], "start_passed": False}]) == ""
    assert words.held_up(late).startswith("3 have not begun") and "“T0”, “T1” and 1 other" in words.held_up(late)


def test_words_under_a_figure_are_fewer_on_a_phone() -> None:
    assert narrow("3 months so far") == "3 months" and narrow("took 5 months") == "took\n5 months"
    assert narrow("none this half-year") == "none this\nhalf-year"


def test_practices_that_are_alike_are_said_to_be() -> None:
    alike = [{"practice_name": name, "yes": 2, "projects": 4, "partly": 0} for name in "AB"]
    assert practice_words.practice(alike, Scope()) == "every practice below is as common as another: 2 of 4 projects"
    most = [{**alike[0], "yes": 3}, alike[1]]
    assert practice_words.practice(most, Scope()) == "most common: “A”, in 3 of 4 projects. Least common: “B”, in 2"


def test_minutes_say_how_many_said_so_and_who_was_first() -> None:
    first = {"period": "A", "period_label": "Aa", "sendings": 3, "not_said": 1, "middle_minutes": 90}
    quiet = {"period": "B", "period_label": "Bb", "sendings": 1, "not_said": 1, "middle_minutes": None}
    assert practice_words.minutes([first, quiet], "A") == "a sending took 90 minutes to fill in (the middle of 2)"
    assert practice_words.minutes([first, quiet], "B") == "nobody said how long a sending of the half-year took"


def test_nothing_to_compare_says_so() -> None:
    row = {"moved_up": 0, "same": 0, "moved_down": 0}
    assert "nothing to compare yet" in practice_words.moved(row)
    assert practice_words.over_moves(row) == "none can be compared"
    assert practice_words.moved({**row, "same": 1}).startswith("of 1 project rated by the same side")
