"""How far people are involved: its sentences and pictures, from each project's own ratings."""

import re
from datetime import datetime

from data.database import Database
from pages.parts import maturity_aims, maturity_lists
from pages.parts import maturity_words as words
from pages.parts.palette import AIMS, bands
from pages.parts.worded import worded
from queries.lists import entries
from tests.pages.again.maturity_stages import at_stages, scores
from tests.pages.again.reading import N, Row, pieces, read, well_formed
from tests.queries.plain.aims import projects, two_voices
from tests.queries.plain.files import Council
from tests.queries.plain.ratings import STAGES
from tests.queries.poured import asked
from tests.queries.tiny import COUNTING

BANDS = {"Not involved": (0,), "Telling": (1, 2, 3), "Asking": (4, 5), "Working together": (6, 7)}


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read every sentence of every place; how many there were."""
    every, seen = projects(council, as_at, period), 0
    aims = asked(database, "maturity/aims_by_directorate", as_at, period=period, **COUNTING)
    stages = asked(database, "maturity/stages_by_directorate", as_at, period=period, **COUNTING)
    steps = asked(database, "maturity/projects_by_step", as_at, period=period, **COUNTING)
    for row in aims.rows:
        place = row["directorate"]
        mine = [each for each in every if place in ("all", each["directorate"])]
        headlines(row, mine)
        here = stages.where(directorate=place)
        at_stages(here, mine)
        picture(database, steps.where(directorate=place), mine)
        seen += 6 + len(here)
    if every:
        voices(asked(database, "maturity/two_voices", as_at, period=period).rows, every, council, as_at, period)
    return seen


def headlines(row: Row, mine: list[Row]) -> None:
    """Aims, moves and who rated, in one place."""
    rated = [each for each in mine if each["lowest"] is not None]
    reach = [each for each in rated if each["lowest"] >= each["aiming_for"]]
    said = well_formed(words.answer(row))
    if not rated:
        assert said == "no project has a rating yet"
        return
    if len(rated) == 1:
        (verb,) = read(r"the one rated project (reaches|does not reach) the step it aims for at .*", said)
        assert (verb == "reaches") == bool(reach)
    else:
        assert read(rf"{N} of {N} rated projects reach(?:es)? the step .*", said) == (len(reach), len(rated))
    high = sum(each["aiming_for"] >= 6 for each in rated)
    if len(rated) > 1:
        assert read(rf"{N} of (?:the )?{N} aims? for co-design or co-production", well_formed(words.aims(row))) == (high, len(rated))
    else:
        assert words.aims(row) == f"it {'aims' if high else 'does not aim'} for co-design or co-production"
    moves(row, mine)
    alone = sum(each["rated_by"] == "staff" and not each["two_views"] for each in rated)
    told = well_formed(words.by_whom(row))
    if 0 < alone < len(rated):
        assert read(rf"Staff alone rated {N} of the {N} rated projects\.", told) == (alone, len(rated))
    over = well_formed(maturity_aims.over_aims(row))
    assert read(rf"{N} of {N} reach it · (only )?{N} aims? for 6 or 7", over) == (
        len(reach), len(rated), "only " if 0 < 3 * high < len(rated) else None, high,
    )  # fmt: skip
    low_aims(maturity_aims.low_aims([{**row, "directorate_name": "Here"}]), len(reach), len(rated), high)
    drawn = pieces(worded(maturity_aims.counted([{**row, "directorate_name": "Here"}], AIMS), AIMS, {"Here": over}))
    shown = dict(read(r".*: (.*), (\d+) projects?", each["said"]) for each in drawn if each.get("said"))
    assert sum(size for name, size in shown.items() if name.lower().startswith("reach")) == len(reach), shown


def low_aims(said: str, reach: int, rated: int, high: int) -> None:
    """A directorate whose projects reach aims is named where few of them aim high, and no other."""
    assert bool(said) == (reach > 0 and 3 * high < rated)
    if said and rated > 1:
        opening = r"A low aim is easier to reach: in Here "
        pattern = rf"{opening}{N} reach(?:es)? (?:its|their) aim, and (?:only )?{N} of (?:the )?{N} aims? for 6 or 7"
        assert read(pattern, well_formed(said)) == (reach, high, rated)


def moves(row: Row, mine: list[Row]) -> None:
    """Which way projects moved, and those that cannot be compared."""
    kinds = ("moved up", "same", "moved down", "rater changed", "not rated in both")
    up, same, down, changed, unrated = (sum(each["moved"] == kind for each in mine) for kind in kinds)
    said = words.movement(row, first=False)
    if up + same + down:
        pattern = rf"Since the half-year before, {N} moved up, {N} stayed the same and {N} moved down"
        assert read(pattern, said) == (up, same, down)
    else:
        assert said.startswith("No project can be compared")
    apart = words.apart(row, first=False)
    assert [int(each) for each in re.findall(r"\d+", apart)] == [each for each in (changed, unrated) if each]


def picture(database: Database, steps: tuple[Row, ...], mine: list[Row]) -> None:
    """Every bar of the picture is the projects' own answers."""
    ladder = entries(database, "ladder")
    band = {str(row["step"]): str(row["band"]) for row in ladder}
    rows = [
        {"line": row["stage_name"], "state": band.get(row["answer"], row["answer"]), "projects": row["projects"]}
        for row in steps
    ]
    drawn = pieces(worded(rows, bands(ladder), dict.fromkeys((row["line"] for row in rows), "")))
    shown = [read(r"(\w+): (.*), (\d+) projects?", each["said"]) for each in drawn if each.get("said")]
    for stage in STAGES:
        for name, held in BANDS.items():
            size = sum(each[2] for each in shown if (each[0].lower(), each[1]) == (stage, name))
            assert size == sum(score in held for score in scores(mine, stage)), (stage, name)


def voices(told: tuple[Row, ...], every: list[Row], council: Council, as_at: datetime, period: str) -> None:
    """Both voices: how often they differ, which is lower, and the widest gap."""
    gaps = two_voices(council, as_at, period)
    both = sum(each["two_views"] for each in every)
    said = well_formed(maturity_lists.voices(both, told))
    if gaps:
        lower = sum(row["people_score"] < row["staff_score"] for row in gaps)
        pattern = rf"Staff .* rated (\d+) projects? .* at (\d+) stages?: .* at {N} and higher at {N}\. .*: staff (\d), people (\d).*"
        *counts, staff, people = read(pattern, said)
        assert counts == [both, len(gaps), lower, len(gaps) - lower]
        assert abs(staff - people) == max(abs(row["gap"]) for row in gaps)
