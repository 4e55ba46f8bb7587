"""The sentences of the Themes page, rule by rule, from rows made up for it."""

from pages.parts import themes_words as words
from pages.parts.sentences import listed
from pages.parts.themes_words import Scope, scope

Row = dict[str, object]
EVERY = Scope()
ADULTS = Scope(where=" in Adult Care")


def row(code: str, main: int = 0, also: int = 0, **strengths: int) -> Row:
    """One cell: a theme, or “none”."""
    names = {"T1": "An accessible, open council", "T2": "Early help", "T3": "Green and clean"}
    nothing = {"possible": 0, "active": 0, "change_shown": 0}
    return {"theme": code, "theme_name": names.get(code, ""), "main": main, "also": also, **nothing, **strengths}


def test_one_or_two_gaps_are_named_with_who_also_contributes() -> None:
    rows = [row("T1", 4), row("T2", 0, 1), row("T3", 0, 0), row("none")]
    assert words.gaps(rows, EVERY) == [
        "No project has “Early help” as its main theme; 1 also contributes",
        "No project has “Green and clean” as its main theme, and none also contributes",
    ]


def test_more_gaps_are_counted_with_what_most_have() -> None:
    rows = [row("T1", 3), row("T2"), row("T3"), row("T4"), row("none")]
    assert words.gaps(rows, ADULTS) == [
        "3 of 4 themes of the plan are no project’s main theme in Adult Care; "
        "all 3 projects have “An accessible, open council”"
    ]
    assert words.gaps([row("T1"), row("T2"), row("T3"), row("none", 2)], EVERY) == [
        "3 of 3 themes of the plan are no project’s main theme"
    ]


def test_without_a_gap_the_fewest_are_named() -> None:
    rows = [row("T1", 5), row("T2", 1), row("T3", 2), row("none", 1)]
    assert words.gaps(rows, EVERY) == [
        "Every theme is the main theme of at least one project; “Early help” has fewest, 1"
    ]
    (said,) = words.gaps([row("T1", 5), row("T2", 1), row("T3", 1)], EVERY)
    assert said.endswith("“Early help” and “Green and clean” have fewest, 1")


def test_those_that_have_not_sent_their_themes_are_counted_and_placed() -> None:
    places = [
        {**row("none", 7), "directorate_name": "Resources"},
        {**row("none", 1), "directorate_name": "Finance"},
        {**row("none", 0), "directorate_name": "Law"},
    ]
    assert words.unstated(places, EVERY) == "8 projects have not sent their themes: 7 in Resources and 1 in Finance"
    assert words.unstated(places[1:2], ADULTS) == "1 project in Adult Care has not sent its themes"
    assert words.unstated(places[2:], EVERY) == ""


def test_one_theme_says_how_many_how_strong_and_who_also() -> None:
    strong = row("T2", 4, 2, change_shown=2, active=1, possible=1)
    assert words.one_theme(strong, 9, EVERY) == (
        "4 of 9 projects have “Early help” as their main theme: 2 show a change, 1 has work under way "
        "and 1 could contribute; 2 also contribute"
    )
    assert words.one_theme(row("T2", 1, change_shown=1), 1, ADULTS) == (
        "1 of 1 project in Adult Care has “Early help” as its main theme: 1 shows a change"
    )
    assert words.one_theme(row("none", 0), 9, EVERY) == "Every project has sent its themes"
    assert words.one_theme(row("none", 3), 9, EVERY) == "3 of 9 projects have not sent their themes"


def test_what_came_of_it_and_who_has_not_said() -> None:
    told = {"projects": 26, "told": 26, "service": 9, "result": 3}
    assert words.difference(told, EVERY) == "9 of 26 projects changed a service or policy; 3 measured a result"
    assert words.difference({**told, "told": 25}, EVERY).endswith("; 1 has not said")
    assert words.difference({**told, "told": 24}, EVERY).endswith("; 2 have not said")


def test_each_project_counts_once_in_writing() -> None:
    rows = [row("T1", 4), row("T2"), row("T3", 2), row("none", 1)]
    assert words.adds_up(rows, EVERY) == (
        "Each of the 7 projects counts once, under its main theme. “Also” is never added."
    )


def test_empty_cells_are_a_sentence_even_when_there_is_none() -> None:
    rows = [row("T1"), row("T2", 0, 3), row("T3", 1), row("none", 1)]
    assert words.without(rows, EVERY) == (
        "No project has “An accessible, open council” or “Early help” (3 also contribute) as its main theme"
    )
    assert words.without([row("T1", 1)], EVERY) == "Every theme is the main theme of at least one project"


def test_level_and_kind_make_the_noun() -> None:
    assert scope("", "", "") == EVERY
    assert scope("Adult Care", "", "") == ADULTS
    assert scope("", "Strategic", "Board").how_many(3) == "3 strategic boards"
    assert scope("", "", "Strategy").how_many(2) == "2 strategies"
    assert scope("", "Operational", "Commissioning").how_many(1) == "1 operational commissioning project"


def test_names_may_be_joined_by_or() -> None:
    assert listed("ABC", joined_by="or") == "A, B or C"
    assert listed("A", joined_by="or") == "A"
