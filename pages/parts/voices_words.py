"""What the page on staff and people says, in plain English made by rule from the figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pages.parts.maturity_words import Row, some
from pages.parts.sentences import count, listed, number, of
from pages.parts.themes_words import Scope


def answer(rated: Row, stages: Iterable[Row], told: Scope) -> list[str]:
    """How many projects both sides rated, and which side scores higher where they differ."""
    if not rated["rated"]:
        return [f"No {told.one}{told.where} has a rating yet"]
    if not rated["separately"]:
        return [f"No {told.one}{told.where} was rated by staff and people separately"]
    found = list(stages)
    sizes = [sum(row[name] for row in found) for name in ("people_lower", "same", "people_higher")]
    return [f"Staff and people each rated {number(rated['separately'])} of {base(rated, told)}", side(*sizes)]


def base(rated: Row, told: Scope) -> str:
    """The projects of a place that have a rating: 42 projects in Finance."""
    return f"{told.how_many(rated['rated'])}{told.where}"


def unrated(rated: Row, told: Scope) -> str:
    """How many projects have no rating and so count in neither; nothing where all or none have one."""
    if not (rated["rated"] and rated["not_rated"]):
        return ""
    has = "has" if rated["not_rated"] == 1 else "have"
    return f"The ratings above leave out {told.how_many(rated['not_rated'])} that {has} none."


def side(lower: int, same: int, higher: int) -> str:
    """Which side scores higher, and at how many stages of the projects that both rated."""
    both = f"{count(lower + same + higher, 'stage')} both scored"
    if not lower + higher:
        return f"They gave the same scores at all of the {both}"
    if lower == higher:
        return f"Of the {both}, people scored {number(lower)} lower than staff and as many higher"
    more, word, less, other = lower, "lower", higher, "higher"
    if higher > lower:
        more, word, less, other = higher, "higher", lower, "lower"
    return f"People scored {word} than staff at {number(more)} of the {both}, and {other} at {some(less)}"


def staff_alone(rated: Row, told: Scope) -> str:
    """How many of the rated projects staff alone rated; nothing where none is rated."""
    if not rated["rated"]:
        return ""
    return f"Rated by staff alone: {number(rated['staff_alone'])} of {base(rated, replace(told, where=''))}"


def over_stage(row: Row) -> str:
    """What stands over one stage's dots: “people lower in 8 of 10, higher in none”."""
    if not row["both"]:
        return "no project scored by both"
    lower, higher, both = row["people_lower"], row["people_higher"], row["both"]
    if not lower + higher:
        return f"the same score in {of(both, both)}"
    if higher > lower:
        return f"people higher in {of(higher, both)}, lower in {some(lower)}"
    return f"people lower in {of(lower, both)}, higher in {some(higher)}"


def stage_said(row: Row) -> str:
    """One stage in whole words, for those who cannot see the picture."""
    middle = ""
    if row["staff_middle"] is not None:
        middle = f" Middle score of staff {row['staff_middle']}, of people {row['people_middle']}."
    return f"{row['stage_name']}: {over_stage(row)}.{middle}"


def by_project(rows: Iterable[Row]) -> list[list[Row]]:
    """The gaps that have evidence, those of a project together, the widest first.

    `rows` are those of `maturity/two_voices`, widest first.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["evidence"]:
            found.setdefault(str(row["project_id"]), []).append(row)
    return list(found.values())


def gaps(rows: Sequence[Row], steps: Mapping[int, str]) -> str:
    """Where one project was scored apart: the widest gap with its steps, the rest in figures."""
    first, rest = rows[0], rows[1:]
    staff, people = (f"{first[name]} {steps[first[name]]}" for name in ("staff_score", "people_score"))
    said = f"At {first['stage_name']} staff say {staff}, people {people}."
    if not rest:
        return said
    figures = listed(f"{row['stage_name']} {row['staff_score']} and {row['people_score']}" for row in rest)
    return f"{said} Also {figures}."


def unlisted(rows: Iterable[Row]) -> str:
    """How many gaps come without evidence and so are not listed; nothing where there is none."""
    bare = [row for row in rows if not row["evidence"]]
    if not bare:
        return ""
    said = f"{count(len(bare), 'gap')} in {count(len({row['project_id'] for row in bare}), 'project')}"
    verbs = ("comes", "is") if len(bare) == 1 else ("come", "are")
    return f"{said} {verbs[0]} without evidence, and so {verbs[1]} not listed"


def over_raters(row: Row) -> str:
    """What stands over a directorate's bar: “staff alone 2 of 9”."""
    return f"staff alone {of(row['staff_alone'], row['rated'])}" if row["rated"] else "no ratings"
