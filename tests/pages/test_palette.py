"""Colours that can be told apart: from white, from one another, and without colour vision."""

from itertools import combinations, pairwise

import pytest

from pages.parts.contrast import luminance
from pages.parts import palette
from tests.pages.made_up import LADDER

# Machado, Oliveira and Fernandes 2009, severity 1.0: linear RGB as it is seen.
SEEN_WITH = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "full colour vision": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}  # fmt: skip
TELLING_APART = 20.0

Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    """A #rrggbb colour as linear red, green and blue."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def lab(rgb: Three) -> Three:
    """Linear RGB as CIE L*a*b*, under D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, vision: str) -> float:
    """How far apart two colours look (CIE 1976 ΔE) to somebody with this vision."""
    seen = []
    for colour in (one, other):
        rgb = linear(colour)
        mixed = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SEEN_WITH[vision]]
        red, green, blue = (min(1.0, max(0.0, part)) for part in mixed)
        seen.append(lab((red, green, blue)))
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("colour", [*palette.BANDS, *palette.STEPS, palette.BLUE])
def test_a_mark_standing_alone_can_be_seen_on_white(colour: str) -> None:
    assert palette.contrast(colour, palette.PAPER) >= 3


@pytest.mark.parametrize("verdict", palette.VERDICTS, ids=lambda verdict: verdict.label)
def test_a_verdict_can_be_read_as_text_on_white(verdict: palette.Verdict) -> None:
    assert palette.contrast(verdict.colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("states", [palette.bands(LADDER), palette.steps(LADDER)], ids=["bands", "steps"])
def test_every_figure_can_be_read_on_its_bar(states: tuple[palette.State, ...]) -> None:
    for state in states:
        assert palette.contrast(state.ink, state.fill) >= 4.5, state.label
        assert palette.contrast(state.colour, palette.PAPER) >= 3, state.label


def test_bands_and_steps_run_from_light_to_dark() -> None:
    for colours in (palette.BANDS, palette.STEPS):
        light = [luminance(colour) for colour in colours[1:]]
        assert light == sorted(light, reverse=True)
    assert luminance(palette.BANDS[0]) > luminance(palette.BANDS[1])


@pytest.mark.parametrize("vision", SEEN_WITH)
def test_bands_and_verdicts_can_be_told_apart_with_any_vision(vision: str) -> None:
    verdicts = dict.fromkeys(verdict.colour for verdict in palette.VERDICTS)
    for colours in (palette.BANDS, verdicts):
        for one, other in combinations(colours, 2):
            assert distance(one, other, vision) >= TELLING_APART, (one, other)


def test_no_verdict_is_told_by_colour_alone() -> None:
    for part in ("shape", "sign", "label"):
        assert len({getattr(verdict, part) for verdict in palette.VERDICTS}) == len(palette.VERDICTS)


def test_absences_are_drawn_unlike_one_another_and_unlike_a_band() -> None:
    looks = {(state.fill, state.edge, state.dashed) for state in palette.bands(LADDER)}
    assert len(looks) == 7
    assert all(one != other for one, other in pairwise(sorted(state.sign for state in palette.ABSENT)))


def test_contrast_is_that_of_the_standard() -> None:
    assert palette.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert palette.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
