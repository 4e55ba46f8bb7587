"""What the Themes page says, in plain English made by rule from rows of queries/themes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pages.parts.sentences import count, listed, number, of

Row = Mapping[str, Any]
NONE = "none"
NAMED = 2


@dataclass(frozen=True)
class Scope:
    """Which projects are spoken of: their noun, plural, and " in" a directorate or nothing."""

    one: str = "project"
    many: str = "projects"
    where: str = ""

    def how_many(self, size: int) -> str:
        """A number of them: 3 strategic boards."""
        return count(size, self.one, self.many)


def scope(place: str, level: str, kind: str) -> Scope:
    """The projects of a place ("" for the whole council), a level and a kind ("" for every one)."""
    thing = f"{kind} project" if kind.endswith("ing") else kind or "project"
    things = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    words = [f"{level} {each}".strip().lower() for each in (thing, things)]
    return Scope(words[0], words[1], f" in {place}" if place else "")


def projects(rows: Iterable[Row]) -> int:
    """How many projects the rows of one place add up to: each counts once, under its main theme."""
    return sum(row["main"] for row in rows)


def empty(rows: Iterable[Row]) -> list[Row]:
    """The themes of the plan that no project of the rows has as its main one."""
    return [row for row in rows if row["theme"] != NONE and not row["main"]]


def gaps(rows: Iterable[Row], told: Scope) -> list[str]:
    """The headline for every theme: what nobody has as main theme, or who has least."""
    found = list(rows)
    plan, gone = [row for row in found if row["theme"] != NONE], empty(found)
    if not gone:
        least = min(row["main"] for row in plan)
        few = [quoted(row) for row in plan if row["main"] == least]
        verb = "has" if len(few) == 1 else "have"
        return [
            f"Every theme is the main theme of at least one {told.one}{told.where}; "
            f"{listed(few, NAMED)} {verb} fewest, {number(least)}"
        ]
    if len(gone) <= NAMED:
        return [gap(row, told) for row in gone]
    said = f"{of(len(gone), len(plan))} themes of the plan are no {told.one}’s main theme{told.where}"
    most = max(plan, key=lambda row: row["main"])
    return [f"{said}; {held(most, projects(found), Scope(told.one, told.many))}" if most["main"] else said]


def gap(row: Row, told: Scope) -> str:
    """A theme without a main project, and who contributes to it all the same."""
    main = f"No {told.one}{told.where} has {quoted(row)} as its main theme"
    if not row["also"]:
        return f"{main}, and none also contributes"
    return f"{main}; {also(row['also'])}"


def also(size: int) -> str:
    """How many contribute beside their main theme."""
    return f"{number(size)} also {'contributes' if size == 1 else 'contribute'}"


def unstated(rows: Iterable[Row], told: Scope) -> str:
    """How many have not sent their themes, and in which directorates if `rows` hold several; or ""."""
    missing = [row for row in rows if row["theme"] == NONE and row["main"]]
    if not missing:
        return ""
    size = projects(missing)
    said = f"{told.how_many(size)}{told.where} {'has not sent its' if size == 1 else 'have not sent their'} themes"
    if told.where:
        return said
    return f"{said}: {listed(number(row['main']) + ' in ' + row['directorate_name'] for row in missing)}"


def one_theme(row: Row, whole: int, told: Scope) -> str:
    """The headline for one theme in one place, of `whole` projects there."""
    if row["theme"] == NONE:
        if not row["main"]:
            return f"Every {told.one}{told.where} has sent its themes"
        verb = "has not sent its" if row["main"] == 1 else "have not sent their"
        return f"{number(row['main'])} of {told.how_many(whole)}{told.where} {verb} themes"
    if not row["main"]:
        return gap(row, told)
    beside = f"; {also(row['also'])}" if row["also"] else ""
    return f"{held(row, whole, told)} as {'its' if row['main'] == 1 else 'their'} main theme: {strength(row)}{beside}"


def held(row: Row, whole: int, told: Scope) -> str:
    """How many of the `whole` projects of a place have a theme as their main one."""
    every = row["main"] == whole > 1
    who = f"all {number(whole)} {told.many}" if every else f"{number(row['main'])} of {told.how_many(whole)}"
    return f"{who}{told.where} {'has' if row['main'] == 1 else 'have'} {quoted(row)}"


def strength(row: Row) -> str:
    """How strong the main contributions of a row are: change shown first."""
    shown, active, possible = row["change_shown"], row["active"], row["possible"]
    parts = (
        (shown, "shows a change", "show a change"),
        (active, "has work under way", "have work under way"),
        (possible, "could contribute", "could contribute"),
    )
    return listed(f"{number(size)} {one if size == 1 else many}" for size, one, many in parts if size)


def difference(row: Row, told: Scope) -> str:
    """What came of the projects of one place, from a row of `themes/difference_by_directorate`."""
    base = f"{number(row['service'])} of {told.how_many(row['projects'])}{told.where}"
    said = f"{base} changed a service or policy; {number(row['result'])} measured a result"
    quiet = row["projects"] - row["told"]
    return f"{said}; {number(quiet)} {'has' if quiet == 1 else 'have'} not said" if quiet else said


def adds_up(rows: Iterable[Row], told: Scope) -> str:
    """That the main figures of one place add up to its projects, and that nothing else is added."""
    return (
        f"Each of the {told.how_many(projects(rows))} counts once, under its main theme. “Also” is never added."
    )


def without(rows: Iterable[Row], told: Scope) -> str:
    """The empty cells of one place as a sentence, or that there is none."""
    gone = [quoted(row) + (f" ({also(row['also'])})" if row["also"] else "") for row in empty(rows)]
    if not gone:
        return f"Every theme is the main theme of at least one {told.one}"
    return f"No {told.one} has {listed(gone, joined_by='or')} as its main theme"


def quoted(row: Row) -> str:
    """The short name of a theme in quotation marks, since it may hold commas of its own."""
    return f"“{row['theme_name']}”"
