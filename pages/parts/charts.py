"""Charts as pages show them: question, picture, key, figures and download, in one look."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import streamlit as st
from altair.utils.schemapi import disable_debug_mode
from queries import Answer
from streamlit.delta_generator import DeltaGenerator

from pages.parts.key import Mark, written_key
from pages.parts.palette import FONT, INK, RULE, SOFT_INK
from pages.parts.sentences import escaped
from pages.parts.tables import figures

SMALL = 390
SPOKEN = alt.Description(field="said", type="nominal")

Rows = Iterable[Mapping[str, object]]
Spec = dict[str, Any]
Picture = alt.TopLevelMixin | Spec

AXIS = {
    "labelColor": INK,
    "labelFontSize": 14,
    "labelLimit": 260,
    "labelPadding": 8,
    "titleColor": SOFT_INK,
    "titleFontSize": 13,
    "titleFontWeight": 400,
    "titlePadding": 10,
    "gridColor": "#e5e9ef",
    "aria": False,
    "domain": False,
    "ticks": False,
}


disable_debug_mode()


@alt.theme.register("council", enable=True)
def look() -> alt.theme.ThemeConfig:
    """The one look of every chart; Streamlit's own would override some of it."""
    return {
        "config": {
            "font": FONT,
            "background": "#ffffff",
            "axis": AXIS,
            "axisY": {"grid": False},
            "view": {"stroke": None},
            "text": {"font": FONT, "fontSize": 14, "color": INK},
            "rule": {"color": RULE},
        }
    }  # fmt: skip


def show(
    chart: Picture,
    description: str,
    answer: Answer,
    *,
    title: str | None = None,
    key: Iterable[Mark] = (),
    codes: Iterable[str] = (),
    columns: Iterable[str] | None = None,
) -> None:
    """Draw a chart under its question, with its key, its figures and their download.

    `description` states the finding for those who cannot see the picture; `title` is the
    question if it should differ from the answer's; `codes` are words for codes in the picture,
    put under it in small type; `columns` picks and orders the columns of
    the table of figures (all of them if not given).
    """
    heading(title or answer.text, key)
    draw(chart, description)
    if codes:
        st.markdown(f":small[{' · '.join(escaped(code) for code in codes)}]")
    figures(answer, columns)


def heading(question: str, key: Iterable[Mark] = ()) -> None:
    """The question a chart, or a group of small ones, answers, and the key to its marks."""
    st.subheader(escaped(question), anchor=False)
    written_key(key)


def small(title: str, chart: Picture, description: str, under: str = "") -> None:
    """A small picture in a box of its own, for use within `side_by_side`; `under` stands below it."""
    with st.container(border=True, width=SMALL):
        st.markdown(f"#### {escaped(title)}")
        draw(chart, description)
        if under:
            st.markdown(f":small[{escaped(under)}]")


def side_by_side() -> DeltaGenerator:
    """Room for small pictures: as many in a row as fit, one under another on a phone."""
    return st.container(horizontal=True, gap="small")


def draw(chart: Picture, description: str) -> None:
    """The picture alone, as wide as its place, with its description for screen readers.

    Altair's own check of a chart takes longer than drawing it, so tests make it instead.
    """
    spec = chart if isinstance(chart, dict) else chart.to_dict(validate=False)
    st.vega_lite_chart(spec, width="stretch", theme=None, alt=" ".join(description.split()))


def layered(layers: Iterable[alt.Chart], height: int) -> alt.LayerChart:
    """Layers as one picture: its plot `height` pixels high, its whole as wide as its place.

    A screen reader is told of the marks that carry a description (see `SPOKEN`), and of no others. A template
    whose check a test makes need not be checked where it is built: that takes longer than the rest.
    """
    sized = alt.AutoSizeParams(type="fit-x", contains="padding")
    edge = {"left": 0, "right": 4, "top": 4, "bottom": 6}
    return alt.LayerChart(layer=[silent(layer) for layer in layers], height=height, autosize=sized, padding=edge)


def silent(layer: alt.Chart) -> alt.Chart:
    """A layer that screen readers pass over, unless its marks are described one by one.

    Vega would read every mark's columns aloud, colours and pixels among them.
    """
    if layer.encoding.description is alt.Undefined:
        layer.mark = alt.MarkDef(**{**definition(layer.mark), "aria": False})
    return layer


def definition(mark: Any) -> Spec:
    """A mark's definition, whether it was given by name alone or in full."""
    return {"type": mark} if isinstance(mark, str) else dict(mark._kwds)
