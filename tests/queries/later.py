"""What people do later: corrections of an earlier half-year, withdrawals, restorations, changed projects."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from data.database import Database
from data.intake import restore, withdraw
from tests.data.sending import Row, counted, send

STEPS = ("design", "decisions", "delivery", "evaluation")
ACTS = ("maturity", "maturity", "themes", "participation", "projects", "withdraw", "withdraw", "restore")
WHY = "Put right in a test"


class Later:
    """Acts on a database, one after the other, at random from a seed; each is later than the one before."""

    def __init__(self, database: Database, folder: Path, period: str, seed: int = 1) -> None:
        self.database, self.folder, self.period = database, folder, period
        self.chance, self.done = Random(seed), 0
        self.now = database.newest_event() or datetime(2026, 12, 1)

    def act(self) -> str:
        """Do one thing; its name."""
        self.done += 1
        self.now += timedelta(hours=self.chance.randint(1, 60))
        name = ACTS[self.done % len(ACTS)]
        getattr(self, f"_{name}")()
        return name

    def _one(self, sql: str) -> tuple[object, ...] | None:
        """A row by chance of what is found."""
        rows = self.database.read(sql).rows
        return self.chance.choice(rows) if rows else None

    def _sent(self, **files: list[Row]) -> None:
        outcome = send(self.database, self.folder, self.now, WHY, **files)
        assert outcome.status == "loaded", outcome.problems

    def _project(self) -> str:
        found = self._one(
            "select project_id from projects_in_period(timestamp '9999-01-01') "
            f"where period = '{self.period}' order by project_id"
        )
        assert found is not None
        return str(found[0])

    def _maturity(self) -> None:
        steps: Row = {stage: self.chance.randint(0, 7) for stage in STEPS}
        people = self.chance.randint(10, 60)
        self._sent(maturity=[{
            "project_id": self._project(), "period": self.period, **steps, "rated_by": "jointly",
            "aiming_for": self.chance.randint(2, 7), "evidence": f"Said {self.done}", "people": people,
        }])  # fmt: skip

    def _themes(self) -> None:
        theme = f"T{self.chance.randint(1, 6)}"
        self._sent(themes=[{
            "project_id": self._project(), "period": self.period, "theme": theme, "main_or_also": "main",
            "strength": "active", "note": f"Said {self.done}",
        }])  # fmt: skip

    def _participation(self) -> None:
        place, people = self.chance.choice(("ACH", "CFE", "NEI")), self.chance.randint(30, 90)
        self._sent(participation=counted("sex", place, self.period, female=people, male=people + self.done))

    def _projects(self) -> None:
        self._sent(projects=[{
            "project_id": self._project(), "title": f"Renamed {self.done}", "kind": "project",
            "directorate": self.chance.choice(("ACH", "CFE", "NEI")), "level": "strategic",
            "status": "active",
            "start_date": "2024-05-01",
        }])  # fmt: skip

    def _withdraw(self) -> None:
        found = self._one(
            "select upload_id from maturity_in_force(timestamp '9999-01-01') "
            f"where period = '{self.period}' "
            "union select upload_id from sent.participation join uploads_in_force(timestamp '9999-01-01') "
            f"using (upload_id) where period = '{self.period}' order by upload_id"
        )
        assert found is not None
        withdraw(self.database, int(str(found[0])), WHY, self.now)

    def _restore(self) -> None:
        found = self._one(
            "select upload_id from sent.event group by upload_id "
            "having arg_max(act, event_id) = 'withdrawn' order by upload_id"
        )
        if found is not None:
            restore(self.database, int(str(found[0])), WHY, self.now)
