"""One project's four stages as rows of eight steps, with the step it aims for and both voices."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from pages.parts.charts import Spec, layered
from pages.parts.palette import PAPER, RULE, SOFT_INK, VIOLET, State
from pages.parts.poured import filled
from pages.parts.rows import down
from pages.parts.worded import name_over, words_over

Row = Mapping[str, Any]
STEPS = range(8)
ABOVE = 24
LINE = 20
BOX = 26
GAP = 12
PALE = "#f1f4f8"
OTHER = State("other", "The other side’s step", PAPER, VIOLET, VIOLET)
AIM = State("aim", "From here on it reaches its aim", VIOLET, VIOLET, PAPER, "┃")


def ladder(rows: Sequence[Row], words: Sequence[str], bands: Mapping[int, State], aim: str) -> Spec:
    """A row of eight steps a stage, under its name and its words; `aim` stands over the step aimed for.

    `rows` are those of `projects/stages` for one project, `bands` how each step is painted.
    """
    said = zip(rows, words, strict=True)
    heads = [head(place, str(row["stage_name"]), over) for place, (row, over) in enumerate(said)]
    boxes = [box(row, step, place, bands) for row, place in zip(rows, heads, strict=True) for step in STEPS]
    goal = rows[0]["aiming_for"]
    lines = [] if goal is None else aim_lines(goal, aim, heads)
    return filled(template(len(rows), bool(goal and goal >= 4)), boxes=boxes, heads=heads, aims=lines)


def aim_lines(goal: int, words: str, heads: Iterable[Row]) -> list[dict[str, Any]]:
    """A line before the step aimed for, at every stage, and a short one beside the words over them."""
    beside = {"at": goal, "words": words, "top": 0, "foot": ABOVE - 6}
    each = [{"at": goal, "words": "", "top": one["head"] - 3, "foot": one["foot"] + 3} for one in heads]
    return [beside, *each]


def depth(stages: int) -> int:
    """How deep the picture of so many stages is, in pixels."""
    return ABOVE + (LINE + BOX + GAP) * stages - GAP


def head(place: int, name: str, words: str) -> dict[str, Any]:
    """Where a stage's name, words and steps stand, in pixels from the top."""
    top = ABOVE + (LINE + BOX + GAP) * place
    return {"name": name, "words": words, "told": f"{name}: {words}", "top": top, "head": top + LINE, "foot": top + LINE + BOX}


def box(row: Row, step: int, place: Mapping[str, Any], bands: Mapping[int, State]) -> dict[str, Any]:
    """One step of one stage: painted where it counts, edged where the other side stands, else pale."""
    counts = row["answer"] == str(step)
    other = not counts and step in (row["staff_score"], row["people_score"])
    look = bands[step] if counts else OTHER
    return {
        "from": step + 0.03, "to": step + 0.97, "middle": step + 0.5, "shown": str(step),
        "head": place["head"], "foot": place["foot"], "centre": (place["head"] + place["foot"]) / 2,
        "fill": look.fill if counts or other else PALE,
        "edge": look.edge if counts or other else RULE,
        "ink": look.ink if counts or other else SOFT_INK,
        "weight": 600 if counts or other else 400,
        "said": f"{row['stage_name']}: {place['words']}",
    }  # fmt: skip


@lru_cache(maxsize=16)
def template(stages: int, leftwards: bool) -> Spec:
    """The picture of so many stages, unfilled; `leftwards` when words on the aim go left of its line."""
    high = depth(stages)
    boxes, heads, aims = (alt.Chart(alt.NamedData(name)) for name in ("boxes", "heads", "aims"))
    layers = [
        blocks(boxes, high), numbers(boxes, high), name_over(heads, high), words_over(heads, high),
        aim_line(aims, high), aim_words(aims, high, leftwards),
    ]  # fmt: skip
    return layered(layers, high).to_dict()


def along(field: str) -> alt.X:
    """A place along the eight steps."""
    return alt.X(field=field, type="quantitative", axis=None, scale=alt.Scale(domain=[0, 8], nice=False))


def colour(channel: Any, field: str) -> Any:
    """A colour as the row states it."""
    return channel(field=field, type="nominal", scale=None)


def blocks(boxes: alt.Chart, high: int) -> alt.Chart:
    """The eight steps of every stage."""
    return boxes.mark_bar(strokeWidth=1.5, cornerRadius=2).encode(
        x=along("from"), x2=alt.X2(field="to"), y=down("head", high), y2=alt.Y2(field="foot"),
        fill=colour(alt.Fill, "fill"), stroke=colour(alt.Stroke, "edge"),
        tooltip=alt.Tooltip(field="said", type="nominal"),
    )  # fmt: skip


def numbers(boxes: alt.Chart, high: int) -> alt.Chart:
    """The number of each step, inside it."""
    return boxes.mark_text(baseline="middle", fontSize=13).encode(
        x=along("middle"), y=down("centre", high),
        text=alt.Text(field="shown", type="nominal"), color=colour(alt.Color, "ink"),
    )  # fmt: skip


def aim_line(aims: alt.Chart, high: int) -> alt.Chart:
    """A line before the step aimed for."""
    line = aims.mark_rule(strokeWidth=3, color=VIOLET)
    return line.encode(x=along("at"), y=down("top", high), y2=alt.Y2(field="foot"))


def aim_words(aims: alt.Chart, high: int, leftwards: bool) -> alt.Chart:
    """What is aimed for, beside the head of its line, on the side that has more room."""
    side = {"align": "right", "dx": -6} if leftwards else {"align": "left", "dx": 6}
    words = aims.mark_text(baseline="top", fontSize=13, fontWeight=600, color=VIOLET, **side)
    return words.encode(x=along("at"), y=down("top", high), text=alt.Text(field="words", type="nominal"))


def painted(states: Iterable[State], rows: Iterable[Row]) -> dict[int, State]:
    """How each step of the ladder is painted: in the colour of its band."""
    by_code = {state.code: state for state in states}
    return {int(row["step"]): by_code[str(row["band"])] for row in rows}
