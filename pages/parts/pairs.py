"""Pairs of dots on the ladder: what staff scored and what people scored, and the gap between."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import altair as alt

from pages.parts.charts import Spec, layered
from pages.parts.palette import PAPER, PEOPLE, RULE, SOFT_INK, STAFF
from pages.parts.poured import filled
from pages.parts.rows import down
from pages.parts.worded import BAR, GAP, LINE, name_over, place, words_over

EDGE = 0.25


def pairs(rows: Iterable[Mapping[str, object]]) -> Spec:
    """One line a row under its `name` and `words`: a dot at `staff`, one at `people`, 0 to 7.

    A row without scores (None) keeps its place and its words.
    """
    heads = [{**row, **place(str(row["name"]), str(row["words"]), at)} for at, row in enumerate(rows)]
    scored = [row for row in heads if row["staff"] is not None]
    return filled(template(len(heads)), heads=heads, pieces=scored)


@lru_cache(maxsize=32)
def template(lines: int) -> Spec:
    """The picture of so many lines, unfilled."""
    depth = (LINE + BAR + GAP) * max(lines, 1) - GAP
    heads, pieces = alt.Chart(alt.NamedData("heads")), alt.Chart(alt.NamedData("pieces"))
    marks = [track(heads, depth), gap(pieces, depth), people_dot(pieces, depth), staff_dot(pieces, depth)]
    return layered([*marks, name_over(heads, depth), words_over(heads, depth)], depth).to_dict(validate=False)


def step(field: str) -> alt.X:
    """A step of the ladder along the picture."""
    axis = alt.Axis(title=None, values=list(range(8)), grid=True, format="d")
    return alt.X(
        field=field, type="quantitative", axis=axis,
        scale=alt.Scale(domain=[-EDGE, 7 + EDGE], nice=False, zero=False),
    )  # fmt: skip


def track(base: alt.Chart, depth: int) -> alt.Chart:
    """A pale line the whole width, along which the dots stand."""
    line = base.mark_rule(color=RULE, strokeWidth=2)
    return line.encode(x=alt.XValue(0), x2=alt.X2Value("width"), y=down("centre", depth))


def gap(base: alt.Chart, depth: int) -> alt.Chart:
    """The line between the two dots."""
    line = base.mark_rule(color=SOFT_INK, strokeWidth=4)
    return line.encode(x=step("staff"), x2=alt.X2(field="people"), y=down("centre", depth))


def staff_dot(base: alt.Chart, depth: int) -> alt.Chart:
    """What staff scored."""
    return dot(base, depth, "staff", 130, shape=STAFF.shape, stroke=STAFF.colour, fill=STAFF.colour)


def people_dot(base: alt.Chart, depth: int) -> alt.Chart:
    """What people scored: larger and open, so that both can be seen where they agree."""
    return dot(base, depth, "people", 420, shape=PEOPLE.shape, stroke=PEOPLE.colour, fill=PAPER)


def dot(base: alt.Chart, depth: int, field: str, size: int, **look: object) -> alt.Chart:
    """One side's score on its line."""
    return base.mark_point(size=size, strokeWidth=3, opacity=1, **look).encode(
        x=step(field), y=down("centre", depth), tooltip=alt.Tooltip(field="said", type="nominal")
    )
