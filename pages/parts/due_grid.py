"""A grid of what is due: directorates down, returns across, in each cell words and a shade."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from textwrap import wrap

import altair as alt

from pages.parts.charts import SPOKEN, Spec, layered
from pages.parts.due_words import RETURNS, Row, cell, nothing_due
from pages.parts.grid import LINE, TIGHT, down_axis, down_words, ink, theme_axis
from pages.parts.palette import BLUE, INK, PAPER, State
from pages.parts.poured import filled

ROW = 68
NARROW = "width < 860"
GREY = "#f2f5f9"
SHADES = (
    State("received", "Received in time", "#d9e4f0", "#5d8bba", INK),
    State("received late", "Received late", "#94b6d8", "#2363a3", INK),
    State("part received", "Received in part", PAPER, BLUE, INK),
    State("missing", "Missing", PAPER, INK, INK),
    State("not due yet", "Not due yet", GREY, "#6f879b", INK),
)
NOTHING = State("nothing due", "Nothing due", PAPER, PAPER, INK)
SHORT = {
    "received": "sent", "received late": "late", "part received": "in part", "not due yet": "not yet",
    "nothing due": "none",
}  # fmt: skip
ROLE = 34
SAID = {"part received": "received in part"}


def standings(rows: Iterable[Row], today: date, links: Mapping[str, str]) -> Spec:
    """The grid of `returns/received_by_directorate`: a cell for each directorate and return.

    `today` is the day the rows speak of; `links` lead from a directorate's name to its own view.
    """
    given = list(rows)
    by_place = {(row["directorate_name"], row["return_name"]): row for row in given}
    names = list(dict.fromkeys(row["directorate_name"] for row in given))
    pieces = [
        {**piece(by_place.get((name, each)), name, each, today), "link": links.get(name, "")}
        for name in names
        for each in RETURNS
    ]
    down = tuple(dict.fromkeys(str(one["directorate"]) for one in pieces))
    across = tuple(dict.fromkeys(str(one["theme"]) for one in pieces))
    return filled(template(down, across), pieces=pieces)


def piece(row: Row | None, directorate: str, return_name: str, today: date) -> dict[str, object]:
    """One cell as the chart needs it: its words where there is room, and fewer on a phone."""
    state, fact, role = cell(row, today)
    shade = {one.code: one for one in SHADES}.get(state, NOTHING)
    fact = fact or nothing_due(return_name)
    told = [SAID.get(state, state), fact, *([role if len(role) <= ROLE else f"{role[:ROLE - 1]}…"] if role else [])]
    agreed = f", agreed by {role}" if role else ""
    return {
        "directorate": "\n".join(wrap(directorate, 14)),
        "theme": f"{'|'.join(wrap(RETURNS[return_name], 8, break_long_words=False))}\n{RETURNS[return_name]}",
        "fill": shade.fill, "edge": shade.edge, "ink": shade.ink, "heavy": state == "missing",
        "words": "\n".join(told), "few": "\n".join([SHORT.get(state, state), *wrap(short(fact), 8)]),
        "said": f"{directorate} · {RETURNS[return_name]}: {SAID.get(state, state)}, {fact}{agreed}",
    }  # fmt: skip


def short(fact: str) -> str:
    """A fact as a phone has room for it: 12 Oct 2026, 8 days."""
    words = fact.removeprefix("due ").removesuffix(" overdue").split(" ")
    return " ".join(word[:3] if word.istitle() else word for word in words)


@lru_cache(maxsize=64)
def template(down: tuple[str, ...], across: tuple[str, ...]) -> Spec:
    """The grid of these directorates and returns, unfilled."""
    deepest = max((words.count("\n") for words in across), default=1)
    base = alt.Chart(alt.NamedData("pieces")).encode(
        x=alt.X(field="theme", type="nominal", sort=list(across), axis=theme_axis(deepest, NARROW, deep=3), title=None),
        y=alt.Y(field="directorate", type="nominal", sort=list(down), axis=down_axis(), title=None),
        href=alt.Href(field="link", type="nominal"),
        tooltip=alt.Tooltip(field="said", type="nominal"),
    )
    layers = [tile(base), words_inside(base), down_words(base, across[0])]
    return layered(layers, ROW * max(len(down), 1)).to_dict()


def tile(base: alt.Chart) -> alt.Chart:
    """The cell itself, its edge heavy where the return is missing."""
    mark = base.mark_rect(cornerRadius=4, width={"band": 0.94}, height={"band": 0.9})
    return mark.encode(
        fill=alt.Fill(field="fill", type="nominal", scale=None),
        stroke=alt.Stroke(field="edge", type="nominal", scale=None),
        description=SPOKEN,
        strokeWidth=alt.StrokeWidthValue(1, condition={"test": "datum.heavy", "value": 2.5}),
    )


def words_inside(base: alt.Chart) -> alt.Chart:
    """The words of each cell, a line each."""
    lines = f"split({NARROW} ? datum.few : datum.words, '\\n')"
    up = alt.ExprRef(f"-{LINE} * (length({lines}) - 1) / 2")
    size = alt.ExprRef(f"{TIGHT} ? 10 : 13")
    words = base.mark_text(fontSize=size, lineHeight=LINE, baseline="middle", dy=up, text=alt.ExprRef(lines))
    return words.encode(color=ink())
