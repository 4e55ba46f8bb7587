"""Colours and shapes, in one place.

Bands run from light and warm to dark and cool, so their order shows without colour vision
and in print; every mark stands out from white by 3:1, and fills from one another in every kind
of colour vision (tests/pages/test_palette.py works both out)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pages.parts.contrast import contrast

INK = "#1a1a1a"
SOFT_INK = "#4b5563"
RULE = "#cfd6df"
PAPER = "#ffffff"
BLUE = "#00539f"
VIOLET = "#4b2e83"
PALE_VIOLET = "#9a86c4"
FONT = '"Source Sans", sans-serif'
GREY = "#bfc4cb"
GREY_EDGE = "#5b6470"

BANDS = ("#c08840", "#5f6e79", "#004985", "#002448")
STEPS = ("#c08840", "#85939b", "#798791", "#5f6e79", "#165b92", "#004985", "#00366a", "#002448")
TINTS = ("#e3ecf5", "#c3d6e9", "#94b6d8", "#5d8bba", "#2363a3", "#0b2a52")


@dataclass(frozen=True)
class State:
    """How a step, band or absence is drawn: as a sign, or as a piece of a bar with a tick under it, if any."""

    code: str
    label: str
    fill: str
    edge: str
    ink: str
    sign: str = ""
    dashed: bool = False
    tick: str = ""

    @property
    def colour(self) -> str:
        """The colour of its sign: the fill where that can be seen, else the edge."""
        return self.fill if contrast(self.fill, PAPER) >= 3 else self.edge


@dataclass(frozen=True)
class Verdict:
    """How one verdict is drawn: a word, a shape of its own and a colour, never colour alone."""

    label: str
    shape: str
    colour: str
    sign: str
    hollow: bool = False


ABSENT = (
    State("NS", "Not started", PAPER, GREY_EDGE, INK),
    State("NA", "Not applicable", GREY, GREY_EDGE, INK),
    State("no return", "No return", PAPER, GREY_EDGE, INK, dashed=True),
)

STRENGTHS = (
    State("change shown", "Change shown", BLUE, BLUE, PAPER, "◕"),
    State("active", "Work under way", BLUE, BLUE, PAPER, "◑"),
    State("possible", "Could contribute", BLUE, BLUE, PAPER, "◔"),
)

AIMS = (
    State("reached", "Reaches its aim", VIOLET, PAPER, PAPER),
    State("so far", "Reaches it at every stage started so far", PALE_VIOLET, PAPER, INK),
    State("not reached", "Below its aim at a stage", PAPER, VIOLET, INK),
    State("not rated", "Not rated", PAPER, GREY_EDGE, INK, dashed=True),
)

MOVES = (
    State("moved up", "Moved up", VIOLET, PAPER, PAPER),
    State("same", "Same", PALE_VIOLET, PAPER, INK),
    State("moved down", "Moved down", PAPER, VIOLET, INK),
    State("rater changed", "Rated by another side than before", GREY, GREY_EDGE, INK),
    State("not rated in both", "Not rated in both half-years", PAPER, GREY_EDGE, INK, dashed=True),
)

RATERS = (
    State("separately", "Staff and people, separately", VIOLET, PAPER, PAPER),
    State("together", "Staff and people together", PALE_VIOLET, PAPER, INK),
    State("people_alone", "People alone", GREY, GREY_EDGE, INK),
    State("staff_alone", "Staff alone", PAPER, VIOLET, INK),
    State("not_rated", "Not rated", PAPER, GREY_EDGE, INK, dashed=True),
)

ANSWERS = (
    State("yes", "Yes", BLUE, BLUE, PAPER, "●"),
    State("partly", "Partly", BLUE, BLUE, PAPER, "◐"),
    State("no", "No", BLUE, BLUE, PAPER, "○"),
    State("not sure", "Not sure", PAPER, GREY_EDGE, INK, "?"),
    State("not answered", "Not answered", PAPER, GREY_EDGE, INK, "–"),
    State("no return", "No return", PAPER, GREY_EDGE, INK, "⬚", dashed=True),
    State("not asked", "Not asked yet", PAPER, GREY_EDGE, INK, "·"),
)

RESOURCES = (
    State("full", "Set aside in full", BLUE, PAPER, PAPER),
    State("part", "In part", "#5d8bba", PAPER, INK),
    State("none", "None set aside", PAPER, BLUE, INK),
    State("not said", "Not said", PAPER, GREY_EDGE, INK, dashed=True),
)

PRACTICES = (
    State("yes", "Yes", BLUE, PAPER, PAPER),
    State("partly", "Partly", "#5d8bba", PAPER, INK),
    State("not yet", "Not yet", "#b1c9e2", "#3e73ab", INK),
    State("no", "No", PAPER, BLUE, INK),
    State("not said", "Not said", PAPER, GREY_EDGE, INK, dashed=True),
)

VERDICTS = (
    Verdict("Fewer than expected", "triangle-down", "#a84300", "▼"),
    Verdict("No clear difference", "circle", "#5c6670", "●"),
    Verdict("More than expected", "triangle-up", BLUE, "▲"),
    Verdict("Too few to say", "diamond", "#5c6670", "◇", hollow=True),
)
STAFF = Verdict("Staff", "circle", BLUE, "●")
PEOPLE = Verdict("People", "diamond", VIOLET, "◇", hollow=True)
POPULATION = Verdict("Population", "stroke", INK, "┃")


def bands(ladder: Iterable[Mapping[str, object]]) -> tuple[State, ...]:
    """The four bands and the three absences, from rows of the ladder (band, band_label)."""
    named = {int(str(row["band"])): str(row["band_label"]) for row in ladder}
    return tuple(scored(band, label, BANDS) for band, label in sorted(named.items())) + ABSENT


def steps(ladder: Iterable[Mapping[str, object]]) -> tuple[State, ...]:
    """The eight steps and the three absences, from rows of the ladder (step, label)."""
    named = {int(str(row["step"])): f"{row['step']} {row['label']}" for row in ladder}
    scores = (scored(step, label, STEPS) for step, label in sorted(named.items()))
    return tuple(replace(one, tick=one.code) for one in scores) + ABSENT


def scored(code: int, label: str, colours: tuple[str, ...]) -> State:
    """A band or step in its colour, with the ink that can be read on it."""
    fill = colours[min(code, len(colours) - 1)]
    return State(str(code), label, fill, PAPER, readable_on(fill))


def readable_on(fill: str) -> str:
    """Black or white ink, whichever contrasts more with the fill."""
    return PAPER if contrast(fill, PAPER) >= contrast(fill, INK) else INK
