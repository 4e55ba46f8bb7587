"""A grid of projects: directorates down, themes across; main large, also small, or how strong."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from textwrap import wrap

import altair as alt

from pages.parts.charts import SPOKEN, Rows, Spec, layered
from pages.parts.palette import INK, PAPER, RULE, STRENGTHS, TINTS, readable_on
from pages.parts.poured import filled
from pages.parts.sentences import count

ROW, LINE = 64, 17
DOWN = 114
TOTAL = "#f2f5f9"
CRAMPED, TIGHT = "width < 520", "width < 210"
ALSO = f"datum.also ? ({CRAMPED} ? '+' : 'also ') + datum.also : ''"


def contributions(rows: Rows, *, strong: bool = False, total: str | None = None) -> Spec:
    """A cell for each directorate and theme: projects with it as main, large; also, small.

    `rows` hold directorate, theme, theme_code, main and also for every pair, 0 included, in the order
    to be shown; and where a click on the cell leads, as link. `strong` shows in place of the
    figures how many of the main projects are at each strength (possible, active, change_shown).
    The row of the directorate named `total` takes no part in the depth of the colours. On a
    phone the columns are headed by the codes, which `theme_key` puts into words.
    """
    given = list(rows)
    most = max((int(str(each["main"])) for each in given if each["directorate"] != total), default=0)
    pieces = [cell(each, most, total) for each in given]
    down = tuple(dict.fromkeys(str(one["directorate"]) for one in pieces))
    across = tuple(dict.fromkeys(str(one["theme"]) for one in pieces))
    return filled(template(down, across, strong), pieces=pieces)


@lru_cache(maxsize=64)
def template(down: tuple[str, ...], across: tuple[str, ...], strong: bool) -> Spec:
    """The grid of these directorates and themes, unfilled."""
    deepest = max((words.count("\n") for words in across), default=1)
    axis, side = theme_axis(deepest, cramped(across)), down_axis()
    base = alt.Chart(alt.NamedData("pieces")).encode(
        x=alt.X(field="theme", type="nominal", sort=list(across), axis=axis, title=None),
        y=alt.Y(field="directorate", type="nominal", sort=list(down), axis=side, title=None),
        href=alt.Href(field="link", type="nominal"),
        tooltip=alt.Tooltip(field="said", type="nominal"),
    )
    figures = [strength_figures(base, cramped(across))] if strong else [main_figure(base), also_figure(base)]
    layers = [tile(base), *figures, down_words(base, across[0])]
    return layered(layers, ROW * max(len(down), 1)).to_dict(validate=False)


def cell(row: Mapping[str, object], most: int, total: str | None) -> dict[str, object]:
    """One cell as the chart needs it."""
    directorate, theme, main = str(row["directorate"]), str(row["theme"]), int(str(row["main"]))
    summed = directorate == total
    fill = TOTAL if summed else tint(main, most)
    return {
        "directorate": "\n".join(wrap(directorate, 14)),
        "theme": "\n".join([str(row["theme_code"]), *wrap(theme, 16)]),
        "main": str(main) if main or summed else "–", "also": row["also"],
        "fill": fill, "edge": fill if main or summed else RULE, "ink": readable_on(fill),
        "link": row.get("link", ""), **strengths(row),
        "said": f"{directorate} · {theme}: {count(main, 'project')} with this as main theme, {row['also']} also",
    }  # fmt: skip


def strengths(row: Mapping[str, object]) -> dict[str, str]:
    """How many of a cell's main projects are at each strength, in words and in signs."""
    there = [(row.get(one.code.replace(" ", "_"), 0), one) for one in STRENGTHS]
    nothing = str(row["main"] or "–")
    return {
        "words": "\n".join(f"{size} {one.label.lower()}" for size, one in there if size) or nothing,
        "signs": "\n".join(f"{one.sign}{size}" for size, one in there if size) or nothing,
    }


def tint(main: int, most: int) -> str:
    """Deeper for more projects; white for none."""
    if not main:
        return PAPER
    return TINTS[min(len(TINTS) - 2, (main - 1) * (len(TINTS) - 1) // max(most, 1))]


def cramped(across: Sequence[str]) -> str:
    """Whether columns under these headings have no room for words, for the picture to work out."""
    return f"width < {112 * len(across)}"


def theme_axis(deepest: int, narrow: str, deep: int = 1) -> alt.Axis:
    """Themes in words where there is room, else by what stands first: up to `deep` lines, parted by |."""
    words = f"{narrow} ? split(split(datum.label, '\\n')[0], '|') : slice(split(datum.label, '\\n'), 1)"
    return alt.Axis(
        orient="top", labelExpr=words, labelLineHeight=LINE, labelFontSize=alt.ExprRef(f"{TIGHT} ? 10 : 14"),
        labelAngle=0, labelPadding=alt.ExprRef(f"8 + {LINE} * ({narrow} ? {deep - 1} : {deepest - 1})"),
    )  # fmt: skip


def down_axis() -> alt.Axis:
    """Room for the directorates, which `down_words` writes: an axis puts only first lines level."""
    return alt.Axis(labels=False, minExtent=DOWN, maxExtent=DOWN)


def down_words(base: alt.Chart, first: str) -> alt.Chart:
    """Directorates from the left edge of the picture, level with their cells on any number of lines."""
    lines = "split(datum.directorate, '\\n')"
    words = base.transform_filter(alt.FieldEqualPredicate(field="theme", equal=first))
    return words.mark_text(
        align="left", baseline="middle", dx=-DOWN, lineHeight=LINE, color=INK,
        text=alt.ExprRef(lines), dy=alt.ExprRef(f"-{LINE} * (length({lines}) - 1) / 2"),
    ).encode(x=alt.XValue(0), href=alt.Undefined)  # fmt: skip


def tile(base: alt.Chart) -> alt.Chart:
    """The cell itself."""
    return base.mark_rect(
        cornerRadius=4, strokeWidth=1, width={"band": 0.94}, height={"band": 0.9},
    ).encode(
        fill=alt.Fill(field="fill", type="nominal", scale=None),
        stroke=alt.Stroke(field="edge", type="nominal", scale=None),
        description=SPOKEN,
    )


def ink() -> alt.Color:
    """Black or white, whichever can be read on the cell."""
    return alt.Color(field="ink", type="nominal", scale=None)


def main_figure(base: alt.Chart) -> alt.Chart:
    """Projects with the theme as their main one."""
    return base.mark_text(fontSize=22, fontWeight=600, dy=-5).encode(text=alt.Text(field="main", type="nominal"), color=ink())


def also_figure(base: alt.Chart) -> alt.Chart:
    """Projects that also contribute, small and never added."""
    return base.mark_text(fontSize=13, dy=18, text=alt.ExprRef(ALSO)).encode(color=ink())


def strength_figures(base: alt.Chart, narrow: str) -> alt.Chart:
    """Main projects at each strength, a line each, in words where there is room."""
    said = f"split({narrow} ? datum.signs : datum.words, '\\n')"
    up = alt.ExprRef(f"-{LINE} * (length(split(datum.words, '\\n')) - 1) / 2")
    return base.mark_text(fontSize=14, lineHeight=LINE, dy=up, text=alt.ExprRef(said)).encode(color=ink())


def theme_key(rows: Rows, *, theme: str = "theme", code: str = "theme_code") -> list[str]:
    """The themes behind the codes, in order: “T1 Efficient, accessible council”."""
    return list(dict.fromkeys(f"{each[code]} {each[theme]}" for each in rows))
