"""From proposal to result: where projects stand, how long it takes and what holds them up, said again."""

import re
from datetime import datetime

from data.database import Database
from pages.council.governance import stacked
from pages.parts import governance_words as words
from pages.parts.palette import RESOURCES
from pages.parts.pipeline import pipeline as tiles
from pages.parts.sentences import day
from pages.parts.themes_words import scope
from pages.parts.worded import worded
from tests.pages.again import governance_returns, practice
from tests.pages.again.reading import Row, numbers, pieces, well_formed
from tests.queries.plain import pipeline
from tests.queries.plain.files import Council
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING

WAITING = ("proposed", "agreed")


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read the page's sentences for every place; how many there were."""
    told = asked(database, "governance/pipeline_by_directorate", as_at, period=period, **COUNTING)
    slowly = pipeline.pipeline_by_directorate(council, as_at, period, **COUNTING)
    projects = asked(database, "governance/pipeline_projects", as_at, period=period).rows
    each_one = pipeline.pipeline_projects(council, as_at, period)
    seen = practice.read_again(database, council, as_at, period)
    seen += governance_returns.read_again(database, council, as_at, period)
    for place in dict.fromkeys(row["directorate"] for row in slowly):
        rows = told.where(directorate=place)
        mine = {row["status"]: row for row in slowly if row["directorate"] == place}
        the_headline(rows, mine, "" if place == "all" else "Here")
        set_aside(rows, mine)
        how_long(rows, mine)
        the_tiles(rows, mine)
        seen += 8
        who_waits(
            [each for each in projects if place in ("all", each["directorate"])],
            [each for each in each_one if place in ("all", each["directorate"])], rows,
        )  # fmt: skip
    return seen + len(each_one)


def the_headline(rows: tuple[Row, ...], mine: dict[str, Row], place: str) -> None:
    """How many stand where on the day, and how many ended in the half-year."""
    said = well_formed(words.where_they_stand(rows, scope(place, "", "")))
    wanted = [mine[each]["projects"] for each in words.ON_THE_WAY]
    wanted += [mine[each]["came"] for each in ("complete", "stopped")]
    if not any(row["projects"] for row in mine.values()):
        wanted = [0]
    assert numbers(said, day(mine["active"]["on_day"])) == wanted, said


def set_aside(rows: tuple[Row, ...], mine: dict[str, Row]) -> None:
    """Time and money: in words for those agreed and active, as bars for each status on the way."""
    found = [mine["agreed"], mine["active"]]
    whole = sum(each["projects"] for each in found)
    full, part, none, quiet = (sum(each[f"resource_{state}"] for each in found) for state in ("full", "part", "none", "not_said"))
    assert full + part + none + quiet == whole
    said = well_formed(words.resources(rows, scope("", "", "")))
    if whole > 1:
        assert numbers(said) == [full, whole, *(size for size in (part, none, quiet) if size)], said
    elif whole:
        (state,) = (each for each in (*words.SET_ASIDE,) if any(row[f"resource_{each or 'not_said'}"] for row in found))
        assert words.SET_ASIDE[state] in said
    bars = [row for row in rows if row["status"] in words.ON_THE_WAY]
    over = {row["status"]: words.over_bar(row) for row in bars}
    drawn = pieces(worded([piece for row in bars for piece in stacked(row["status"], row, RESOURCES, "resource_")], RESOURCES, over))
    for status in words.ON_THE_WAY:
        row = mine[status]
        sizes = [row[f"resource_{each}"] for each in pipeline.RESOURCES]
        counted = numbers(over[status].replace("none", ""))
        assert counted == (sizes if row["projects"] else [0]), over[status]
        shown = sum(int(each["shown"]) for each in drawn if str(each.get("said", "")).startswith(f"{status}: ") and each["shown"])
        assert shown == row["projects"] or not row["projects"]


def days(said: str) -> tuple[float, float]:
    """The least and the most days that a length of time in words may stand for."""
    size = 0 if "under a month" in said else int(re.search(r"(\d+) month", said)[1])
    return (size - 0.5) * 365.25 / 12, (size + 0.5) * 365.25 / 12


def stands_for(said: str, wanted: int) -> None:
    """A length of time in words is that many days."""
    least, most = days(said)
    assert least <= wanted <= most, (said, wanted)


def how_long(rows: tuple[Row, ...], mine: dict[str, Row]) -> None:
    """How long it took to move on, where three or more are known, and what is not known."""
    said = well_formed(words.pace(rows))
    for status in WAITING:
        found = re.search(rf"(under a month|\d+ \w+) to move on from {status}", said)
        assert bool(found) == (mine[status]["middle_taken"] is not None)
        if found:
            stands_for(found[1], mine[status]["middle_taken"])
    quiet, moves = (sum(row[name] for row in mine.values()) for name in ("not_known", "moves_not_known"))
    assert numbers(well_formed(words.not_known(rows)).replace("no return", "")) == [each for each in (quiet, moves) if each]


def the_tiles(rows: tuple[Row, ...], mine: dict[str, Row]) -> None:
    """The figure of each tile, and the times or ends under it."""
    for one in pieces(tiles(rows)):
        row = mine[one["status"].lower()]
        assert one["figure"] == str(row["projects"])
        so_far, took = row["middle_days"], row["middle_taken"]
        if row["status"] in words.ON_THE_WAY:
            assert ("so far" in one["words"]) == (so_far is not None)
        else:
            assert numbers(one["words"].split("\n")[0]) == [row["came"]] and so_far is None
        assert ("took" in one["words"]) == (took is not None)
        for line, wanted in ((r".* so far", so_far), (r"took .*", took)):
            for part in re.findall(line, one["words"]):
                stands_for(part, wanted)


def who_waits(projects: list[Row], mine: list[Row], rows: tuple[Row, ...]) -> None:
    """Which have not begun though they should have, and what is said of each that waits."""
    waiting = [each for each in mine if each["status"] in WAITING]
    late = [each for each in waiting if each["start_passed"]]
    said = words.held_up(each for each in projects if each["status"] in WAITING)
    if len(late) > 1:
        assert said.startswith(f"{len(late)} have not begun") and f"“{late[0]['title']}”" in said
    else:
        assert bool(said) == bool(late) and all(each["title"] in said and day(each["planned"]) in said for each in late)
    for row, each in zip((one for one in projects if one["status"] in WAITING), waiting, strict=True):
        told = words.waits(row, rows[0]["on_day"])
        assert told.startswith(each["directorate_name"]) and words.SET_ASIDE[each["resource"]] in told
        assert ("was to begin" in told) == each["start_passed"] and (each["days"] is None) == ("not known" in told)
        if each["days"] is not None:
            stands_for(told.split(f"{each['status']} for ")[1], each["days"])
