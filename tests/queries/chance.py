"""Councils made by chance: small, with returns replaced, withdrawn and restored."""

from datetime import date, datetime, time, timedelta
from random import Random

from data.settings import SHIPPED_LISTS
from tests.queries.chance_conditions import answers
from tests.queries.chance_managed import heard, managed, told
from tests.queries.plain.files import Act, Council, Row, Upload, read_lists

LISTS = read_lists(SHIPPED_LISTS)
STATUSES = ("proposed", "agreed", "active", "active", "active", "active", "complete", "stopped")
KINDS = ("project", "forum", "board", "commissioning", "strategy", "workshop")
ANSWERS = ("0", "1", "2", "3", "4", "5", "6", "7", "NS", "NA")
STRENGTHS = ("possible", "active", "change shown")
DIFFERENCES = (
    None, "nothing yet", "a decision changed", "a service or policy changed", "a result was measured",
)  # fmt: skip
FIRST, DAYS = date(2023, 10, 1), 1100


def codes(name: str) -> list[str]:
    """The codes of a list."""
    return [row["code"] for row in LISTS[name]]


def day_by_chance(chance: Random) -> date:
    """Any day of the half-years in the list, the early ones more often."""
    return FIRST + timedelta(min(chance.randrange(DAYS), chance.randrange(DAYS)))


def look(seed: int) -> tuple[datetime, str]:
    """A moment and a half-year to look at in the council of this seed."""
    chance = Random(-seed)
    as_at = datetime.combine(FIRST + timedelta(chance.randrange(300, DAYS)), time.max)
    return as_at, chance.choice(codes("periods")[:4])


def project(chance: Random, number: int) -> Row:
    """A project as it is at first."""
    return {
        "project_id": f"P{number}",
        "title": chance.choice(("Same title", f"Title {number}")),
        "directorate": chance.choice(codes("directorates")[: chance.randint(1, 7)]),
        "kind": chance.choice(KINDS),
        "level": chance.choice(codes("levels")),
        "start_date": str(day_by_chance(chance)),
        "principle_1": chance.choice([None, *codes("principles")]),
        "principle_2": None,
    }


def version(chance: Random, known: Row) -> Row:
    """The project as one upload describes it."""
    ends = date.fromisoformat(known["start_date"]) + timedelta(chance.randrange(600))
    row = {
        **known,
        "status": chance.choice(STATUSES),
        "end_date": str(ends) if chance.random() < 0.2 else None,
    }
    return row | managed(Random(f"{row} {ends}"), known, LISTS["services"])


def rating(chance: Random, known: Row, period: str) -> Row:
    """A maturity return of one project."""
    rated_by = chance.choice(("staff", "staff", "jointly", "people"))
    row = {
        "project_id": known["project_id"],
        "period": period,
        "rated_by": rated_by,
        "aiming_for": str(chance.randint(2, 7)),
        "people": str(chance.randrange(60)) if chance.random() < 0.8 else None,
        "difference": chance.choice(DIFFERENCES),
        "what_changed": f"Changed by {rated_by}" if rated_by != "people" else None,
        "learning": f"Learnt in a {known['kind']}" if known["kind"] != "workshop" else None,
        "learning_kind": {"staff": "helped", "people": "got in the way"}.get(rated_by),
        "evidence": f"Seen by {rated_by}" if rated_by != "jointly" and known["kind"] != "board" else None,
    }
    apart = rated_by == "staff" and chance.random() < 0.5
    for stage in codes("stages"):
        row[stage] = chance.choice(ANSWERS)
        row[f"people_{stage}"] = chance.choice((None, *ANSWERS)) if apart else None
    return row | heard(row["people"])


def contributions(chance: Random, known: Row, period: str) -> list[Row]:
    """A themes return of one project: a main theme, now and then none, and up to two beside it."""
    picked = chance.sample(codes("themes"), chance.randint(1, 3))
    roles = ["main" if chance.random() < 0.95 else "also", "also", "also"]
    return [
        {
            "project_id": known["project_id"],
            "period": period,
            "theme": theme,
            "main_or_also": role,
            "strength": chance.choice(STRENGTHS),
            "note": None,
        }
        for theme, role in zip(picked, roles, strict=False)
    ]


def rows_of(chance: Random, name: str, projects: list[Row], periods: list[str]) -> list[Row]:
    """The rows of one upload."""
    some = [each for each in projects if chance.random() < 0.8] or projects
    place, period = {"directorate": chance.choice(codes("directorates"))}, chance.choice(periods)
    if name == "projects":
        return [version(chance, each) for each in some]
    if name == "maturity":
        return [rating(chance, each, period) for each in some]
    if name == "themes":
        return [row for each in some for row in contributions(chance, each, period)]
    if name == "conditions":
        return answers(chance.random(), LISTS, {**place, "period": period})
    cell = {"characteristic": "sex", "category": "female", "count": "7"}
    return [{**place, "period": period, "unit": chance.choice(("people", "forms")), **cell}]


def uploads_by_chance(chance: Random, periods: list[str]) -> list[Upload]:
    """Up to 14 uploads, mostly for these half-years, the first one of up to 12 projects."""
    projects = [project(chance, number) for number in range(chance.randint(1, 12))]
    kinds = ("projects", "maturity", "themes", "maturity", "themes", "participation", "conditions")
    names = ["projects", *chance.choices(kinds, k=chance.randrange(14))]
    moments = sorted(datetime.combine(day_by_chance(chance), time(12)) for _ in names)
    moments[0] = datetime.combine(FIRST, time(12))
    return [
        Upload(number, name, moment, tuple(rows_of(chance, name, projects, periods)), told=told(number, moment))
        for number, (name, moment) in enumerate(zip(names, moments, strict=True), 1)
    ]


def council_by_chance(seed: int) -> Council:
    """A small council in which some uploads are withdrawn, and some of those restored."""
    chance = Random(seed)
    _, period = look(seed)
    known = codes("periods")
    before = known[max(known.index(period) - 1, 0)]
    council = Council(
        LISTS, uploads_by_chance(chance, [period, period, before, chance.choice(known)])
    )
    for upload in chance.sample(council.uploads[1:], min(2, len(council.uploads) - 1)):
        withdrawn = upload.received + timedelta(chance.randrange(1, 200))
        council.acts.append(Act(upload.number, "withdrawn", withdrawn))
        if chance.random() < 0.5:
            restored = withdrawn + timedelta(chance.randrange(1, 100))
            council.acts.append(Act(upload.number, "restored", restored))
    council.acts.sort(key=lambda act: act.moment)
    return council
