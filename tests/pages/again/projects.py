"""The register and each project's page: their sentences and pictures, from what was sent of each project."""

import re
from collections import Counter
from datetime import datetime

from data.database import Database
from pages.parts import project_words as words
from pages.parts.palette import bands
from pages.parts.project_facts import HOW, NOT_SAID, dated, in_words
from pages.parts.project_picture import ladder, painted
from pages.parts.project_words import WAITING
from pages.parts.sentences import day
from pages.parts.themes_words import scope
from queries.lists import entries
from tests.pages.again.reading import Row, numbers, pieces, well_formed
from tests.queries.plain import register
from tests.queries.plain.files import Council
from tests.queries.plain.projects import belonging, known
from tests.queries.plain.ratings import STAGES, rated, returns
from tests.queries.poured import asked

NAMES = {step: f"of step {'abcdefgh'[step]}" for step in range(8)}


def read_again(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read the sentences over the register, then those of each project; how many there were."""
    seen = 0
    for of in (period, "all"):
        rows, every = asked(database, "projects/register", as_at, period=of).rows, known(council, as_at)
        mine = [each for each in every.values() if of == "all"] or belonging(council, as_at, of)
        ratings = {} if of == "all" else returns(council, as_at, of)
        for name in ("directorate", "level", "kind", "status", None):
            for code in sorted({each[name] for each in mine}) if name else [None]:
                seen += over_the_register(
                    [row for row in rows if name is None or row[name] == code],
                    [each for each in mine if name is None or each[name] == code], ratings,
                )  # fmt: skip
    return seen + the_projects(database, council, as_at, period)


def over_the_register(rows: list[Row], mine: list[Row], ratings: dict[str, Row]) -> int:
    """How many, at what status, how many reach their aim and aim high: of these projects."""
    if not mine:
        assert not rows
        return 0
    sizes = Counter(each["status"] for each in mine)
    shares = [sizes[each] for each in words.STATUSES if sizes[each]]
    told = scope("", "", "board")
    assert numbers(well_formed(words.how_many(rows, told, ""))) == [len(mine), *(shares if len(shares) > 1 else [])]
    every = [rated(ratings.get(each["project_id"])) for each in mine]
    scored = [each for each in every if each["scored"]]
    if not ratings:
        return 1
    reach = sum(each["lowest"] >= each["aiming_for"] for each in scored)
    said = well_formed(words.reaching(rows))
    if len(scored) == 1:
        assert ("does not reach" in said) == (not reach)
    else:
        assert numbers(said) == ([reach, len(scored)] if scored else [])
    high = sum(each["aiming_for"] >= 6 for each in scored)
    assert numbers(well_formed(words.aiming_high(rows))) == ([high, len(scored)] if scored else [])
    return 3


def the_projects(database: Database, council: Council, as_at: datetime, period: str) -> int:
    """Read every project's own page; how many sentences there were."""
    described = asked(database, "projects/described", as_at).rows
    stages = asked(database, "projects/stages", as_at, period=period)
    past = asked(database, "projects/history", as_at)
    ladder_rows, seen = entries(database, "ladder"), 0
    slowly = {each["project_id"]: each for each in register.described(council, as_at)}
    mine, sent = {each["project_id"] for each in belonging(council, as_at, period)}, returns(council, as_at, period)
    for row in described:
        code = row["project_id"]
        what_it_is(row, slowly[code], [each for each in slowly.values() if each["shaped_by"] == code])
        rows = stages.where(project_id=code)
        assert bool(rows) == (code in mine)
        if rows:
            of = past.where(project_id=code, period=period)[0]
            its_aim(rows, of["aim"], rated(sent.get(code)))
            both_voices(rows, rated(sent.get(code)))
            the_picture(rows, rated(sent.get(code)), ladder_rows)
        else:
            said = words.not_here(row, "that half-year")
            assert (day(row["start_date"]) in said) == (slowly[code]["status"] in WAITING)
        seen += 4 + 3 * bool(rows)
    return seen


def what_it_is(row: Row, slowly: Row, shaped: list[Row]) -> None:
    """The headline, the facts in both lists, and what it shaped."""
    said = words.what(row)
    assert all(str(slowly[each]) in said for each in ("directorate_name", "status"))
    assert slowly["level_name"].lower() in said and words.KINDS.get(slowly["kind"], slowly["kind"]) in said
    since = slowly["status_since"]
    assert said.endswith(f"{slowly['status']} since {day(since)}" if since else slowly["status"])
    for name in (*dated(row).values(), *HOW.values()):
        value = slowly[name]
        wanted = NOT_SAID if value is None else day(value) if hasattr(value, "month") else value
        assert in_words(row[name]) == wanted, name
    told = well_formed(words.shaped(shaped)).replace("One", "1")
    assert numbers(told)[:1] == ([len(shaped)] if shaped else [0])


def its_aim(rows: tuple[Row, ...], aim: str | None, one: Row) -> None:
    """Whether it reaches its aim, and below it at which stages."""
    scores = dict(zip((row["stage_name"] for row in rows), (one["stages"][each]["score"] for each in STAGES), strict=True))
    said = well_formed(words.reaches(rows, aim, NAMES))
    below = [name for name, score in scores.items() if score is not None and score < one["aiming_for"]]
    assert [name for name in scores if name in said] == below, said
    if one["scored"]:
        assert numbers(said)[:1] == [one["aiming_for"]] and ("below" in said) == bool(below)
        started = all(one["stages"][each]["state"] != "NS" for each in STAGES)
        assert below or ("so far" in said) == (not started)
    else:
        assert aim is None and "not been rated" in said


def both_voices(rows: tuple[Row, ...], one: Row) -> None:
    """Where staff and people rated apart: both steps of each stage at which they differ."""
    pairs = [(each["staff"], each["people"]) for each in one["stages"].values()]
    apart = [score for pair in pairs if None not in pair and pair[0] != pair[1] for score in pair]
    said = words.voices(rows)
    assert numbers(said) == apart and bool(said) == any(None not in pair for pair in pairs)


def the_picture(rows: tuple[Row, ...], one: Row, steps: list[Row]) -> None:
    """The step painted at each stage is the one that counts, and what stands over it says so."""
    over = [words.over(row, NAMES) for row in rows]
    drawn = pieces(ladder(rows, over, painted(bands(steps), steps), "aim"))
    paint = {look.fill for look in painted(bands(steps), steps).values()}
    boxes = [each for each in drawn if "shown" in each]
    for row, said, name in zip(rows, over, STAGES, strict=True):
        found = one["stages"][name]
        marked = [int(box["shown"]) for box in boxes if box["said"] == f"{row['stage_name']}: {said}" and box["fill"] in paint]
        assert marked == ([] if found["score"] is None else [found["score"]])
        scores = [each for each in (found["staff"], found["people"]) if each is not None]
        counts = scores if len(set(scores)) > 1 else [found["score"]]
        assert numbers(re.sub(r"of step \w|^No\b", "", said)) == ([] if found["score"] is None else counts)
    assert {each["at"] for each in drawn if "at" in each} == ({one["aiming_for"]} if one["aiming_for"] else set())
