"""How a council made by chance runs its projects, and how long its returns took.

Each has a source of chance of its own, so that what else is drawn stays what it was.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from tests.queries.plain.files import Row

PRACTICES = (
    "access_checked", "own_meeting", "fed_back", "toolkit_used", "experience_led", "volunteers_deliver",
)  # fmt: skip


def managed(chance: Random, known: Row, services: Sequence[Row]) -> Row:
    """What one upload says of how a project is run; most of it may be left unsaid."""
    starts = date.fromisoformat(known["start_date"])
    since = starts + timedelta(chance.randrange(-200, 600))
    answers = ("yes", "partly", "no", "not yet", None)
    return {
        "status_since": str(since) if chance.random() < 0.6 else None,
        "resource": chance.choice(("none", "part", "full", None)),
        "reward": chance.choice(("none", "expenses", "payment", "other", "not decided", None)),
        **{name: chance.choice(answers) for name in PRACTICES},
        "priorities_set_by": chance.choice(("people", "jointly", "service", None)),
        "partner": chance.choice(("none", "health", "provider", None)),
        **beside(chance, known, services),
    }


def beside(chance: Random, known: Row, services: Sequence[Row]) -> Row:
    """The service that runs a project, and the forum or board that shaped it, where either is said."""
    mine = [each["code"] for each in services if each["directorate"] == known["directorate"]]
    others = [f"P{number}" for number in range(13) if f"P{number}" != known["project_id"]]
    return {
        "service": chance.choice((None, *mine)),
        "shaped_by": chance.choice(others) if chance.random() < 0.3 else None,
    }


def told(number: int, moment: datetime) -> Row:
    """What a sender said of one upload: how long it took, now and then, and whether nobody is recognised."""
    chance = Random(f"{number} {moment}")
    minutes = {"minutes": chance.randrange(5, 200)} if chance.random() < 0.7 else {}
    return {**minutes, "nobody_recognised": chance.random() < 0.6}


def heard(people: str | None) -> Row:
    """How many of those who took part were asked whether they felt heard, and how many did."""
    return {"asked": people, "felt_heard": str(int(people) * 3 // 4)} if people else {}
