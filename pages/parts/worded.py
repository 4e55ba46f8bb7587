"""Stacked bars with words over each: its name on the left, what its figures say on the right."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import altair as alt

from pages.parts.bars import figures_inside, painted, segments, ticks_under
from pages.parts.charts import Rows, Spec, layered
from pages.parts.grid import CRAMPED
from pages.parts.palette import INK, SOFT_INK, State
from pages.parts.poured import filled
from pages.parts.rows import down

LINE = 20
BAR = 20
GAP = 12
TICKED = 26
NAMED = f"({CRAMPED} && datum.short ? datum.short : datum.name)"
FEWER = "replace(datum.words, regexp(', [^·]*( ·|$)'), '$1')"
FIRST = "split(datum.words, ' · ')[0]"


def worded(
    rows: Rows,
    states: Iterable[State],
    words: Mapping[str, str],
    *,
    line: str = "line",
    state: str = "state",
    projects: str = "projects",
    longest: int | None = None,
    short: Mapping[str, str] | None = None,
) -> Spec:
    """One stacked bar a name in `words`, in its order, under the name and its words.

    `longest` is how many projects the full width stands for; `short` has names for where there is little room.
    """
    states = tuple(states)
    gap, fewer = TICKED if any(one.tick for one in states) else GAP, short or {}
    places = {name: place(name, words[name], before, gap, fewer.get(name, "")) for before, name in enumerate(words)}
    counted = [row for row in rows if row[projects] and str(row[line]) in places]
    pieces = [
        {**piece, **places[str(piece["line"]).strip()]}
        for piece in segments(counted, states, line, state, projects, None)
    ]
    furthest = longest or max((int(str(piece["end"])) for piece in pieces), default=1)
    return filled(template(len(places), furthest, gap), pieces=pieces, heads=places.values())


@lru_cache(maxsize=256)
def template(bars: int, furthest: int, gap: int) -> Spec:
    """The picture of so many bars, the full width standing for `furthest` projects, unfilled."""
    depth = (LINE + BAR + gap) * max(bars, 1) - GAP
    pieces, heads = alt.Chart(alt.NamedData("pieces")), alt.Chart(alt.NamedData("heads"))
    figures = figures_inside(pieces.encode(y=down("centre", depth)), furthest)
    layers = [blocks(pieces, furthest, depth), figures, name_over(heads, depth), words_over(heads, depth)]
    under = [ticks_under(pieces.encode(y=down("foot", depth)), furthest)] if gap == TICKED else []
    return layered([*layers, *under], depth).to_dict()


def place(name: str, words: str, before: int, gap: int = GAP, short: str = "") -> dict[str, object]:
    """Where a bar and its words stand, in pixels from the top, with `before` bars above it."""
    top = (LINE + BAR + gap) * before
    head = top + LINE
    return {
        "name": name, "short": short, "words": words, "top": top, "told": f"{name}: {words}" if words else name,
        "head": head, "centre": head + BAR / 2, "foot": head + BAR,
    }  # fmt: skip


def blocks(pieces: alt.Chart, furthest: int, depth: int) -> alt.Chart:
    """The pieces of the bars."""
    return pieces.mark_bar(strokeWidth=1.5, cornerRadius=2).encode(
        y=down("head", depth), y2=alt.Y2(field="foot"), **painted(furthest)
    )


def name_over(heads: alt.Chart, depth: int) -> alt.Chart:
    """The name of each bar, over its left end; the short one where there is little room and there is one."""
    return over(heads, depth, "left", fontWeight=600, color=INK, text=alt.ExprRef(NAMED)).encode(
        x=alt.XValue(0), description=alt.Description(field="told", type="nominal"),
    )


def words_over(heads: alt.Chart, depth: int) -> alt.Chart:
    """What is said of each bar, over the right end of its place: as much as there is room for beside its name."""
    said = f"{room('datum.words')} ? datum.words : {room(FEWER)} ? {FEWER} : split({FIRST}, ', ')[0]"
    return over(heads, depth, "right", fontSize=13, color=SOFT_INK, text=alt.ExprRef(said)).encode(
        x=alt.XValue("width")
    )


def room(words: str) -> str:
    """Whether there is room for these words beside the name, by how wide letters are on average."""
    return f"6.2 * length({NAMED}) + 5 * length({words}) + 6 < width"


def over(heads: alt.Chart, depth: int, align: str, **look: object) -> alt.Chart:
    """Text standing over the bars."""
    return heads.mark_text(align=align, baseline="top", **look).encode(y=down("top", depth))
