"""From proposal to result in words: where projects stand, how long it takes, what to ask."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pages.parts.sentences import count, day, listed, number
from pages.parts.themes_words import Scope

Row = Mapping[str, Any]
ON_THE_WAY = ("proposed", "agreed", "active")
SET_ASIDE = {
    "full": "all the time and money it needs is set aside", "part": "part of the time and money is set aside",
    "none": "no time or money is set aside", None: "nobody said what is set aside",
}  # fmt: skip


def by_status(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows of one place by status."""
    return {row["status"]: row for row in rows}


def spell(days: int) -> str:
    """A number of days in months, so that all that stand together can be compared: 5 months, 25 months."""
    months = round(days * 12 / 365.25)
    return count(months, "month") if months else "under a month"


def no(how_many: int) -> str:
    """A number in running text; none for 0."""
    return number(how_many) if how_many else "none"


def where_they_stand(rows: Sequence[Row], told: Scope) -> str:
    """The headline: how many projects are on the way, and how many ended in the half-year."""
    found, whole = by_status(rows), sum(row["projects"] for row in rows)
    proposed, agreed, active = (found[each]["projects"] for each in ON_THE_WAY)
    complete, stopped = (found[each]["came"] for each in ("complete", "stopped"))
    opening = f"On {day(rows[0]['on_day'])}"
    if not whole:
        return f"{opening}, no {told.one}{told.where} was known yet"
    first = f"{told.how_many(proposed) if proposed else f'no {told.one}'} {were(proposed)} proposed"
    ends = f"in the half-year {no(complete)} {were(complete)} completed and {no(stopped)} stopped"
    return f"{opening}{told.where}, {first}, {no(agreed)} agreed and {no(active)} active; {ends}"


def were(how_many: int) -> str:
    """The verb for a number of projects: 1 was, none was, 4 were."""
    return "were" if how_many > 1 else "was"


def held_up(waiting: Iterable[Row]) -> str:
    """Which projects have not begun though their planned first day has passed; "" for none."""
    late = [row for row in waiting if row["start_passed"]]
    if not late:
        return ""
    if len(late) == 1:
        (row,) = late
        when = day(row["planned"])
        return f"“{row['title']}” ({row['directorate_name']}) was to begin on {when} and has not begun: ask what holds it up"
    names = listed((f"“{row['title']}”" for row in late), 2)
    return f"{number(len(late))} have not begun though their planned first day has passed: {names}. Ask what holds them up"


def resources(rows: Sequence[Row], told: Scope) -> str:
    """How many of the agreed and active projects have time and money set aside."""
    found = [row for row in rows if row["status"] in ("agreed", "active")]
    whole = sum(row["projects"] for row in found)
    if not whole:
        return ""
    full, part, none, quiet = (
        sum(row[f"resource_{each}"] for row in found) for each in ("full", "part", "none", "not_said")
    )
    parts = [f"{words} for {number(size)}" for size, words in ((part, "in part"), (none, "not at all")) if size]
    parts += [f"{number(quiet)} {'does' if quiet == 1 else 'do'} not say"] if quiet else []
    if whole == 1:
        (state,) = (each for each in SET_ASIDE if sum(row[f"resource_{each or 'not_said'}"] for row in found))
        return f"for the one agreed or active {told.one}, {SET_ASIDE[state]}"
    who = f"{no(full)} of the {number(whole)} agreed or active {told.many}"
    return listed([f"time and money are set aside in full for {who}", *parts])


def pace(rows: Sequence[Row]) -> str:
    """How long it took to move on from proposed and from agreed; "" where too few are known."""
    found = by_status(rows)
    said = [
        f"{spell(found[status]['middle_taken'])} to move on from {status}"
        for status in ("proposed", "agreed")
        if found[status]["middle_taken"] is not None
    ]
    return f"it has taken {listed(said)} (the middle of all such moves)" if said else ""


def not_known(rows: Iterable[Row]) -> str:
    """How many projects and moves no return states the day for; "" when all are known."""
    found = list(rows)
    quiet, moves = (sum(row[name] for row in found) for name in ("not_known", "moves_not_known"))
    said = [count(quiet, "project")] if quiet else []
    said += [count(moves, "move")] if moves else []
    return f"how long is not known for {listed(said)}, because no return states the day" if said else ""


def so_far(row: Row) -> str:
    """Under a tile: the middle time spent there so far, or how many ended in the half-year."""
    if row["status"] not in ON_THE_WAY:
        return f"{no(row['came'])} this half-year"
    return f"{spell(row['middle_days'])} so far" if row["middle_days"] is not None else ""


def took(row: Row) -> str:
    """Under a tile: how long it took those that moved on."""
    return f"took {spell(row['middle_taken'])}" if row["middle_taken"] is not None else ""


def over_bar(row: Row) -> str:
    """Over the bar of one status: how many have what set aside."""
    parts = [(row["resource_full"], "in full"), (row["resource_part"], "in part"), (row["resource_none"], "none")]
    return " · ".join(f"{number(size)} {words}" for size, words in parts) if row["projects"] else "no project"


def waits(row: Row, on_day: date, today: date | None = None) -> str:
    """What is said of one project that was proposed or agreed `on_day`, as it is read `today`."""
    since = f"{row['status']} for {spell(row['days'])}" if row["days"] is not None else f"{row['status']}, since when is not known"
    begin = f"is to begin on {day(row['planned'])}"
    if row["start_passed"]:
        begin = f"was to begin on {day(row['planned'])}"
    elif row["planned"] == on_day:
        begin = "is to begin that day"
    elif today and row["planned"] <= today:
        begin = f"was to begin on {day(row['planned'])}: the next return will say whether it has"
    return f"{row['directorate_name']}: {since}, {begin}; {SET_ASIDE[row['resource']]}"
