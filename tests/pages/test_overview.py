"""Overview: its sentences and figures can be counted again, and every half-year draws."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import options
from pages.parts.overview_gaps import next_step, not_good
from pages.parts.overview_words import Figures, good, unsent
from queries import ask
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said

NOW = "2026-27 H1"
QUIET = {"rated": 0, "reach_aim": 0}


@pytest.fixture(scope="module", autouse=True)
def example() -> Iterator[Path]:
    """The example council."""
    yield from lent(example_database())


def body() -> None:
    """The page."""
    from pages.council.overview import overview

    overview()


def page(**filters: str) -> AppTest:
    """The page at these filters."""
    return drawn(body, **filters)


@pytest.mark.parametrize("period", [code for code, _ in (("2023-24 H2", ""), ("2025-26 H1", ""), (NOW, ""))])
def test_the_four_figures_equal_the_projects_and_returns_counted_again(period: str) -> None:
    projects = ask("maturity/projects", period=period).rows
    rated = [row for row in projects if row["lowest"] is not None]
    reach = [row for row in rated if row["lowest"] >= row["aiming_for"]]
    returns = ask("returns/received_by_directorate", period=period).rows
    whole = [row for row in returns if row["received"] + row["late"] == row["items"]]
    shown = [each.value for each in page(period=period).metric]
    assert shown[0] == str(len(projects))
    assert shown[1] == f"{len(whole)} of {len(returns)}"
    assert shown[2] == f"{len(reach)} of {len(rated)}"
    assert int(shown[3].replace(",", "")) % 5 == 0


def test_every_half_year_has_three_sentences_and_three_questions() -> None:
    for period, _ in options.period().options:
        words = said(page(period=period))
        assert all(kind in words for kind in ("What is good", "What is not good", "What to do next"))
        assert words.count("Ask in the meeting:") == 3


def test_who_has_not_sent_is_named_with_what_it_owes() -> None:
    rows = ask("returns/received_by_directorate", period=NOW).rows
    owing = {row["directorate_name"] for row in rows if row["missing"]}
    named = dict(unsent(rows, ask("returns/due_items", period=NOW).rows))
    assert set(named) == owing and owing
    assert "It has never rated a project" in named["Law and Corporate Services"]
    assert named["Neighbourhoods"].startswith("ratings of 1 of 9 projects (Community safety advisory board)")
    assert all(name in said(page()) for name in owing)


def test_each_directorate_with_a_project_has_a_picture_and_the_others_are_named() -> None:
    aims = [row for row in ask("maturity/aims_by_directorate", period=NOW, level="all", kind="all").rows]
    pictures = page().get("vega_lite_chart")
    assert len(pictures) == len(aims) - 1
    assert re.search(r"No project was sent by .*Law and Corporate Services", said(page()))


def figures(**changed: object) -> Figures:
    """A council where nothing has been sent, but for what is changed."""
    usual: dict[str, object] = {
        "headline": QUIET, "aims": None, "difference": None, "themes": (), "people": (), "returns": (),
    }  # fmt: skip
    return Figures(**{**usual, **changed})  # type: ignore[arg-type]


def test_without_figures_the_sentences_praise_and_blame_nothing() -> None:
    quiet = figures()
    assert "Nothing has been rated" in good(quiet).said
    assert "Nothing can be judged" in not_good(quiet).said
    assert "Wait for the first returns" in next_step(quiet).said
    fine = figures(headline={"rated": 8, "reach_aim": 5})
    assert "Nothing stands out" in not_good(fine).said and "Keep going" in next_step(fine).said


def test_change_made_is_said_before_movement_and_movement_before_aims() -> None:
    moved = {"moved_up": 4, "moved_down": 1}
    reached = {"rated": 8, "reach_aim": 3}
    change = {"service": 1, "result": 1, "projects": 9}
    assert good(figures(headline=reached)).said == "3 of 8 rated projects reach the step they aim for"
    assert "4 projects moved up" in good(figures(headline=reached, aims=moved)).said
    assert "2 of 9 projects" in good(figures(headline=reached, aims=moved, difference=change)).said


def test_most_projects_short_of_their_aim_come_before_a_missing_group_and_that_before_a_theme() -> None:
    short, enough = {"rated": 8, "reach_aim": 4}, {"rated": 8, "reach_aim": 5}
    people = ({"characteristic_name": "Sex", "fewer": "Male"}, {"characteristic_name": "Age", "fewer": "Under 18; 18 to 24"})
    themes = ({"theme": "T5", "theme_name": "Protect our environment", "main": 0},)
    assert "4 of 8 rated projects are below" in not_good(figures(headline=short, people=people)).said
    assert not_good(figures(headline=enough, people=people, themes=themes)).said.endswith(
        "expected: sex (Male) and age (Under 18 and 18 to 24)"
    )
    assert "No project has “Protect our environment”" in not_good(figures(headline=enough, themes=themes)).said
