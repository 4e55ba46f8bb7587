"""What has changed since the half-year before, in words: the answer, the groups, and the themes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from queries import choices

from pages.parts.maturity_lists import named
from pages.parts.sentences import count, listed

Row = Mapping[str, Any]
Steps = Mapping[int, str]
NEWLY, LEFT, NOT_NOW, NOT_THEN = "newly covered", "left", "not said yet", "not said before"
MEANT = {
    NEWLY: "Newly covered",
    LEFT: "Left: no project has it as its main theme any more",
    NOT_NOW: "Not sent yet: projects that had it have not sent their themes",
    NOT_THEN: "Covered now, but not sent in the half-year before",
}


@dataclass(frozen=True)
class Group:
    """Projects that changed in one way: the column that counts them, a heading, what it means, and the
    projects in it, with what is said of each."""

    column: str
    heading: str
    meaning: str
    holds: Callable[[Row], bool]
    told: Callable[[Row, Steps], str]


def came(word: str) -> Callable[[Row], bool]:
    """Projects that came to the half-year in this way."""
    return lambda row: bool(row["came"] == word)


def moved(word: str) -> Callable[[Row], bool]:
    """Projects that moved in this way."""
    return lambda row: bool(row["moved"] == word)


def middles(row: Row, steps: Steps) -> str:
    """The middle score before, and now."""
    return f"was {named(row['middle_before'], steps)}, is now {named(row['middle'], steps)}"


def aims(row: Row, steps: Steps) -> str:
    """From which aim to which."""
    return f"aimed for {named(row['aiming_before'], steps)}, now for {named(row['aiming_for'], steps)}"


def nothing(row: Row, steps: Steps) -> str:
    """Nothing more than the project."""
    return ""


GROUPS = (
    Group("moved_up", "Moved up", "Their middle score rose; the same side rated them both times",
          moved("moved up"), middles),
    Group("moved_down", "Moved down", "Their middle score fell; the same side rated them both times",
          moved("moved down"), middles),
    Group("newly_evidenced", "Newly with evidence", "They give evidence now and did not before",
          lambda row: bool(row["newly_evidenced"]), nothing),
    Group("aims_lowered", "Aim lowered", "They aim for a lower step than before",
          lambda row: bool(row["aim_lowered"]), aims),
    Group("newly_silent", "No rating now", "They sent a rating before and none now",
          lambda row: bool(row["newly_silent"]), nothing),
    Group("new", "New", "They were not under way in the half-year before",
          came("new"), lambda row, steps: str(row["kind"])),
    Group("ended", "No longer running", "They were under way in the half-year before and had ended by this one",
          came("ended"), lambda row, steps: str(row["status"])),
)  # fmt: skip


def half_year_before(period: str) -> str:
    """The half-year before one, in words; nothing for the first."""
    rows = choices("periods")
    place = [str(row["code"]) for row in rows].index(period)
    return str(rows[place - 1]["label"]) if place else ""


def has(how_many: int) -> str:
    """The verb after a number of projects."""
    return "has" if how_many == 1 else "have"


def answer(row: Row, before: str, place: str) -> list[str]:
    """What has changed, in a few sentences: moves, comings and goings, and who sent no rating."""
    up, down, silent = row["moved_up"], row["moved_down"], row["newly_silent"]
    where = f" in {place}" if place else ""
    said = [f"No project{where} moved up or down since {before}"]
    if up or down:
        said = [f"Since {before}, {count(up, 'project')}{where} moved up and {down} moved down"]
    if row["new"] or row["ended"]:
        said.append(f"{count(row['new'], 'is', 'are')} new and {row['ended']} no longer {'runs' if row['ended'] == 1 else 'run'}")
    if silent:
        said.append(f"{count(silent, 'project')} that sent a rating before {has(silent)} sent none now")
    return said


def under_way(row: Row) -> str:
    """How many projects are under way, and how that adds up."""
    verb = "is" if row["now"] == 1 else "are"
    return f"{count(row['now'], 'project')} {verb} under way now; there were {row['before']} before."


def of_themes(rows: Sequence[Row]) -> list[str]:
    """Which themes are newly covered, left, or not said, a line each that there is."""
    found = {
        change: [row["theme_name"] for row in rows if row["change"] == change] for change in MEANT
    }
    return [f"{MEANT[change]}: {listed(names)}" for change, names in found.items() if names]
