"""How far people are involved, in sentences made by rule from the figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import Any

from pages.parts.palette import State
from pages.parts.sentences import count, listed, number, of

Row = Mapping[str, Any]


def answer(row: Row, scope: str = "") -> str:
    """How many of the rated projects reach the step they aim for."""
    opening = f"{scope[:1].upper()}{scope[1:]}: " if scope else ""
    if not row["rated"]:
        return f"{opening}no project has a rating yet"
    reach = row["reached"] + row["so_far"]
    if row["rated"] == 1:
        verb = "reaches" if reach else "does not reach"
        return f"{opening}the one rated project {verb} the step it aims for at every stage it has started"
    verb, they = ("reaches the step it aims", "it has") if reach == 1 else ("reach the step they aim", "they have")
    return f"{opening}{of(reach, row['rated'])} rated projects {verb} for at every stage {they} started"


def aims(row: Row) -> str:
    """How many aim for the top of the ladder, always said beside how many reach their aim."""
    high, rated = row["aim_together"], row["rated"]
    if rated == 1:
        return f"it {'aims' if high else 'does not aim'} for co-design or co-production"
    who = of(high, rated) if high else f"none of the {number(rated)}"
    return f"{who} {'aim' if high > 1 else 'aims'} for co-design or co-production"


def movement(row: Row, first: bool) -> str:
    """Which way projects moved since the half-year before; `first` when there is none before."""
    if first:
        return "This is the first half-year, so there is no movement to show yet"
    ways = {name: row[name] for name in ("moved_up", "same", "moved_down")}
    if not any(ways.values()):
        return "No project can be compared with the half-year before"
    up, same, fell = map(some, ways.values())
    return f"Since the half-year before, {up} moved up, {same} stayed the same and {fell} moved down"


def apart(row: Row, first: bool) -> str:
    """Why the rest of the projects are in none of the three ways of moving."""
    changed, unrated = row["rater_changed"], row["not_in_both"]
    if first or not (changed or unrated):
        return ""
    was, are = ("was" if each == 1 else "were" for each in (changed, unrated))
    other = f"{number(changed)} {was} rated by another side than before (staff, people or both)" if changed else ""
    once = f"{number(unrated)} {are} not rated in both half-years" if unrated else ""
    return f"Not compared: {' and '.join(filter(None, (other, once)))}."


def by_whom(row: Row) -> str:
    """How many of the rated projects staff alone rated."""
    alone, rated = row["rated_by_staff"], count(row["rated"], "rated project")
    if alone == row["rated"]:
        return f"All {rated} were rated by staff alone." if alone > 1 else "Staff alone rated it."
    if row["rated"] == 1:
        return "Staff did not rate it alone."
    return f"Staff alone rated {some(alone)} of the {rated}."


def some(how_many: int) -> str:
    """A number in running text; none for 0."""
    return number(how_many) if how_many else "none"


def coverage(row: Row, received: Iterable[Row]) -> str:
    """How many projects have a return, from how many directorates, and who sent none."""
    found = {each["directorate_name"]: each["coverage"] for each in received}
    active, silent, quiet = (
        [name for name in found if found[name] == coverage] for coverage in ("active", "silent", "started")
    )
    said = (
        f"Returns came for {of(row['returned'], row['projects'])} projects, "
        f"with ratings from {of(len(active), len(found))} directorates."
    )
    if silent:
        said += f" {listed(silent)} {has(silent)} never sent a rating."
    if quiet:
        said += f" {listed(quiet)} {has(quiet)} sent none for this half-year."
    return said


def has(names: Sequence[str]) -> str:
    """The verb for one name or several."""
    return "has" if len(names) == 1 else "have"


def by_stage(stages: Sequence[Row]) -> str:
    """At which stages people work together with staff most often, and at which least often."""
    enough = [row for row in stages if row["scored"] >= 3]
    shares = {row["stage_name"]: Fraction(row["together"], row["scored"]) for row in enough}
    most, least = max(shares.values(), default=0), min(shares.values(), default=0)
    if len(shares) < 2:
        return ""
    if not most:
        where = " that 3 or more projects scored" if any(row["together"] for row in stages) else ""
        return f"No rated project works together (step 6 or 7) at any stage{where}."
    if most == least:
        return "Working together is as common at one stage as at another."
    said = {row["stage_name"]: f"{row['stage_name']} ({of(row['together'], row['scored'])})" for row in stages}
    top, foot = (listed(said[name] for name in shares if shares[name] == end) for end in (most, least))
    return f"Working together is most common at {top} and least common at {foot}."


def over_bar(row: Row) -> str:
    """What stands over one stage's bar: “4 of 9 scored 6 or 7 · middle 5, most near it”."""
    if not row["scored"]:
        return "no scores"
    alike = "very mixed" if row["spread"] == "scores vary a lot" else "most near it"
    middle = "" if row["middle"] is None else f"middle {row['middle']}, {alike}"
    return " · ".join(filter(None, (f"{of(row['together'], row['scored'])} scored 6 or 7", middle)))


def described(name: str, stages: Sequence[Row]) -> str:
    """The same for every stage in whole words, for those who cannot see the picture."""
    return f"{name}, {count(stages[0]['projects'], 'project')}. " + " ".join(map(in_full, stages))


def in_full(row: Row) -> str:
    """One stage: how many scored at 6 or 7, the middle score, and how alike the scores are."""
    if not row["scored"]:
        return f"{row['stage_name']}: no scores."
    middle = "" if row["middle"] is None else f", middle score {row['middle']}, {row['spread']}"
    return f"{row['stage_name']}: {of(row['together'], row['scored'])} scored at 6 or 7{middle}."


def spelt_out(states: Iterable[State], ladder: Iterable[Row]) -> list[State]:
    """The bands with the steps they hold beside their names: “Telling (steps 1 to 3)”."""
    groups = groupby(ladder, key=lambda row: str(row["band"]))
    held = {band: spanned([row["step"] for row in rows]) for band, rows in groups}
    return [
        replace(state, label=f"{state.label} ({held[state.code]})") if state.code in held else state
        for state in states
    ]


def spanned(steps: Sequence[object]) -> str:
    """Steps from the first to the last: step 0, steps 4 and 5, steps 1 to 3."""
    if len(steps) == 1:
        return f"step {steps[0]}"
    return f"steps {steps[0]} {'and' if len(steps) == 2 else 'to'} {steps[-1]}"
