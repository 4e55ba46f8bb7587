"""Stacked bars: projects in each band or step of the ladder, and those without one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import altair as alt

from pages.parts.charts import SPOKEN, Rows, Spec, layered
from pages.parts.palette import INK, State
from pages.parts.poured import filled
from pages.parts.sentences import count

ROW = 30
LABELS = 92


def bands(
    rows: Rows,
    states: Iterable[State],
    *,
    row: str = "stage",
    state: str = "state",
    projects: str = "projects",
    group: str | None = None,
    longest: int | None = None,
) -> Spec:
    """Stacked bars of projects: one bar a `row`, under a heading a `group` if one is named.

    `rows` hold the words of row and group, the code of a state (a band or step number, NS,
    NA or "no return") and how many projects. They keep their order. `longest` is the number
    of projects the full width stands for, so that several pictures can be compared.
    """
    pieces = list(segments(list(rows), tuple(states), row, state, projects, group))
    lines = tuple(dict.fromkeys(str(piece["line"]) for piece in pieces))
    furthest = longest or max((int(str(piece["end"])) for piece in pieces), default=1) or 1
    return filled(template(lines, furthest), pieces=pieces)


@lru_cache(maxsize=256)
def template(lines: tuple[str, ...], furthest: int) -> Spec:
    """The picture of these bars, the full width standing for `furthest` projects, unfilled."""
    base = alt.Chart(alt.NamedData("pieces")).encode(
        y=alt.Y(field="line", type="nominal", sort=list(lines), axis=line_axis(), title=None)
    )
    layers = [blocks(base, furthest), figures_inside(base, furthest), headings(base)]
    return layered(layers, ROW * max(len(lines), 1)).to_dict(validate=False)


def segments(
    rows: list[Mapping[str, object]],
    states: tuple[State, ...],
    row: str,
    state: str,
    projects: str,
    group: str | None,
) -> Iterator[dict[str, object]]:
    """Each bar cut into its states, in the order of the key, with where each starts and ends."""
    by_code = {one.code.lower(): one for one in states}
    places = {code: place for place, code in enumerate(by_code)}
    lines = dict.fromkeys((str(each[group]) if group else "", str(each[row])) for each in rows)
    heading = None
    for over, words in lines:
        if group and over != heading:
            heading = over
            yield {"line": f"{over}\n", "heading": over, "start": 0, "end": 0, "shown": ""}
        here = [r for r in rows if (not group or str(r[group]) == over) and str(r[row]) == words]
        here.sort(key=lambda each: places[str(each[state]).lower()])
        yield from stacked(f"{over}\n{words}", here, by_code, state, projects)


def stacked(
    line: str,
    rows: list[Mapping[str, object]],
    by_code: Mapping[str, State],
    state: str,
    projects: str,
) -> Iterator[dict[str, object]]:
    """The pieces of one bar, laid end to end."""
    start, place = 0, ", ".join(filter(None, line.split("\n")))
    for each in rows:
        one, size = by_code[str(each[state]).lower()], int(str(each[projects]))
        yield {
            "line": line, "heading": "", "start": start, "end": start + size,
            "middle": start + size / 2, "shown": str(size) if size else "",
            "fill": one.fill, "edge": one.edge, "ink": one.ink, "dashed": one.dashed,
            "tick": one.tick,
            "said": f"{place}: {one.label}, {count(size, 'project')}",
        }  # fmt: skip
        start += size


def line_axis() -> alt.Axis:
    """Labels of the bars; the part before the line end is the heading and is drawn over them instead."""
    return alt.Axis(labelExpr="split(datum.label, '\\n')[1]", minExtent=LABELS, maxExtent=LABELS)


def projects_scale(furthest: int) -> alt.Scale:
    """The whole width for the longest bar."""
    return alt.Scale(domain=[0, furthest], nice=False)


def blocks(base: alt.Chart, furthest: int) -> alt.Chart:
    """The pieces of the bars."""
    return base.mark_bar(strokeWidth=1.5, height={"band": 0.76}, cornerRadius=2).encode(
        **painted(furthest)
    )


def painted(furthest: int) -> dict[str, object]:
    """The channels of a piece: where along its bar it lies, and how it is filled and edged."""
    along = {"type": "quantitative", "axis": None, "scale": projects_scale(furthest)}
    return {
        "x": alt.X(field="start", **along),
        "x2": alt.X2(field="end"),
        "fill": alt.Fill(field="fill", type="nominal", scale=None),
        "stroke": alt.Stroke(field="edge", type="nominal", scale=None),
        "strokeDash": alt.StrokeDashValue([1, 0], condition={"test": "datum.dashed", "value": [3, 3]}),
        "tooltip": alt.Tooltip(field="said", type="nominal"),
        "description": SPOKEN,
    }


def figures_inside(base: alt.Chart, furthest: int) -> alt.Chart:
    """How many, inside every piece wide enough to hold it."""
    room = f"width * (datum.end - datum.start) / {furthest} < 8 + 8 * length(datum.shown)"
    return base.mark_text(fontWeight=600, baseline="middle").encode(
        x=alt.X(field="middle", type="quantitative", scale=projects_scale(furthest)),
        text=alt.Text(field="shown", type="nominal"),
        color=alt.Color(field="ink", type="nominal", scale=None),
        opacity=alt.OpacityValue(1, condition={"test": room, "value": 0}),
    )


def ticks_under(base: alt.Chart, furthest: int) -> alt.Chart:
    """What each piece is, small under it, where colour alone would have to tell it from the next."""
    return base.mark_text(fontSize=12, baseline="top", dy=2).encode(
        x=alt.X(field="middle", type="quantitative", scale=projects_scale(furthest)),
        text=alt.Text(field="tick", type="nominal"),
    )


def headings(base: alt.Chart) -> alt.Chart:
    """The heading of each group, from the left edge of the picture."""
    return base.mark_text(
        align="left", baseline="middle", dx=-LABELS, dy=3, fontWeight=600, fontSize=15, color=INK
    ).encode(x=alt.XValue(0), text=alt.Text(field="heading", type="nominal"))
