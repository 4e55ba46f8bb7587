"""A project of the example as it stands at the end of a half-year."""

from dataclasses import dataclass
from functools import cached_property
from random import Random

from data.example.story import Outline, Period, periods

Row = dict[str, str | int]

CLOSED = ("complete", "stopped")
PRACTICE = ("access_checked", "own_meeting", "toolkit_used", "experience_led",
            "volunteers_deliver")


def dice(*about: str | int) -> Random:
    """A source of chance that is always the same for the same subject."""
    return Random(":".join(map(str, about)))


@dataclass(frozen=True)
class Project:
    """One project: an outline of the story, in the first or a further copy of the council."""

    outline: Outline
    copy: int
    seed: int

    @cached_property
    def id(self) -> str:
        """Its reference, up to 20 characters, different in every copy."""
        return numbered(self.outline.number, self.copy)

    @cached_property
    def start(self) -> str:
        """The day it started, or is planned to start."""
        return self.outline.status.start_of("active") or self.outline.planned

    def chance(self, *about: str | int) -> Random:
        """A source of chance of its own for each subject."""
        return dice(self.seed, self.id, *about)

    def status(self, period: Period) -> str:
        """Its status on a half-year's last day; empty when nobody had proposed it yet."""
        return self.outline.status.at(period.end)

    def belongs(self, period: Period) -> bool:
        """Whether ratings and themes are sent for it: under way at some time in the half-year."""
        status = self.status(period)
        ended = status in CLOSED and self.outline.status.since(period.end) < period.start
        return status in ("active", *CLOSED) and not ended

    def age(self, period: Period) -> int:
        """Half-years since the first one in which it was under way, 0 in that one.

        It stops growing when the project closes.
        """
        closed = self.status(period) in CLOSED
        until = min(period.start, self.outline.status.since(period.end)) if closed else period.start
        return sum(self.start <= each.end < until for each in periods())


def numbered(code: str, copy: int) -> str:
    """A code as it is in a copy of the council: the first keeps it, others add their number."""
    return code if copy == 1 else f"{code}-{copy}"


def project_row(project: Project, period: Period) -> Row | None:
    """Its line of the projects return at the end of a half-year; None when not yet proposed."""
    outline, status = project.outline, project.status(period)
    if not status:
        return None
    since = outline.status.since(period.end)
    return {
        "project_id": project.id,
        "title": outline.title if project.copy == 1 else f"{outline.title}, area {project.copy}",
        "directorate": outline.directorate,
        "service": outline.service and numbered(outline.service, project.copy),
        "kind": outline.kind,
        "level": outline.level,
        "status": status,
        "start_date": project.start,
        "status_since": since,
        "end_date": since if status in CLOSED and not outline.ends_unsaid else "",
        "shaped_by": outline.shaped_by and numbered(outline.shaped_by, project.copy),
        "partner": outline.partner,
        **dict(zip(("principle_1", "principle_2"), outline.principles, strict=False)),
        **_practice(project, -1 if status in ("proposed", "agreed") else project.age(period)),
    }


def _practice(project: Project, age: int) -> Row:
    chance, opening = project.chance("practice"), project.outline.opening
    good = ["no", "not yet", *["partly"] * 3, *["yes"] * opening]
    settled = chance.choice(("none", "expenses", "expenses", "voucher", "payment", "other"))
    resource = chance.choice(("none", "part", "part", "full"))
    found: Row = {name: chance.choice(good) for name in PRACTICE}
    found["priorities_set_by"] = chance.choice(
        ("service", "jointly") if opening < 4 else ("jointly", "people", "jointly", "service")
    )
    fed_back_at, decided_at = chance.choice((1, 2, 2, 3)), chance.choice((0, 0, 1))
    if chance.random() < 0.12:
        found[chance.choice(PRACTICE)] = ""
    found["fed_back"] = "yes" if age > fed_back_at else "partly" if age > 0 else "not yet"
    found["reward"] = settled if age >= decided_at else "not decided"
    found["resource"] = "part" if age > 2 and resource == "none" else resource
    return found
