"""What has changed: its sentences and bars, from projects, ratings and themes of both half-years."""

import re
from collections.abc import Mapping
from datetime import datetime

from data.database import Database
from pages.parts import changed_earlier as earlier
from pages.parts import changed_words as words
from pages.parts.due_words import EVERY_RETURN
from pages.parts.sentences import day
from tests.pages.again.reading import Row, listed_names, numbers, well_formed
from tests.queries.plain import changed, corrected
from tests.queries.plain.files import Council
from tests.queries.plain.ratings import period_before
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING

STEPS = {step: f"step {step}" for step in range(8)}


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read every sentence of every place, and on every act since; how many there were."""
    seen = since_final(database, council, as_at, period)
    before = period_before(council, period)
    if before is None:
        return seen
    label = council.entry("periods", before)["label"]
    every = changed.projects(council, as_at, period)
    shown = asked(database, "changed/projects", as_at, period=period)
    themes = asked(database, "changed/themes_by_directorate", as_at, period=period, **COUNTING)
    slowly = changed.themes_by_directorate(council, as_at, period, **COUNTING)
    for row in asked(database, "changed/projects_by_directorate", as_at, period=period, **COUNTING).rows:
        place = row["directorate"]
        mine = [each for each in every if place in ("all", each["directorate"])]
        sizes = counted(mine)
        the_answer(row, sizes, "" if place == "all" else "Here", label)
        the_sum(row, sizes)
        the_groups(sizes, [each for each in shown.rows if place in ("all", each["directorate"])])
        the_themes(themes.where(directorate=place), [each for each in slowly if each["directorate"] == place])
        seen += 4
    return seen + sum(a_project(row) for row in shown.rows)


def counted(mine: list[Row]) -> dict[str, int]:
    """How many projects changed in each way, and how many there were before and are now."""
    came = [each["came"] for each in mine]
    return {
        "moved_up": sum(each["moved"] == "moved up" for each in mine),
        "moved_down": sum(each["moved"] == "moved down" for each in mine),
        "newly_evidenced": sum(each["newly_evidenced"] for each in mine),
        "aims_lowered": sum(each["aim_lowered"] for each in mine),
        "newly_silent": sum(each["newly_silent"] for each in mine),
        "new": came.count("new"),
        "ended": came.count("ended"),
        "before": came.count("still") + came.count("ended"),
        "now": came.count("still") + came.count("new"),
    }


def the_answer(row: Row, sizes: Mapping[str, int], place: str, label: str) -> None:
    """Moves, comings and goings, and who fell silent, where there are any."""
    first, *rest = [well_formed(each) for each in words.answer(row, label, place)]
    moves = [sizes["moved_up"], sizes["moved_down"]]
    assert numbers(first, label) == (moves if any(moves) else [0]), first
    came = [sizes["new"], sizes["ended"]]
    silent = [[sizes["newly_silent"]]] if sizes["newly_silent"] else []
    told = [numbers(each.replace("none now", "")) for each in rest]
    assert told == ([came] if any(came) else []) + silent, rest


def the_sum(row: Row, sizes: Mapping[str, int]) -> None:
    """How many are under way is what was there, and what is new, less what ended."""
    before, new, ended, now = (sizes[each] for each in ("before", "new", "ended", "now"))
    assert before + new - ended == now
    assert numbers(well_formed(words.under_way(row))) == [now, before]


def the_groups(sizes: Mapping[str, int], rows: list[Row]) -> None:
    """Each group holds as many projects as were worked out."""
    for group in words.GROUPS:
        assert sum(map(group.holds, rows)) == sizes[group.column], group.heading


def the_themes(rows: tuple[Row, ...], slowly: list[Row]) -> None:
    """The themes that are newly covered, left, or not said: each once, on its own line."""
    found = {change: [each["theme_name"] for each in slowly if each["change"] == change] for change in words.MEANT}
    said = words.of_themes(rows)
    assert len(said) == sum(map(bool, found.values()))
    told = iter(said)
    for change, names in found.items():
        if names:
            assert next(told).removeprefix(f"{words.MEANT[change]}: ") == words.listed(names)


def a_project(row: Row) -> int:
    """What is said of one project in each of its groups: a rise rises, and a lowered aim is lower."""
    held = [group for group in words.GROUPS if group.holds(row)]
    for group in held:
        told = numbers(re.sub(r"step \d", "", group.told(row, STEPS)))
        if group.column in ("moved_up", "moved_down", "aims_lowered"):
            then, now = told
            assert (now > then) == (group.column == "moved_up") and now != then
    assert sum(group.column in ("new", "ended") for group in held) <= 1
    return len(held)


def since_final(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """What is said of each act after the half-year was final, and of each project that counts otherwise."""
    acts = asked(database, "changed/after_final", as_at, period=period).rows
    for row, worked in zip(acts, corrected.after_final(council, as_at, period), strict=True):
        an_act(well_formed(earlier.act(row)), worked)
    details = asked(database, "changed/details_after_final", as_at, period=period).rows
    for row, worked in zip(details, corrected.details_after_final(council, as_at, period), strict=True):
        a_detail(earlier.detail(row), worked)
    return len(acts) + len(details)


def an_act(said: str, worked: Row) -> None:
    """When, who, what, and of how many projects."""
    when, _, rest = said.partition(": ")
    assert when == day(worked["done_on"]) and f"“{EVERY_RETURN[worked['return_name']]}”" in rest
    assert rest.startswith(worked["directorate_name"] or "Somebody")
    titles = (worked["titles"] or "").split("; ")
    if worked["titles"]:
        size, names = re.fullmatch(r".* for (\d+) projects? \((.*)\)", rest).groups()
        assert int(size) == worked["returns"] and len(titles) <= worked["returns"]
        others = re.search(r"(\d+) others?$", names)
        shown = [each for each in listed_names(names) if not others or each != others[0]]
        assert shown == titles[: len(shown)] and len(shown) + int(others[1] if others else 0) == len(titles)


def a_detail(said: str, worked: Row) -> None:
    """What counts otherwise: it joined, it left, or it moved from one to another."""
    assert said.startswith(worked["title"])
    named = [worked[f"{each}_then"] for each in ("directorate_name", "level", "kind")]
    now = [worked[each] for each in ("directorate_name", "level", "kind")]
    moves = [(then, new) for then, new in zip(named, now, strict=True) if then != new]
    if worked["what"] == "moved":
        assert moves and all(f"{then} to {new}" in said for then, new in moves)
    else:
        assert ("counts now" in said) == (worked["what"] == "joined")
