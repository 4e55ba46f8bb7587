"""Bars with words over them: valid, complete, in their order, and readable."""

import altair as alt
import pytest

from pages.parts import palette
from pages.parts.worded import GAP, TICKED, template, worded

ROWS = [
    {"line": "Design", "state": state, "projects": projects}
    for state, projects in (("no return", 2), ("3", 4), ("0", 0), ("1", 3))
]
STATES = palette.bands([{"band": band, "band_label": str(band)} for band in range(4)])


def test_pieces_lie_end_to_end_in_the_order_of_the_key() -> None:
    spec = worded(ROWS, STATES, {"Decisions": "no scores", "Design": "middle 6"}, longest=20)
    blocks, figures, names, words = (layer["data"]["values"] for layer in spec["layer"])
    assert [(each["start"], each["end"], each["shown"]) for each in blocks] == [(0, 3, "3"), (3, 7, "4"), (7, 9, "2")]
    assert blocks == figures
    assert [(each["name"], each["words"]) for each in words] == [("Decisions", "no scores"), ("Design", "middle 6")]
    assert blocks[0]["head"] == names[1]["head"] > names[0]["foot"], "a bar without projects keeps its place"


@pytest.mark.parametrize("bars", [0, 1, 7])
def test_a_picture_is_a_valid_specification(bars: int) -> None:
    spec = template(bars, 10, GAP)
    assert alt.LayerChart.from_dict(spec)
    assert spec["height"] > 0 and spec["autosize"]["type"] == "fit-x"


@pytest.mark.parametrize("state", [*palette.AIMS, *palette.MOVES], ids=lambda state: state.code)
def test_states_can_be_seen_and_their_figures_read(state: palette.State) -> None:
    assert palette.contrast(state.colour, palette.PAPER) >= 3
    assert palette.contrast(state.ink, state.fill) >= 4.5


def test_eight_steps_have_their_figures_under_them_and_room_for_these() -> None:
    steps = palette.steps([{"step": step, "label": str(step)} for step in range(8)])
    rows = [{"line": name, "state": "6", "projects": 3} for name in ("Design", "Delivery")]
    spec = worded(rows, steps, {"Design": "", "Delivery": ""})
    assert [each["tick"] for each in spec["layer"][-1]["data"]["values"]] == ["6", "6"]
    first, second = spec["layer"][2]["data"]["values"]
    assert second["top"] - first["foot"] == TICKED
