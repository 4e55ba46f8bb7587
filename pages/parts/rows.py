"""Simple bars: one figure a row."""

from functools import lru_cache
from textwrap import wrap

import altair as alt

from pages.parts.charts import SPOKEN, Rows, Spec, layered
from pages.parts.palette import BLUE, INK, RULE
from pages.parts.poured import filled

ACROSS = 44
LINE = 19
BAR = 12
GAP = 14


def simple(rows: Rows, *, label: str, value: str, shown: str | None = None) -> Spec:
    """One bar a row: `label` in words, `value` the figure, `shown` how it is written.

    Label and figure stand over the bar, so that a long one is never cut short on a phone.
    """
    pieces: list[dict[str, object]] = []
    depth = 0
    for each in rows:
        pieces.append(piece(depth, str(each[label]), each[value], each[shown or value]))
        depth += LINE * str(pieces[-1]["lines"]).count("\n") + LINE + BAR + GAP
    return filled(template(depth), pieces=pieces)


@lru_cache(maxsize=256)
def template(depth: int) -> Spec:
    """The picture of bars that take so many pixels from top to foot, unfilled."""
    base = alt.Chart(alt.NamedData("pieces"))
    layers = [track(base, depth), bar(base, depth), words_over(base, depth)]
    return layered(layers, max(depth, 1)).to_dict(validate=False)


def piece(top: int, words: str, size: object, shown: object) -> dict[str, object]:
    """One bar as the chart needs it, from `top` pixels down; the figure follows its label."""
    lines = wrap(f"{words}: {shown}", ACROSS)
    head = top + LINE * len(lines)
    return {
        "top": top, "head": head, "foot": head + BAR, "size": size,
        "lines": "\n".join(lines), "said": f"{words}: {shown}",
    }  # fmt: skip


def down(field: str, depth: int) -> alt.Y:
    """A place down the picture in pixels."""
    scale = alt.Scale(domain=[depth, 0], nice=False, zero=False)
    return alt.Y(field=field, type="quantitative", axis=None, scale=scale)


def track(base: alt.Chart, depth: int) -> alt.Chart:
    """A pale line the whole width, on which the bars lie."""
    line = base.mark_rule(color=RULE, strokeWidth=1)
    return line.encode(x=alt.XValue(0), x2=alt.X2Value("width"), y=down("foot", depth))


def bar(base: alt.Chart, depth: int) -> alt.Chart:
    """The bars, from 0."""
    return base.mark_bar(color=BLUE, cornerRadius=2).encode(
        x=alt.X(field="size", type="quantitative", axis=None, scale=alt.Scale(zero=True)),
        x2=alt.X2Datum(0),
        y=down("head", depth),
        y2=alt.Y2(field="foot"),
        tooltip=alt.Tooltip(field="said", type="nominal"),
        description=SPOKEN,
    )


def words_over(base: alt.Chart, depth: int) -> alt.Chart:
    """Label and figure over each bar."""
    words = base.mark_text(align="left", baseline="top", lineBreak="\n", lineHeight=LINE, color=INK)
    return words.encode(
        x=alt.XValue(0), y=down("top", depth), text=alt.Text(field="lines", type="nominal")
    )
