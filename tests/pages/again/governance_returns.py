"""Who takes part, how long a return takes, and what moved since the first half-year, said again."""

import re
from datetime import datetime

from data.database import Database
from pages.council.governance_returns import COMPARED
from pages.parts import due_words
from pages.parts import practice_words as words
from pages.parts.coverage_grid import SAID, coverage
from pages.parts.palette import MOVES
from pages.parts.worded import worded
from tests.pages.again.reading import Row, numbers, pieces, well_formed
from tests.queries.plain import governance, minutes, returns
from tests.queries.plain.files import Council
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read them for the council and every directorate; how many sentences there were."""
    sent = asked(database, "returns/received_by_directorate", as_at, period=period)
    slow_sent = returns.received_by_directorate(council, as_at, period)
    covered = asked(database, "governance/coverage_by_period", as_at)
    slow_covered = governance.coverage_by_period(council, as_at)
    the_grid(covered.rows, slow_covered, council)
    seen = moves(database, council, as_at, period) + how_long(database, council, as_at, period)
    for place in ("all", *(each["code"] for each in council.ordered("directorates"))):
        chosen = {} if place == "all" else {"directorate": place}
        mine = [row for row in slow_sent if chosen.items() <= row.items()]
        if mine:
            came_in(due_words.answer(sent.where(**chosen), "then", "" if place == "all" else "Here"), mine)
        here = [row for row in slow_covered if {**chosen, "period": period}.items() <= row.items()]
        if here:
            who_takes_part(words.covered(covered.where(**chosen, period=period)), here)
        if place == "all" and slow_covered:
            since_first(words.since_first(covered.rows, period), slow_covered, period)
        seen += bool(mine) + bool(here)
    return seen


def came_in(said: str, mine: list[Row]) -> None:
    """How many returns came in, in part, or are missing."""
    states = [row["state"] for row in mine]
    whole, part, missing = (states.count(each) for each in ("received", "part received", "missing"))
    told = numbers(well_formed(said))
    if whole == len(states):
        assert told == ([whole] if whole > 1 else []) and "came in" in said
    elif missing == len(states):
        assert "missing" in said if missing == 1 else told == [0, missing]
    elif "not due yet" in states:
        assert told == [whole, len(states)] and not missing
    elif len(states) == part == 1:
        assert told == [] and "in part" in said
    else:
        first = missing or whole
        assert told == [first, len(states), *([part] if part else [])] and whole + part + missing == len(states)
        assert ("complete" in said) == (not missing)


def who_takes_part(said: str, here: list[Row]) -> None:
    """How many directorates rated a project in the half-year, and which did not, by what they did before."""
    states = {row["directorate_name"]: row["coverage"] for row in here}
    if len(here) == 1:
        assert said == f"{here[0]['directorate_name']} {words.ALONE[here[0]['coverage']]}"
        return
    first, *rest = said.split("; ")
    active = list(states.values()).count("active")
    assert numbers(well_formed(first)) == [active, len(states)]
    quiet = {each: [name for name, state in states.items() if state == each] for each in words.REST}
    assert rest == [f"{words.listed(names)} {words.REST[each]}" for each, names in quiet.items() if names]


def since_first(said: str, rows: list[Row], period: str) -> None:
    """How many rated a project in the first half-year; nothing where that is the one shown."""
    first = [row for row in rows if row["period"] == rows[0]["period"]]
    active = sum(row["coverage"] == "active" for row in first)
    if rows[0]["period"] == period:
        assert said == ""
    else:
        assert numbers(said, rows[0]["period_label"]) == [active, len(first)]


def the_grid(rows: tuple[Row, ...], slowly: list[Row], council: Council) -> None:
    """Each cell says what its directorate did in its half-year, and of how many projects."""
    codes = {row["period"] for row in slowly}
    if not codes:
        return
    names = [row["label"] for row in council.ordered("directorates")]
    drawn = pieces(coverage(rows, names, [each for each in council.ordered("periods") if each["code"] in codes]))
    cells = {each["said"].split(": ")[0]: each for each in drawn if "said" in each}
    for row in slowly:
        cell = cells[f"{row['directorate_name']} · {row['period_label']}"]
        assert SAID[row["coverage"]] in cell["words"] and (row["baseline"] == ("first half-year" in cell["said"]))
        said = re.search(r"(\d+) of (\d+) projects rated", cell["said"])
        assert [int(each) for each in said.groups()] == [row["rated"], row["projects"]] if row["projects"] else not said


def how_long(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """How many minutes a return took, of how many that said so, and in the first half-year that anybody did."""
    told = asked(database, "governance/minutes_by_period", as_at)
    slowly = minutes.minutes_by_period(council, as_at)
    places = {row["directorate"] for row in slowly}
    for place in places:
        mine = [row for row in slowly if row["directorate"] == place and row["middle_minutes"] is not None]
        here = [row for row in mine if row["period"] == period]
        labels = [row["period_label"] for row in mine]
        said = numbers(well_formed(words.minutes(told.where(directorate=place), period)), *labels)
        size = [row["sendings"] - row["not_said"] for row in here]
        wanted = [row["middle_minutes"] for row in here] + [each for each in size if each > 1]
        assert said == wanted + ([mine[0]["middle_minutes"]] if here and here[0] is not mine[0] else [])
    return len(places)


def moves(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Which way projects moved since the first half-year: in words, over each bar, and as its pieces."""
    told = asked(database, "governance/movement_since_baseline", as_at, period=period, **COUNTING).rows
    slowly = governance.movement_since_baseline(council, as_at, period, **COUNTING)
    for row, worked in zip(told, slowly, strict=True):
        ways = [worked[each] for each in ("moved_up", "same", "moved_down")]
        assert numbers(well_formed(words.moved(row))) == ([sum(ways), *ways] if any(ways) else [0])
        assert numbers(words.over_moves(row)) == (ways if any(ways) else [0])
        bars = [{"line": "Here", "state": state, "projects": row[column]} for state, column in COMPARED.items()]
        drawn = pieces(worded(bars, MOVES, {"Here": "said"}))
        assert [each["end"] - each["start"] for each in drawn if each.get("said")] == [each for each in ways if each]
    return 2 * len(told)
