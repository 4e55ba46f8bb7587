"""Shares of people beside the population: a shape for the verdict, a line for the interval."""

from math import ceil
from textwrap import wrap

import altair as alt

from pages.parts.charts import Rows, layered, plain
from pages.parts.palette import INK, PAPER, RULE, SOFT_INK, VERDICTS
from pages.parts.sentences import share

ROW = 78
LINE = 19
ACROSS = 44
FOOT = -20
INSET = 10
UPRIGHT = "M-0.1,-1H0.1V1H-0.1Z"
SAID = alt.Tooltip(field="said", type="nominal")
KEYED = {verdict.label: verdict for verdict in VERDICTS}


def against_population(
    rows: Rows,
    *,
    category: str = "category",
    taking_part: str = "share",
    low: str = "low",
    high: str = "high",
    population: str = "population",
    verdict: str = "verdict",
    shown: str = "share_shown",
    highest: float = 0,
) -> alt.LayerChart:
    """One line a category: the share taking part with its interval, and the population's mark.

    Shares are per cent, or None where there is none to show; `verdict` is one of the four
    words in `palette.VERDICTS`, `shown` the share taking part as it is written. Category and
    verdict stand over the line in words, so that neither is cut short on a phone. `highest` is a share the axis reaches at least, so that
    pictures side by side can have one axis.
    """
    columns = (category, taking_part, low, high, population, verdict, shown)
    pieces = [piece(*(each[column] for column in columns)) for each in rows]
    tops = [one[end] for one in pieces for end in ("high", "share", "population")]
    scale = from_nought([highest, *(top for top in tops if top is not None)])
    deep = ROW + LINE * (max((one["deep"] for one in pieces), default=1) - 1)
    order = [one["name"] for one in pieces]
    base = alt.Chart(plain(pieces))
    marks = [mark(base, order, scale) for mark in (interval, expected, shape)]
    words = [category_over(base, order), verdict_over(base, order), figures_over(base, order)]
    return layered([track(base, order), *marks, *words], deep * max(len(order), 1))


def piece(
    category: object, taking_part: float | None, low: float | None, high: float | None,
    population: float | None, verdict: object, us: object,
) -> dict[str, object]:  # fmt: skip
    """One category as the chart needs it: figures, shape, colours and the words said of it."""
    drawn, lines = KEYED[str(verdict)], wrap(str(category), ACROSS)
    them = "not known" if population is None else share(population)
    return {
        "name": str(category), "lines": "\n".join(lines), "deep": len(lines),
        "share": taking_part, "low": low, "high": high, "population": population,
        "verdict": drawn.label, "shape": drawn.shape, "colour": drawn.colour,
        "inside": PAPER if drawn.hollow else drawn.colour,
        "figures": f"{us}, population {them}",
        "said": f"{category}: {us} of those taking part, {them} of the population. {drawn.label}.",
    }  # fmt: skip


def from_nought(tops: list[float]) -> alt.Scale:
    """From 0% to the next ten per cent above every share."""
    return alt.Scale(domain=[0, min(100, 10 * ceil((max(tops, default=0) + 1) / 10))], nice=False)


def percent(field: str, scale: alt.Scale) -> alt.X:
    """A share on an axis in per cent."""
    axis = alt.Axis(title=None, tickCount=5, grid=False, labelExpr="datum.label + '%'")
    return alt.X(field=field, type="quantitative", axis=axis, scale=scale)


def band(order: list[object], place: float) -> alt.Y:
    """Where in a category's band something stands: 0 its top, 1 its foot."""
    return alt.Y(
        field="name", type="nominal", sort=order, axis=None, title=None,
        bandPosition=place, scale=alt.Scale(paddingInner=0, paddingOuter=0),
    )  # fmt: skip


def track(base: alt.Chart, order: list[object]) -> alt.Chart:
    """A pale line the whole width, along which the marks stand."""
    line = base.mark_rule(color=RULE, yOffset=FOOT)
    return line.encode(x=alt.XValue(0), x2=alt.X2Value("width"), y=band(order, 1))


def interval(base: alt.Chart, order: list[object], scale: alt.Scale) -> alt.Chart:
    """The line between the lowest and the highest share the figures leave room for."""
    return base.mark_rule(strokeWidth=4, opacity=0.45, strokeCap="round", yOffset=FOOT).encode(
        x=percent("low", scale),
        x2=alt.X2(field="high"),
        y=band(order, 1),
        stroke=alt.Stroke(field="colour", type="nominal", scale=None),
        tooltip=SAID,
    )


def expected(base: alt.Chart, order: list[object], scale: alt.Scale) -> alt.Chart:
    """The population's share: an upright mark."""
    mark = base.mark_point(shape=UPRIGHT, size=620, color=INK, filled=True, opacity=1, yOffset=FOOT)
    return mark.encode(x=percent("population", scale), y=band(order, 1), tooltip=SAID)


def shape(base: alt.Chart, order: list[object], scale: alt.Scale) -> alt.Chart:
    """The share of those taking part, in the shape of its verdict."""
    return base.mark_point(size=150, strokeWidth=2.5, opacity=1, yOffset=FOOT).encode(
        x=percent("share", scale),
        y=band(order, 1),
        shape=alt.Shape(field="shape", type="nominal", scale=None),
        fill=alt.Fill(field="inside", type="nominal", scale=None),
        stroke=alt.Stroke(field="colour", type="nominal", scale=None),
        tooltip=SAID,
    )


def category_over(base: alt.Chart, order: list[object]) -> alt.Chart:
    """The category over its line, on as many lines as it needs."""
    words = base.mark_text(align="left", baseline="top", lineBreak="\n", lineHeight=LINE, color=INK)
    lines = alt.Text(field="lines", type="nominal")
    return words.encode(x=alt.XValue(-INSET), y=band(order, 0), text=lines)


def under(order: list[object], base: alt.Chart, align: str, **look: object) -> alt.Chart:
    """Text on the line under the category."""
    below = alt.ExprRef(f"1 + {LINE} * datum.deep")
    return base.mark_text(align=align, baseline="top", dy=below, **look).encode(y=band(order, 0))


def verdict_over(base: alt.Chart, order: list[object]) -> alt.Chart:
    """The verdict in words, on the left."""
    return under(order, base, "left", fontWeight=600).encode(
        x=alt.XValue(-INSET),
        text=alt.Text(field="verdict", type="nominal"),
        color=alt.Color(field="colour", type="nominal", scale=None),
    )


def figures_over(base: alt.Chart, order: list[object]) -> alt.Chart:
    """Both shares, on the right."""
    return under(order, base, "right", color=SOFT_INK, fontSize=13).encode(
        x=alt.XValue("width"), text=alt.Text(field="figures", type="nominal")
    )
