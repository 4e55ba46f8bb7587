"""Councils of a few rows, written by hand in a test whose answer anyone can check."""

from datetime import date, datetime, time
from typing import Any

from data.database import Database
from queries import Answer
from tests.queries.chance import LISTS
from tests.queries.plain.files import Council, Row, Upload
from tests.queries.poured import asked, pour

BEFORE, NOW = "2025-26 H2", "2026-27 H1"
LATER = datetime.combine(date(2026, 11, 1), time.max)
STAGES = ("design", "decisions", "delivery", "evaluation")
COUNTING = {"level": "all", "kind": "all"}


class Tiny:
    """Rows to send all at once, on 1 October 2026, or on the day that `sent` says."""

    def __init__(self) -> None:
        self.uploads: list[Upload] = []

    def send(self, name: str, row: Row, sent: str = "2026-10-01") -> None:
        """Add one upload of one row."""
        moment = datetime.combine(date.fromisoformat(sent), time(12))
        self.uploads.append(Upload(len(self.uploads) + 1, name, moment, (row,)))

    def project(self, project_id: str, directorate: str = "ACH", **more: Any) -> None:
        """Send a project; active since 2024 and operational unless more is said."""
        sent = more.pop("sent", "2024-06-01")
        row = {
            "project_id": project_id,
            "title": f"Title of {project_id}",
            "directorate": directorate,
            "kind": "project",
            "level": "operational",
            "status": "active",
            "start_date": "2024-01-01",
        }
        self.send("projects", row | more, sent)

    def rating(self, project_id: str, answers: str, apart: str = "", **more: Any) -> None:
        """Send a rating: four answers, and four that people gave apart ("-" for none)."""
        sent = more.pop("sent", "2026-10-01")
        row: Row = {"project_id": project_id, "period": NOW, "rated_by": "staff", "aiming_for": "6"}
        row |= dict(zip(STAGES, answers.split(), strict=True))
        for stage, answer in zip(STAGES, apart.split(), strict=False):
            row[f"people_{stage}"] = None if answer == "-" else answer
        self.send("maturity", row | more, sent)

    def rated(self, project_id: str, answers: str, apart: str = "", **more: Any) -> None:
        """Send a project of Adult Care and Health and its rating."""
        self.project(project_id)
        self.rating(project_id, answers, apart, **more)

    def theme(self, project_id: str, theme: str, role: str = "main") -> None:
        """Send one contribution."""
        row = {"project_id": project_id, "period": NOW, "theme": theme, "main_or_also": role}
        self.send("themes", row | {"strength": "active"})

    def ask(self, database: Database, address: str, as_at: datetime = LATER, **more: Any) -> Answer:
        """The answer to a question about this council, in the newest half-year."""
        pour(database, Council(LISTS, self.uploads))
        return asked(database, address, as_at, **{"period": NOW, **more})
