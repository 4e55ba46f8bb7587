"""Shares of people beside the population: a shape for the verdict, a line for the interval."""

from functools import lru_cache
from math import ceil
from textwrap import wrap

import altair as alt

from pages.parts.charts import SPOKEN, Rows, Spec, layered
from pages.parts.palette import INK, PAPER, RULE, SOFT_INK, VERDICTS
from pages.parts.poured import filled
from pages.parts.sentences import share, told_apart

ROW, LINE = 78, 19
ACROSS = 44
FOOT = -20
INSET = 10
THROUGH = 0.75
UPRIGHT = "M-0.1,-1H0.1V1H-0.1Z"
SAID = alt.Tooltip(field="said", type="nominal")
ENDS = ("high", "share", "population")
KEYED = {verdict.label: verdict for verdict in VERDICTS}


def against_population(
    rows: Rows,
    *,
    category: str = "category",
    population: str = "population",
    highest: float = 0,
) -> Spec:
    """One line a category: the share taking part with its interval, and the population's mark.

    `share`, `low` and `high` are per cent, or None where there is none to show; `verdict` is one
    of the four words in `palette.VERDICTS`, `share_shown` the share as it is written. `highest` is a
    share that the axis reaches at least, so that pictures side by side can have one axis.
    """
    columns = (category, "share", "low", "high", population, "verdict", "share_shown")
    pieces = [piece(*(each[column] for column in columns)) for each in rows]
    top = highest_shown([highest, *(one[end] or 0 for one in pieces for end in ENDS)])
    deep = ROW + LINE * (max((one["deep"] for one in pieces), default=1) - 1)
    return filled(template(tuple(one["name"] for one in pieces), deep, top), pieces=pieces)


@lru_cache(maxsize=256)
def template(order: tuple[str, ...], deep: int, top: int) -> Spec:
    """The picture of these categories, each `deep` pixels, on an axis up to `top` %, unfilled."""
    base, names = alt.Chart(alt.NamedData("pieces")), list(order)
    marks = [mark(base, names, top) for mark in (interval, expected, shape)]
    words = [over(base, names) for over in (category_over, verdict_over, figures_over)]
    return layered([track(base, names), *marks, *words], deep * max(len(names), 1)).to_dict(validate=False)


def piece(
    category: object, taking_part: float | None, low: float | None, high: float | None,
    population: float | None, verdict: object, us: object,
) -> dict[str, object]:  # fmt: skip
    """One category as the chart needs it: figures, shape, colours and the words said of it."""
    drawn, lines = KEYED[str(verdict)], wrap(str(category), ACROSS)
    them = "not known" if population is None else share(population)
    if us == them and drawn.label.endswith("expected"):
        us, them = told_apart(taking_part or 0, population or 0)
    return {
        "name": str(category), "lines": "\n".join(lines), "deep": len(lines),
        "share": taking_part, "low": low, "high": high, "population": population,
        "verdict": drawn.label, "shape": drawn.shape, "colour": drawn.colour,
        "inside": PAPER if drawn.hollow else drawn.colour,
        "figures": f"{us}, population {them}",
        "said": f"{category}: {us} of those taking part, {them} of the population. {drawn.label}.",
    }  # fmt: skip


def highest_shown(tops: list[float]) -> int:
    """The next ten per cent above every share, 100 at most: where the axis ends."""
    return min(100, 10 * ceil((max(tops, default=0) + 1) / 10))


def percent(field: str, top: int) -> alt.X:
    """A share on an axis in per cent, up to `top`."""
    axis = alt.Axis(title=None, tickCount=5, grid=False, labelExpr="datum.label + '%'")
    scale = alt.Scale(domain=[0, top], nice=False)
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


def interval(base: alt.Chart, order: list[object], top: int) -> alt.Chart:
    """The line between the lowest and the highest share the figures leave room for."""
    return base.mark_rule(strokeWidth=4, opacity=THROUGH, strokeCap="round", yOffset=FOOT).encode(
        x=percent("low", top),
        x2=alt.X2(field="high"), y=band(order, 1),
        stroke=alt.Stroke(field="colour", type="nominal", scale=None),
        tooltip=SAID,
    )


def expected(base: alt.Chart, order: list[object], top: int) -> alt.Chart:
    """The population's share: an upright mark."""
    return base.mark_point(shape=UPRIGHT, size=620, color=INK, filled=True, opacity=1, yOffset=FOOT).encode(x=percent("population", top), y=band(order, 1), tooltip=SAID)


def shape(base: alt.Chart, order: list[object], top: int) -> alt.Chart:
    """The share of those taking part, in the shape of its verdict."""
    return base.mark_point(size=150, strokeWidth=2.5, opacity=1, yOffset=FOOT).encode(
        x=percent("share", top), y=band(order, 1),
        shape=alt.Shape(field="shape", type="nominal", scale=None),
        fill=alt.Fill(field="inside", type="nominal", scale=None),
        stroke=alt.Stroke(field="colour", type="nominal", scale=None),
        tooltip=SAID,
    )


def category_over(base: alt.Chart, order: list[object]) -> alt.Chart:
    """The category over its line, on as many lines as it needs."""
    words = base.mark_text(align="left", baseline="top", lineBreak="\n", lineHeight=LINE, color=INK)
    said = {"text": alt.Text(field="lines", type="nominal"), "description": SPOKEN}
    return words.encode(x=alt.XValue(-INSET), y=band(order, 0), **said)


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
    figures = under(order, base, "right", color=SOFT_INK, fontSize=13)
    return figures.encode(x=alt.XValue("width"), text=alt.Text(field="figures", type="nominal"))
