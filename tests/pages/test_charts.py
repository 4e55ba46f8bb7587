"""Charts: valid, spelled out, true to their rows, and described."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import altair as alt
import pytest

from pages.parts import bars, dots, grid, pairs, palette, rows
from pages.parts.charts import Spec
from pages.parts.poured import filled
from tests.pages import made_up

PAGES = Path(__file__).resolve().parents[2] / "pages"
STATES = palette.bands(made_up.LADDER)
CHARTS = {
    "bands": bars.bands(made_up.projects_by_band().rows, STATES, group="directorate"),
    "small": bars.bands(made_up.projects_by_band().where(directorate="Finance"), STATES, longest=14),
    "dots": dots.against_population(made_up.people_by_category().rows),
    "grid": grid.contributions(made_up.projects_by_theme().rows),
    "simple": rows.simple(made_up.titles().rows, label="title", value="stages"),
    "pairs": pairs.pairs([{"name": "Design", "words": "", "staff": 6, "people": 4, "said": "Design"}]),
    "no rows": bars.bands([], STATES),
}


def values(chart: Spec) -> list[dict[str, object]]:
    """The rows a chart is drawn from; they are held once, not once a layer."""
    assert not any("data" in layer for layer in chart["layer"])
    return list(chart["data"]["values"])


def channels(spec: object) -> Iterator[dict[str, object]]:
    """Every channel of every layer of a specification."""
    if isinstance(spec, dict):
        for name, part in spec.items():
            if name == "encoding":
                yield from part.values()
            else:
                yield from channels(part)
    if isinstance(spec, list):
        for part in spec:
            yield from channels(part)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_chart_is_a_valid_specification_and_asks_for_no_other_file(chart: Spec) -> None:
    alt.LayerChart.from_dict(chart).to_dict(validate=True)
    assert '"url"' not in json.dumps(chart)
    assert chart["autosize"]["type"] == "fit-x"
    assert chart["height"] > 0


def test_a_template_is_built_once_and_never_written_on() -> None:
    row = {"stage": "Design", "state": "1", "projects": 4}
    before = json.dumps(bars.template(("\nDesign",), 9), sort_keys=True)
    for size in (4, 5):
        chart = bars.bands([{**row, "projects": size}], STATES, longest=9)
        assert [piece["end"] for piece in values(chart)] == [size]
    assert json.dumps(bars.template(("\nDesign",), 9), sort_keys=True) == before


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_channel_names_its_type(chart: Spec) -> None:
    for channel in channels(chart):
        fixed = {"value", "datum", "condition"} & set(channel)
        second = set(channel) == {"field"}
        assert fixed or second or {"field", "type"} <= set(channel), channel


def test_no_chart_is_written_in_shorthand() -> None:
    spelled = {"X", "Y", "X2", "Y2", "Color", "Fill", "Stroke", "Text", "Tooltip", "Shape", "Href"}
    for file in PAGES.rglob("*.py"):
        for call in (n for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            given = [*call.args, *(word.value for word in call.keywords)]
            text = [each for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            assert not (name == "encode" and text), f"{file.name}:{call.lineno}"
            assert not (name in spelled and call.args), f"{file.name}:{call.lineno}"


def test_bars_hold_every_project_once() -> None:
    answer = made_up.projects_by_band()
    drawn = [piece for piece in values(CHARTS["bands"]) if "fill" in piece]
    assert sum(piece["end"] - piece["start"] for piece in drawn) == sum(r["projects"] for r in answer.rows)


def test_pieces_of_a_bar_lie_end_to_end_in_the_order_of_the_key() -> None:
    order = [state.fill + state.edge + str(state.dashed) for state in STATES]
    reached: dict[object, tuple[object, int]] = {}
    for piece in (piece for piece in values(CHARTS["bands"]) if "fill" in piece):
        place = order.index(piece["fill"] + piece["edge"] + str(piece["dashed"]))
        end, before = reached.get(piece["line"], (0, -1))
        assert piece["start"] == end and place > before
        reached[piece["line"]] = (piece["end"], place)


def test_a_state_nobody_knows_is_not_drawn_as_something_else() -> None:
    with pytest.raises(KeyError):
        bars.bands([{"stage": "Design", "state": "9", "projects": 1}], STATES)


def test_a_verdict_is_a_word_and_a_shape() -> None:
    for piece in values(CHARTS["dots"]):
        verdict = dots.KEYED[str(piece["verdict"])]
        assert piece["shape"] == verdict.shape
        assert str(piece["said"]).endswith(f"{verdict.label}.")


def test_a_share_that_may_not_be_shown_is_not_drawn() -> None:
    row = {
        "category": "A", "share": None, "low": None, "high": None, "population": 2.0,
        "verdict": "Too few to say", "share_shown": "not shown",
    }  # fmt: skip
    (piece,) = values(dots.against_population([row]))
    assert piece["share"] is None and "not shown" in str(piece["said"])


def test_the_axis_of_shares_starts_at_nothing_and_ends_within_a_hundred() -> None:
    assert [dots.highest_shown(tops) for tops in ([], [12.0], [99.9])] == [10, 20, 100]


def test_the_grid_has_a_cell_for_every_pair_and_none_is_blank() -> None:
    cells = values(CHARTS["grid"])
    assert len(cells) == 7 * 6
    assert {cell["main"] for cell in cells if cell["fill"] == palette.PAPER} == {"–"}


@pytest.mark.parametrize("tint", palette.TINTS)
def test_the_figure_of_a_cell_can_be_read_on_its_tint(tint: str) -> None:
    assert palette.contrast(palette.readable_on(tint), tint) >= 4.5


def test_words_over_a_bar_are_never_longer_than_a_phone_is_wide() -> None:
    for chart in (CHARTS["simple"], CHARTS["dots"]):
        for piece in values(chart):
            assert max(map(len, str(piece["lines"]).split("\n"))) <= 44


@pytest.mark.parametrize(("rows", "spoken"), [((), [False, False]), (({"a": 1},), [None, False])])
def test_a_layer_without_rows_is_passed_over(rows: tuple[dict[str, int], ...], spoken: list[bool | None]) -> None:
    template = {"data": {"name": "a"}, "layer": [{"mark": "rect"}, {"mark": {"type": "text", "aria": False}}]}
    layers = filled(template, a=rows)["layer"]
    assert [each["mark"]["aria"] if "aria" in each["mark"] else None for each in layers] == spoken
