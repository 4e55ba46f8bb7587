"""How far people are involved: its sentences and pictures, from each project's own ratings."""

import re
from datetime import datetime
from fractions import Fraction

from data.database import Database
from pages.parts import maturity_aims, maturity_lists
from pages.parts import maturity_words as words
from pages.parts.palette import AIMS, bands
from pages.parts.worded import worded
from queries.lists import entries
from tests.pages.again.reading import N, Row, pieces, read, well_formed
from tests.queries.plain.aims import projects, two_voices
from tests.queries.plain.files import Council
from tests.queries.plain.ratings import STAGES, lower_median
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
    assert read(rf"{N} of {N} aims? for co-design or co-production", words.aims(row)) == (high, len(rated))
    moves(row, mine)
    alone = sum(each["rated_by"] == "staff" and not each["two_views"] for each in rated)
    told = well_formed(words.by_whom(row))
    if 0 < alone < len(rated):
        assert read(rf"Staff alone rated {N} of the {N} rated projects\.", told) == (alone, len(rated))
    over = f"{len(reach)} of {len(rated)} reach it · {high} aim for 6 or 7"
    assert maturity_aims.over_aims(row) == over
    drawn = pieces(worded(maturity_aims.counted([{**row, "directorate_name": "Here"}], AIMS), AIMS, {"Here": over}))
    shown = dict(read(r".*: (.*), (\d+) projects?", each["said"]) for each in drawn if each.get("said"))
    assert sum(size for name, size in shown.items() if name.lower().startswith("reach")) == len(reach), shown


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


def scores(mine: list[Row], stage: str) -> list[int]:
    """The scores of a stage."""
    return [int(each[stage]) for each in mine if each[stage].isdecimal()]


def at_stages(stages: tuple[Row, ...], mine: list[Row]) -> None:
    """What stands over each bar, and at which stages people work together most and least."""
    shares: dict[str, Fraction] = {}
    for row in stages:
        found = scores(mine, row["stage"])
        high = sum(score >= 6 for score in found)
        over = words.over_bar(row)
        if not found:
            assert over == "no scores"
            continue
        middle = rf"middle score {lower_median(found)}, (?:similar|vary a lot) · " if len(found) >= 3 else ""
        assert read(rf"{middle}{N} of {N} at 6 or 7", over) == (high, len(found))
        if len(found) >= 3:
            shares[row["stage_name"]] = Fraction(high, len(found))
            assert ("similar" in over) == similar(found)
    said = words.by_stage(stages)
    if len(shares) < 2:
        assert said == ""
    elif len(set(shares.values())) == 1:
        assert said == "Working together is as common at one stage as at another."
    else:
        most, least = said.split(" and least common at ")
        for part, end in ((most, max(shares.values())), (least, min(shares.values()))):
            named = re.findall(r"(\w+) \((\d+) of (\d+)\)", part)
            assert {name for name, _, _ in named} == {name for name in shares if shares[name] == end}
            assert all(Fraction(int(one), int(whole)) == end for _, one, whole in named)


def similar(found: list[int]) -> bool:
    """Whether fewer than a third lie outside the best band of three steps that holds the middle."""
    middle = lower_median(found) or 0
    outside = [sum(not low <= score <= low + 2 for score in found) for low in range(middle - 2, middle + 1)]
    return 3 * min(outside) < len(found)


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
