"""A plain model of what is in force: every upload kept, the newest not withdrawn decides."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

Row = dict[str, str | int]
SLICE = {
    "projects": ("project_id",),
    "maturity": ("project_id", "period"),
    "themes": ("project_id", "period"),
    "participation": ("directorate", "period", "unit"),
    "conditions": ("directorate", "period"),
}
OPEN = ("proposed", "agreed", "active")
PERIODS = ("2025-26 H1", "2025-26 H2", "2026-27 H1")
DIRECTORATES = ("ACH", "CFE", "NEI", "REG", "FIN", "LAW", "RES")


@dataclass(frozen=True)
class Upload:
    """One file that was taken in."""

    number: int
    name: str
    rows: tuple[Row, ...]
    received: datetime


@dataclass
class History:
    """Uploads in the order they came, and what was done to each and when."""

    uploads: list[Upload] = field(default_factory=list)
    acts: list[tuple[int, str, datetime]] = field(default_factory=list)

    def send(self, upload: Upload) -> None:
        """Note an upload that was taken in."""
        self.uploads.append(upload)
        self.acts.append((upload.number, "sent", upload.received))

    def last_act(self, number: int, moment: datetime) -> str | None:
        """The last thing done to an upload up to a moment."""
        acts = [act for which, act, when in self.acts if which == number and when <= moment]
        return acts[-1] if acts else None

    def in_force(self, name: str, moment: datetime) -> list[Upload]:
        """The uploads of a return that counted at a moment, oldest first."""
        return [
            upload
            for upload in self.uploads
            if upload.name == name and self.last_act(upload.number, moment) in ("sent", "restored")
        ]

    def rows(self, name: str, moment: datetime) -> list[Row]:
        """The rows of a return that counted at a moment: a newer upload replaces whole slices."""
        held: dict[Any, list[Row]] = {}
        for upload in self.in_force(name, moment):
            pieces: dict[Any, list[Row]] = defaultdict(list)
            for row in upload.rows:
                pieces[tuple(row[column] for column in SLICE[name])].append(row)
            held.update(pieces)
        return [row for rows in held.values() for row in rows]

    def closed_on(self, project: str, moment: datetime) -> date | None:
        """When a project's present status of complete or stopped was first sent."""
        day = None
        for upload in self.in_force("projects", moment):
            for row in upload.rows:
                if row["project_id"] == project:
                    opened = row["status"] in OPEN
                    day = None if opened else day or upload.received.date()
        return day


class Happenings:
    """What senders do, at random from a seed: files that are each new and never wrong."""

    def __init__(self, seed: int, projects: int) -> None:
        self.chance = random.Random(seed)
        self.projects = [f"P-{place}" for place in range(projects)]
        self.said = 0
        self.now = datetime(2026, 11, 21, 9)

    def pass_time(self) -> datetime:
        """A moment that is not before the last one; now and then it is the same."""
        self.now += timedelta(seconds=self.chance.choice((0, 1, 60, 3600, 90_000)))
        return self.now

    def file(self, name: str, history: History) -> list[Row]:
        """The rows of a new file of this return; none where nothing could be said."""
        self.said += 1
        return list(getattr(self, f"_{name}")(history))

    def _some(self, whole: list[str]) -> list[str]:
        return self.chance.sample(whole, k=min(len(whole), self.chance.randint(1, len(self.projects) // 4)))

    def _under_way(self, history: History) -> list[str]:
        rows = history.rows("projects", datetime.max)
        return [str(row["project_id"]) for row in rows if row["status"] not in ("proposed", "agreed")]

    def _projects(self, history: History) -> Iterator[Row]:
        for project in self._some(self.projects):
            status = self.chance.choice(("proposed", "active", "active", "complete", "stopped"))
            yield {"project_id": project, "title": f"Said {self.said}", "status": status,
                   "directorate": self.chance.choice(DIRECTORATES), "kind": "project",
                   "level": "strategic", "start_date": "2024-05-01"}  # fmt: skip

    def _maturity(self, history: History) -> Iterator[Row]:
        for project in self._some(self._under_way(history)):
            for period in self.chance.sample(PERIODS, k=self.chance.randint(1, 2)):
                people = self.chance.randint(0, 40)
                yield {"project_id": project, "period": period, "design": self.chance.randint(0, 7),
                       "decisions": "NS", "delivery": "NA", "evaluation": 3, "rated_by": "jointly",
                       "aiming_for": 5, "evidence": f"Said {self.said}", "people": people,
                       "asked": self.chance.randint(0, people)}  # fmt: skip

    def _themes(self, history: History) -> Iterator[Row]:
        for project in self._some(self._under_way(history)):
            period, many = self.chance.choice(PERIODS), self.chance.randint(1, 3)
            for place, theme in enumerate(self.chance.sample(range(1, 7), k=many)):
                yield {"project_id": project, "period": period, "theme": f"T{theme}",
                       "main_or_also": "also" if place else "main", "strength": "active",
                       "note": f"Said {self.said}"}  # fmt: skip

    def _participation(self, history: History) -> Iterator[Row]:
        directorate, unit = self.chance.choice(DIRECTORATES), self.chance.choice(("people", "forms"))
        for period in self.chance.sample(PERIODS, k=self.chance.randint(1, 2)):
            total = self.chance.randint(0, 60) + 100 * self.said
            for characteristic, first, second in self.chance.sample(PAIRS, k=2):
                part = self.chance.randint(0, min(total, 9))
                for category, count in ((first, part), (second, total - part)):
                    yield {"directorate": directorate, "period": period, "unit": unit,
                           "characteristic": characteristic, "category": category,
                           "count": count}  # fmt: skip

    def _conditions(self, history: History) -> Iterator[Row]:
        directorate = self.chance.choice(DIRECTORATES)
        for item in self.chance.sample(range(1, 10), k=self.chance.randint(1, 9)):
            yield {"directorate": directorate, "period": "2026-27 H1", "item": f"C0{item}",
                   "answer": "partly", "note": f"Said {self.said}"}  # fmt: skip


PAIRS = [("sex", "female", "male"), ("carer", "provides_care", "not_known"),
         ("disability", "disabled", "not_disabled")]  # fmt: skip
