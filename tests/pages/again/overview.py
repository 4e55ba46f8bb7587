"""Overview: its three sentences and figures, from projects and returns."""

import re
from datetime import datetime

from data.database import Database
from pages.parts.overview_gaps import next_step, not_good
from pages.parts.overview_words import Figures, good, none_reach, unsent
from tests.pages.again.overview_due import who_has_not_sent
from tests.pages.again.reading import Row, read, well_formed
from tests.queries.plain import aims, themes
from tests.queries.plain.dues import due
from tests.queries.plain.files import Council
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read the three sentences and who has not sent; how many there were."""
    figures = figures_of(database, as_at, period)
    if not figures.headline["projects"]:
        return 0
    every = aims.projects(council, as_at, period)
    what_is_good(well_formed(good(figures).said), every, themes.projects(council, as_at, period))
    gone = no_project(council, as_at, period)
    what_is_not(well_formed(not_good(figures).said), every, gone)
    none_is_left_out(not_good(figures).said, every)
    late = overdue(council, as_at, period)
    what_next(well_formed(next_step(figures).said), late, gone)
    items = asked(database, "returns/due_items", as_at, period=period).rows
    who_has_not_sent(unsent(figures.returns, items), council, due(council, as_at, period))
    places = asked(database, "maturity/aims_by_directorate", as_at, period=period, **COUNTING)
    where_none_reaches(none_reach(places.rows), every)
    return 5


def where_none_reaches(said: str, every: list[Row]) -> None:
    """Each directorate of which no rated project reaches its aim is named with how many it rated, no other."""
    wanted = {f"{name} ({size} rated)" for name, size in reaching_nowhere(every).items()}
    assert bool(said) == bool(wanted) and all(each in said for each in wanted)
    assert said.count(" rated)") == len(wanted)


def none_is_left_out(said: str, every: list[Row]) -> None:
    """Where most are short of their aim, up to three directorates where none reaches it are named too."""
    named = list(reaching_nowhere(every))
    if "below the step" not in said or not named:
        assert "No project reaches it" not in said
        return
    told = said.partition(". No project reaches it in ")[2]
    assert all(name in told for name in named[:2]) and (len(named) <= 3) == all(name in told for name in named)


def reaching_nowhere(every: list[Row]) -> dict[str, int]:
    """The directorates of which no rated project reaches its aim, and how many each rated."""
    rated: dict[str, list[bool]] = {}
    for each in every:
        if each["aim"]:
            rated.setdefault(each["directorate_name"], []).append(each["aim"] != "not reached")
    return {name: len(reach) for name, reach in rated.items() if not any(reach)}


def figures_of(database: Database, as_at: datetime, period: str) -> Figures:
    """What the page makes its sentences of; nobody was counted in these councils."""
    council = {"directorate": "all"}
    told = {
        name: asked(database, address, as_at, period=period, **COUNTING).where(**council)
        for name, address in (
            ("aims", "maturity/aims_by_directorate"),
            ("difference", "themes/difference_by_directorate"),
            ("themes", "themes/projects_by_main_theme"),
        )
    }
    headline = asked(database, "overview/headline", as_at, period=period).one
    received = asked(database, "returns/received_by_directorate", as_at, period=period).rows
    first = {name: (rows[0] if rows else None) for name, rows in told.items()}
    places = asked(database, "maturity/aims_by_directorate", as_at, period=period, **COUNTING).rows
    return Figures(headline, first["aims"], first["difference"], told["themes"], (), received, places)


def what_is_good(said: str, every: list[Row], contributions: list[Row]) -> None:
    """Change that was made, movement up, or aims reached: true of the projects."""
    made = [each["difference"] for each in contributions if each["main_or_also"] == "main"]
    service, result = (made.count(each) for each in themes_differences())
    if " made a difference" in said:
        pattern = (
            r"(\d+) of (\d+) projects? made a difference: "
            r"(?:(\d+) changed a service or policy)?(?: and )?(?:(\d+) measured a result)?"
        )
        assert read(pattern, said) == (service + result, len(made), service or None, result or None)
    elif "moved up" in said:
        assert not service + result
        up, down = (sum(each["moved"] == way for each in every) for way in ("moved up", "moved down"))
        assert read(r"(\d+) projects? moved up since the half-year before and (none|\d+) moved down", said) == (up, down)
        assert up > down
    elif "rated" in said and re.match(r"\d", said):
        assert read(r"(\d+) of (\d+) rated projects reach(?:es)? the step .*", said) == reach(every)
    else:
        assert not service + result and not reach(every)[0]


def themes_differences() -> tuple[str, str]:
    """The two answers that count as change."""
    return "a service or policy changed", "a result was measured"


def reach(every: list[Row]) -> tuple[int, int]:
    """How many rated projects reach their aim, and how many are rated."""
    rated = [each for each in every if each["lowest"] is not None]
    return sum(each["lowest"] >= each["aiming_for"] for each in rated), len(rated)


def no_project(council: Council, as_at: datetime, period: str) -> list[str]:
    """The themes that no project has as its main one."""
    main = {each["theme"] for each in themes.projects(council, as_at, period) if each["main_or_also"] == "main"}
    return [each["short"] for each in council.ordered("themes") if each["code"] not in main]


def what_is_not(said: str, every: list[Row], gone: list[str]) -> None:
    """Most projects short of their aim, or a theme that no project has."""
    reached, rated = reach(every)
    if "below the step" in said:
        short, whole = read(r"(\d+) of (\d+) rated projects (?:is|are) below the step .*", said)
        assert (short, whole) == (rated - reached, rated) and 2 * short >= whole
    elif gone:
        assert re.findall(r"“(.*?)”", said) == gone and "nor" not in said
    else:
        assert said.startswith("Nothing stands out")


def overdue(council: Council, as_at: datetime, period: str) -> dict[tuple[str, str], list[str]]:
    """The states of what is due, by directorate and return, where any of it is missing."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in due(council, as_at, period):
        found.setdefault((row["directorate"], row["return_name"]), []).append(row["state"])
    return {each: states for each, states in found.items() if "missing" in states}


def what_next(said: str, late: dict[tuple[str, str], list[str]], gone: list[str]) -> None:
    """Returns that are overdue, whole or in part, else a theme, else going on."""
    part = sum("received" in states or "late" in states for states in late.values())
    if late:
        whole, some = re.search(r": (\d+) returns?", said), re.search(r"part of (\d+)", said)
        assert (int(whole[1]) if whole else 0, int(some[1]) if some else 0) == (len(late) - part, part), said
    else:
        assert said.startswith("Ask why no project" if gone else "Keep going: no return is overdue")
