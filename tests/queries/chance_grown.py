"""Councils made by chance in which projects also grow: from proposed on, and rated from the first half-year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

from tests.queries.chance import FIRST, LISTS, codes, council_by_chance, look, project, rating, version
from tests.queries.plain.files import Council, Row, Upload

GROWS = ("proposed", "agreed", "active", "complete")
BASELINE = 20


def grown_council(seed: int) -> Council:
    """The council of this seed, and in it some projects that came from a proposal and are rated twice."""
    council, chance = council_by_chance(seed), Random(f"grown {seed}")
    every = sorted([*council.uploads, *growing(chance, look(seed)[1])], key=lambda each: each.received)
    numbers = {upload.number: place for place, upload in enumerate(every, 1)}
    made = Council(LISTS, [replace(upload, number=numbers[upload.number]) for upload in every])
    others = [act for act in council.acts if act.act != "sent"]
    made.acts += [replace(act, number=numbers[act.number]) for act in others]
    made.acts.sort(key=lambda act: act.moment)
    return made


def growing(chance: Random, period: str) -> Iterator[Upload]:
    """What is sent of projects that grow: each step as an upload, then ratings of the first half-year and of one."""
    known = [started(chance, number) for number in range(chance.randint(3, 7))]
    days = sorted(chance.sample(range(1, 250), len(GROWS)))
    for number, (status, day) in enumerate(zip(GROWS, days, strict=True), 1000):
        some = known if status != "complete" else known[:2]
        yield Upload(number, "projects", noon(day), tuple(step(chance, each, status, day) for each in some))
    sides = [(each, chance.choice(("jointly", "people"))) for each in known]
    for number, of in enumerate((codes("periods")[0], period), 2000):
        rows = tuple(rating(chance, each, of) | {"rated_by": side} for each, side in sides)
        plain = tuple({name: value for name, value in row.items() if not name.startswith("people_")} for row in rows)
        yield Upload(number, "maturity", noon(days[-1] + BASELINE + number - 2000), plain)


def started(chance: Random, number: int) -> Row:
    """A project that starts in the first half-year."""
    return {**project(chance, number), "project_id": f"G{number}", "start_date": str(FIRST + timedelta(chance.randrange(150)))}


def step(chance: Random, known: Row, status: str, day: int) -> Row:
    """The project at one status, mostly with the day on which that began."""
    since = str(FIRST + timedelta(day - chance.randrange(30))) if chance.random() < 0.9 else None
    return {**version(chance, known), "status": status, "status_since": since, "end_date": None}


def noon(day: int) -> datetime:
    """The middle of a day, counted from the first."""
    return datetime.combine(FIRST + timedelta(day), time(12))


def lively_council(seed: int) -> Council:
    """Every other council has projects that grow."""
    return grown_council(seed) if seed % 2 else council_by_chance(seed)
