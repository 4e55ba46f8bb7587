"""The way from a proposal to a result, as five tiles in a row: how many projects, and how long."""

from collections.abc import Iterable
from functools import lru_cache

import altair as alt

from pages.parts.charts import SPOKEN, Spec, layered
from pages.parts.grid import CRAMPED, LINE
from pages.parts.governance_words import Row, so_far, took
from pages.parts.palette import BLUE, INK, PAPER, SOFT_INK
from pages.parts.poured import filled
from pages.parts.sentences import number

HEIGHT = 146
TILE = "#e3ecf5"
ENDS = ("complete", "stopped")
ONWARD = "›"


def pipeline(rows: Iterable[Row]) -> Spec:
    """A tile a status, from rows of `governance/pipeline_by_directorate` for one place."""
    return filled(template(), pieces=[piece(row) for row in rows])


def piece(row: Row) -> dict[str, object]:
    """One tile as the chart needs it: its figure, and the words under it."""
    said = [words for words in (so_far(row), took(row)) if words]
    end = row["status"] in ENDS
    return {
        "status": row["status"].capitalize(), "order": row["status_order"], "figure": number(row["projects"]),
        "words": "\n".join(said), "few": "\n".join(map(narrow, said)), "fill": PAPER if end else TILE, "edge": BLUE if end else TILE,
        "onward": "" if end else ONWARD,
        "said": f"{row['status'].capitalize()}: {number(row['projects'])}{''.join('; ' + each for each in said)}",
    }  # fmt: skip


def narrow(words: str) -> str:
    """Words under a figure as a phone has room for them: two lines at most."""
    first, _, rest = words.removesuffix(" so far").partition(" ")
    return f"{first}\n{rest}" if first == "took" else " this\n".join(words.removesuffix(" so far").split(" this "))


@lru_cache(maxsize=1)
def template() -> Spec:
    """The five tiles, unfilled."""
    scale = alt.Scale(paddingInner=0.1, paddingOuter=0)
    order = alt.EncodingSortField(field="order", op="min")
    base = alt.Chart(alt.NamedData("pieces")).encode(
        x=alt.X(field="status", type="nominal", sort=order, axis=None, scale=scale),
        tooltip=alt.Tooltip(field="said", type="nominal"),
    )
    return layered([tile(base), name(base), figure(base), words(base), arrow(base, order)], HEIGHT).to_dict()


def tile(base: alt.Chart) -> alt.Chart:
    """The tile itself: filled on the way, an outline where a project ends."""
    return base.mark_bar(cornerRadius=5, strokeWidth=1.5).encode(
        y=alt.YValue(0), y2=alt.Y2Value("height"),
        fill=alt.Fill(field="fill", type="nominal", scale=None),
        stroke=alt.Stroke(field="edge", type="nominal", scale=None), description=SPOKEN,
    )  # fmt: skip


def written(base: alt.Chart, field: str, top: int, **look: object) -> alt.Chart:
    """Words in the middle of a tile, `top` pixels down."""
    mark = base.mark_text(align="center", baseline="top", **look)
    return mark.encode(y=alt.YValue(top), text=alt.Text(field=field, type="nominal"))


def name(base: alt.Chart) -> alt.Chart:
    """The status, at the head of its tile."""
    return written(base, "status", 12, fontWeight=600, color=INK, fontSize=alt.ExprRef(f"{CRAMPED} ? 12 : 15"))


def figure(base: alt.Chart) -> alt.Chart:
    """How many projects, large."""
    return written(base, "figure", 36, fontWeight=600, color=INK, fontSize=30)


def words(base: alt.Chart) -> alt.Chart:
    """How long, under the figure; on a phone fewer words, in small type."""
    lines = f"split({CRAMPED} ? datum.few : datum.words, '\\n')"
    look = {"lineHeight": LINE, "color": SOFT_INK, "text": alt.ExprRef(lines)}
    mark = base.mark_text(align="center", baseline="top", fontSize=alt.ExprRef(f"{CRAMPED} ? 11 : 14"), **look)
    return mark.encode(y=alt.YValue(84))


def arrow(base: alt.Chart, order: alt.EncodingSortField) -> alt.Chart:
    """The way on, between one tile and the next."""
    look = {"fontSize": 28, "fontWeight": 600, "color": BLUE}
    # A band ends where its tile does; half of the gap after it is a hundredth of the width.
    mark = base.mark_text(align="center", baseline="middle", dx=alt.ExprRef("width * 0.01"), **look)
    return mark.encode(
        x=alt.X(field="status", type="nominal", sort=order, axis=None, bandPosition=1),
        y=alt.YValue(HEIGHT // 2), text=alt.Text(field="onward", type="nominal"),
        tooltip=alt.Undefined,
    )  # fmt: skip
