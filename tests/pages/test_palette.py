"""Colours that can be told apart: from white, from one another, and without colour vision."""

from itertools import combinations, pairwise

import pytest

from pages.parts import dots, grid, palette, pipeline, project_picture
from pages.parts.contrast import luminance
from pages.parts.key import drawn
from tests.house.code import PROJECT
from tests.pages.made_up import LADDER
from tests.pages.vision import SEEN_WITH, WORDS_INSIDE, distance, nearest, pieces

APART = 15
PIECES = pieces()
ALONE = {name: states for name, states in PIECES.items() if name not in WORDS_INSIDE}
GROUNDS = (palette.PAPER, pipeline.TILE, grid.TOTAL, project_picture.PALE)


def row(name: str, states: tuple[palette.State, ...]) -> str:
    """A picture's line of the table in docs/accessibility.md."""
    said = [str(nearest(states, vision)) for vision in SEEN_WITH]
    return f"| {', '.join(state.label for state in states)} | {' | '.join(said)} |"


def test_every_set_of_fills_is_looked_at() -> None:
    assert {"bands", "steps", "AIMS", "MOVES", "RATERS", "RESOURCES", "PRACTICES", "SHADES"} <= set(PIECES)


@pytest.mark.parametrize("vision", SEEN_WITH)
@pytest.mark.parametrize("name", ALONE)
def test_fills_of_one_picture_can_be_told_apart_with_any_vision_and_in_print(name: str, vision: str) -> None:
    assert nearest(ALONE[name], vision) >= APART


def test_the_paper_gives_these_figures() -> None:
    paper = (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    assert [name for name, states in ALONE.items() if row(name, states) not in paper] == []


@pytest.mark.parametrize("name", PIECES)
def test_a_mark_can_be_seen_on_white_and_its_figure_read(name: str) -> None:
    for state in PIECES[name]:
        seen = max(palette.contrast(colour, palette.PAPER) for colour in (state.fill, state.edge))
        assert seen >= 3, state.label
        assert palette.contrast(state.ink, state.fill) >= 4.5, state.label


@pytest.mark.parametrize("name", ALONE)
def test_the_key_shows_each_piece_as_the_bar_does(name: str) -> None:
    looks = {drawn(state) for state in ALONE[name]}
    assert len(looks) == len(ALONE[name])
    assert all(state.fill in drawn(state) and ("dashed" in drawn(state)) == state.dashed for state in ALONE[name])


@pytest.mark.parametrize("verdict", palette.VERDICTS, ids=lambda verdict: verdict.label)
def test_a_verdict_can_be_read_as_text_and_its_interval_seen_on_white(verdict: palette.Verdict) -> None:
    assert palette.contrast(verdict.colour, palette.PAPER) >= 4.5
    assert palette.contrast(thinned(verdict.colour, dots.THROUGH), palette.PAPER) >= 3


def thinned(colour: str, opacity: float) -> str:
    """A colour on white that lets some of it through."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part * opacity + 255 * (1 - opacity)):02x}" for part in parts)


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(ground: str) -> None:
    for ink in (palette.INK, palette.SOFT_INK):
        assert palette.contrast(ink, ground) >= 4.5
    assert palette.contrast(palette.VIOLET, palette.PAPER) >= 4.5


def test_bands_and_steps_run_from_light_to_dark() -> None:
    for colours in (palette.BANDS, palette.STEPS):
        light = [luminance(colour) for colour in colours]
        assert light == sorted(light, reverse=True)


@pytest.mark.parametrize("vision", [each for each in SEEN_WITH if each != "greyscale"])
def test_verdicts_can_be_told_apart_with_any_vision(vision: str) -> None:
    verdicts = dict.fromkeys(verdict.colour for verdict in palette.VERDICTS)
    for one, other in combinations(verdicts, 2):
        assert distance(one, other, vision) >= APART, (one, other)


def test_no_verdict_is_told_by_colour_alone() -> None:
    for part in ("shape", "sign", "label"):
        assert len({getattr(verdict, part) for verdict in palette.VERDICTS}) == len(palette.VERDICTS)


def test_the_eight_steps_are_told_by_a_figure_under_each() -> None:
    ticks = [state.tick for state in palette.steps(LADDER) if state.code.isdecimal()]
    assert ticks == [str(step) for step in range(8)]
    assert all(one != other for one, other in pairwise(ticks))


def test_contrast_is_that_of_the_standard() -> None:
    assert palette.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert palette.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
