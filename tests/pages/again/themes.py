"""What projects contribute to: the sentences on themes, from what each project sent."""

import re
from datetime import datetime

from data.database import Database
from pages.parts import themes_words as words
from tests.pages.again.reading import N, Row, read, well_formed
from tests.queries.plain.files import Council
from tests.queries.plain.themes import projects
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING

DIFFERENCES = ("a service or policy changed", "a result was measured")


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read every sentence of every place; how many there were."""
    every, seen = projects(council, as_at, period), 0
    told = asked(database, "themes/projects_by_main_theme", as_at, period=period, **COUNTING)
    made = asked(database, "themes/difference_by_directorate", as_at, period=period, **COUNTING)
    for row in made.rows:
        place = row["directorate"]
        scope = words.scope("" if place == "all" else "Here", "", "")
        mine = [each for each in every if place in ("all", each["directorate"])]
        rows = told.where(directorate=place)
        the_gaps(rows, mine, scope)
        adds_up(rows, mine, scope)
        for each in rows:
            one_theme(each, mine, scope)
        difference(row, mine, scope)
        seen += 4 + len(rows)
    return seen


def held(mine: list[Row], theme: str, role: str = "main") -> list[Row]:
    """The projects that have a theme as their main one, or also."""
    return [each for each in mine if (each["theme"], each["main_or_also"]) == (theme, role)]


def mains(mine: list[Row]) -> list[Row]:
    """Each project once."""
    return [each for each in mine if each["main_or_also"] == "main"]


def the_gaps(rows: tuple[Row, ...], mine: list[Row], scope: words.Scope) -> None:
    """The headline: themes that no project has as its main one, or those that fewest have."""
    sizes = {row["theme_name"]: len(held(mine, row["theme"])) for row in rows if row["theme"] != "none"}
    empty = [name for name, size in sizes.items() if not size]
    said = [well_formed(each) for each in words.gaps(rows, scope)]
    if not empty:
        (one,) = said
        few = [name for name, size in sizes.items() if size == min(sizes.values())]
        others = re.search(r"and (\d+) others?", one)
        named = re.findall(r"“(.*?)”", one)
        assert set(named) <= set(few) and len(named) + int(others[1] if others else 0) == len(few)
        assert one.endswith(f"fewest, {min(sizes.values())}")
    elif len(empty) <= words.NAMED:
        assert [re.findall(r"“(.*?)”", each) for each in said] == [[name] for name in empty]
    else:
        assert said[0].startswith(f"{len(empty)} of {len(sizes)} themes of the plan are no project’s main theme")
        if named := re.findall(r"“(.*?)”", said[0]):
            assert sizes[named[0]] == max(sizes.values()) > 0
    gone = re.findall(r"“(.*?)”", words.without([row for row in rows if row["theme"] != "none"], scope))
    assert gone == empty


def one_theme(row: Row, mine: list[Row], scope: words.Scope) -> None:
    """The headline of one theme: how many, how strong, and who also contributes."""
    main, also, whole = held(mine, row["theme"]), held(mine, row["theme"], "also"), len(mains(mine))
    said = well_formed(words.one_theme(row, whole, scope))
    if row["theme"] == "none" and main:
        assert read(rf"{N} of {N} projects?.* ha(?:s|ve) not sent (?:its|their) themes", said) == (len(main), whole)
    elif row["theme"] == "none":
        assert said == f"Every project{scope.where} has sent its themes"
    elif not main:
        assert said.startswith(f"No project{scope.where} has “{row['theme_name']}” as its main theme")
        assert re.search(r"none also" if not also else rf"; {len(also)} also", said)
    else:
        if not said.startswith(f"all {whole} "):
            assert read(rf"{N} of {N} projects?.*", said) == (len(main), whole)
        strengths = [each["strength"] for each in main]
        for strength, verb in (("change shown", "shows?"), ("active", "ha(?:s|ve) work"), ("possible", "could")):
            found = re.search(rf"(\d+) {verb}", said.split("main theme: ")[1])
            assert int(found[1] if found else 0) == strengths.count(strength)
        assert said.endswith(f"; {words.also(len(also))}") == bool(also)


def adds_up(rows: tuple[Row, ...], mine: list[Row], scope: words.Scope) -> None:
    """How many count once is how many there are."""
    said = words.adds_up(rows, scope)
    assert read(r"Each of the (\d+) projects? .*", said) == (len(mains(mine)),)
    unstated = words.unstated([{**row, "directorate_name": "Here"} for row in rows], scope)
    assert int((re.findall(r"^\d+", unstated) or ["0"])[0]) == len(held(mine, "none"))


def difference(row: Row, mine: list[Row], scope: words.Scope) -> None:
    """What came of projects."""
    of = [each["difference"] for each in mains(mine)]
    said = well_formed(words.difference(row, scope))
    pattern = rf"{N} of {N} projects?.* changed a service or policy; {N} measured a result(?:; {N} ha(?:s|ve) not said)?"
    service, whole, result, quiet = read(pattern, said)
    assert [service, result] == [of.count(each) for each in DIFFERENCES]
    assert (whole, quiet or 0) == (len(of), of.count(None))
