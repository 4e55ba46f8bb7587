"""A small grid of who takes part: directorates down, half-years across, a mark and words in each cell."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from textwrap import wrap

import altair as alt

from pages.parts.charts import Spec, layered
from pages.parts.due_grid import tile
from pages.parts.grid import CRAMPED, LINE, TIGHT, cramped, down_axis, down_words, ink
from pages.parts.palette import BLUE, INK, PAPER, State
from pages.parts.poured import filled
from pages.parts.practice_words import Row
from pages.parts.sentences import of

ROW = 58
COVERAGE = (
    State("active", "Rated a project", "#d9e4f0", "#5d8bba", INK, "●"),
    State("started", "Rated one before, none now", PAPER, BLUE, INK, "◐"),
    State("silent", "Never rated one", PAPER, INK, INK, "○"),
    State("not expected", "Not expected yet", "#f2f5f9", "#6f879b", INK, "·"),
)
SAID = {"active": "rated", "started": "rated before", "silent": "never rated"}
FIRST = "first"


def coverage(rows: Iterable[Row], names: Sequence[str], periods: Sequence[Row]) -> Spec:
    """A cell for each of the directorates named and each half-year, from `governance/coverage_by_period`."""
    found = {(row["directorate_name"], row["period"]): row for row in rows}
    pieces = [piece(found.get((name, each["code"])), name, each) for name in names for each in periods]
    down = tuple(dict.fromkeys(str(one["directorate"]) for one in pieces))
    across = tuple(dict.fromkeys(str(one["theme"]) for one in pieces))
    return filled(template(down, across), pieces=pieces)


def piece(row: Row | None, name: str, period: Row) -> dict[str, object]:
    """One cell as the chart needs it: its mark and words where there is room, the mark on a phone."""
    state = {one.code: one for one in COVERAGE}[row["coverage"] if row else "not expected"]
    rated = of(row["rated"], row["projects"]) if row and row["projects"] else ""
    words = "" if row is None else f"{state.sign} {SAID[state.code]}"
    base = [FIRST] if row and row["baseline"] else []
    beside = ", ".join(filter(None, [rated, *base]))
    told = f"{state.label}{f', {rated} projects rated' if rated else ''}{', its first half-year' if base else ''}"
    return {
        "directorate": "\n".join(wrap(name, 14)),
        "theme": "\n".join([*wrap(period["code"], 8), "|", *wrap(period["label"], 16)]),
        "fill": state.fill, "edge": state.edge, "ink": state.ink, "heavy": state.code == "silent",
        "words": "\n".join(filter(None, [words, beside])) or state.sign,
        "few": "\n".join(filter(None, [state.sign, rated.replace(" of ", "/")])),
        "said": f"{name} · {period['label']}: {told}",
    }  # fmt: skip


@lru_cache(maxsize=64)
def template(down: tuple[str, ...], across: tuple[str, ...]) -> Spec:
    """The grid of these directorates and half-years, unfilled."""
    deepest = max((words.split("\n|\n")[1].count("\n") for words in across), default=1)
    base = alt.Chart(alt.NamedData("pieces")).encode(
        x=alt.X(field="theme", type="nominal", sort=list(across), axis=period_axis(deepest, cramped(across)), title=None),
        y=alt.Y(field="directorate", type="nominal", sort=list(down), axis=down_axis(), title=None),
        tooltip=alt.Tooltip(field="said", type="nominal"),
    )
    layers = [tile(base), words_inside(base, cramped(across)), down_words(base, across[0])]
    return layered(layers, ROW * max(len(down), 1)).to_dict()


def period_axis(deepest: int, narrow: str) -> alt.Axis:
    """Half-years in words where there is room, by code where there is not."""
    parts = "split(datum.label, '\\n|\\n')"
    code = f"({TIGHT} ? replace({parts}[0], '-', '\\n-') : {parts}[0])"
    return alt.Axis(
        orient="top", labelExpr=f"split({narrow} ? {code} : {parts}[1], '\\n')", labelAngle=0,
        labelLineHeight=LINE, labelLimit=200,
        labelPadding=alt.ExprRef(f"{8 + LINE * max(deepest, 1)} + ({TIGHT} ? {LINE} : 0)"),
        labelFontSize=alt.ExprRef(f"{TIGHT} ? 10 : {CRAMPED} ? 11 : 14"),
    )  # fmt: skip


def words_inside(base: alt.Chart, narrow: str) -> alt.Chart:
    """The mark and the words of each cell, a line each."""
    few = f"({TIGHT} ? replace(datum.few, '/', '/\\n') : datum.few)"
    lines = f"split({narrow} ? {few} : datum.words, '\\n')"
    up = alt.ExprRef(f"-{LINE} * (length({lines}) - 1) / 2")
    words = base.mark_text(fontSize=13, lineHeight=LINE, baseline="middle", dy=up, text=alt.ExprRef(lines))
    return words.encode(color=ink())
