"""What has changed: every choice draws, its sentences can be counted again, and corrections are told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import options
from pages.parts.changed_earlier import act, detail
from pages.parts.changed_words import GROUPS, answer, half_year_before, of_themes, under_way
from queries import Moved, ask, since_final
from tests.example import example_database
from tests.pages.drawing import dealt, drawn, lent, said

NOW, BEFORE = "2026-27 H1", "2025-26 H2"
EVERY = {"level": "all", "kind": "all"}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.council.changed import changed

    changed()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


def test_every_choice_draws() -> None:
    made = (options.period(), options.directorate(), options.level(), options.kind())
    offered = {one.name: [code for code, _ in one.options] for one in made}
    offered["directorate"] = offered["directorate"][:6]
    for filters in dealt({**offered, "show": ["since", "earlier"]}):
        assert page(**filters).title[0].value == "What has changed", filters


def test_the_first_half_year_has_nothing_before_it() -> None:
    assert "This is the first half-year" in said(page(period="2023-24 H2"))
    assert half_year_before("2023-24 H2") == "" and half_year_before(NOW) == "October 2025 to March 2026"


def test_the_answer_and_the_groups_are_the_projects_counted_again() -> None:
    words = said(page(period=NOW))
    answers = [ask("maturity/projects", period=of).rows for of in (NOW, BEFORE)]
    now, before = ({row["project_id"]: row for row in rows} for rows in answers)
    moves = [row["moved"] for row in now.values()]
    up, down = moves.count("moved up"), moves.count("moved down")
    assert f"{up} projects moved up and {down} moved down." in words and up and down
    assert f"New: {len(now.keys() - before.keys())} project" in words
    assert f"No longer running: {len(before.keys() - now.keys())} project" in words
    both = now.keys() & before.keys()
    silent = [code for code in both if before[code]["rated_by"] and not now[code]["rated_by"]]
    assert f"No rating now: {len(silent)} project" in words and silent
    for code in (*silent, *now.keys() - before.keys()):
        assert (now.get(code) or before[code])["title"] in words


def test_each_group_holds_as_many_projects_as_are_counted() -> None:
    for period in ("2024-25 H2", BEFORE, NOW):
        rows = ask("changed/projects", period=period).rows
        for place in ask("changed/projects_by_directorate", period=period, **EVERY).rows:
            mine = [row for row in rows if place["directorate"] in ("all", row["directorate"])]
            for group in GROUPS:
                assert sum(map(group.holds, mine)) == place[group.column], (period, place["directorate"])
            assert place["before"] + place["new"] - place["ended"] == place["now"]


def test_a_quiet_half_year_is_said_so() -> None:
    quiet = dict.fromkeys(("moved_up", "moved_down", "new", "ended", "newly_silent", "newly_evidenced"), 0)
    row = {**quiet, "before": 1, "now": 1}
    assert answer(row, "then", "Finance") == ["No project in Finance moved up or down since then"]
    assert under_way(row) == "1 project is under way now; there were 1 before."
    assert answer({**row, "new": 1, "newly_silent": 1}, "then", "")[1:] == [
        "1 is new and 0 no longer run", "1 project that sent a rating before has sent none now",
    ]  # fmt: skip
    rows = [{"change": "left", "theme_name": "A"}, {"change": "still covered", "theme_name": "B"}]
    assert of_themes(rows) == [
        "Left: no project has it as its main theme any more: A"
    ]


def test_a_half_year_that_is_not_final_has_no_corrections_yet() -> None:
    words = said(page(period=BEFORE, show="earlier", as_it_stood_on="2026-05-01"))
    assert "is not final yet: its figures may change until 14 May 2026." in words


def test_what_moved_since_a_half_year_was_final_is_counted_and_told() -> None:
    moved, acts = since_final(BEFORE), ask("changed/after_final", period=BEFORE).rows
    words = said(page(period=BEFORE, show="earlier"))
    assert f"{len(moved)} figures for October 2025 to March 2026 are different" in words and len(acts) == 4
    who = "11 June 2026: Children, Families and Education"
    assert f"{who} corrected “Ratings” for 2 projects" in words
    for one in moved:
        assert isinstance(one, Moved) and (not one.people or one.then % 5 == one.now % 5 == 0)


def test_corrections_lead_to_the_other_half_years_that_have_any() -> None:
    there = {BEFORE: "October 2025 to March 2026: 2 returns", "2025-26 H1": "April to September 2025: 1 return"}
    for chosen in (NOW, BEFORE):
        at = page(period=chosen, show="earlier")
        ways = " ".join([*(each.label for each in at.button), said(at)])
        for period, words in there.items():
            assert (f"{words} corrected since it was final" in ways) == (period != chosen)
        assert ways.count("corrected since it was final") == len(there.keys() - {chosen})


def test_nothing_moved_is_said_so_at_the_day_it_became_final() -> None:
    words = said(page(period=BEFORE, show="earlier", directorate="FIN"))
    assert "No figure of Finance for October 2025 to March 2026 has changed" in words
    assert "Nothing was sent, corrected or withdrawn." in words


def test_projects_that_count_otherwise_are_told_with_from_and_to() -> None:
    row = {
        "title": "A", "directorate_name": "B", "directorate_name_then": "C",
        "level": "x", "level_then": "x", "kind": "forum", "kind_then": "board",
    }  # fmt: skip
    assert detail({**row, "what": "moved"}) == "A was moved from C to B and board to forum"
    assert detail({**row, "what": "joined"}) == "A (B) was not known then and counts now"
    assert detail({**row, "what": "left"}) == "A (B) counted then and does not now"
    one = ask("changed/after_final", period="2025-26 H1").where(what="corrected")[0]
    assert act(one) == "16 December 2025: Adult Care and Health corrected “Who takes part”"
