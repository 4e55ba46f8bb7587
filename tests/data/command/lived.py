"""One council's history at random: files sent whole, in part, again or wrong, and acts on uploads."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from data.database import Database
from data.intake import Delivery, Offer, Outcome, restore, take_in, withdraw
from data.intake.unchanged import KEPT
from data.intake.erase import erase
from tests.data.history import PERIODS, SLICE, Happenings, History, Row, Upload
from tests.data.sending import text

WHY = "a random history"
WRONG: dict[str, Row] = {
    "projects": {"project_id": "P-BAD", "title": "Wrong", "status": "no status", "directorate": "ACH",
                 "kind": "project", "level": "strategic", "start_date": "2024-05-01"},
    "maturity": {"project_id": "NOBODY", "period": PERIODS[0], "design": 9, "decisions": "NS",
                 "delivery": "NA", "evaluation": 3, "rated_by": "jointly", "aiming_for": 5},
    "themes": {"project_id": "NOBODY", "period": PERIODS[0], "theme": "T99", "main_or_also": "main",
               "strength": "active"},
    "conditions": {"directorate": "ACH", "period": "2026-27 H1", "item": "C99", "answer": "yes"},
}  # fmt: skip
ACTS = {"sent": ("withdraw", "withdraw", "erase"), "restored": ("withdraw", "erase"),
        "withdrawn": ("restore", "restore", "restore", "erase"), "erased": ()}  # fmt: skip


class Steady(Happenings):
    """Projects that are always under way or over, so that what survives can be sent alone."""

    def _projects(self, history: History) -> Iterator[Row]:
        for project in self._some(self.projects) if history.uploads else self.projects:
            status = self.chance.choice(("active", "active", "complete", "stopped"))
            yield {**WRONG["projects"], "project_id": project, "title": f"Said {self.said}",
                   "status": status, "directorate": "ACH"}  # fmt: skip

    def unchanged(self, history: History) -> list[Row]:
        """Ratings that say nothing changed, for projects rated in an earlier half-year."""
        self.said += 1
        rated = {str(row["project_id"]) for row in history.rows("maturity", datetime.max)
                 if row["period"] != PERIODS[-1]}  # fmt: skip
        return [
            {"project_id": project, "period": PERIODS[-1], "nothing_changed": "yes", "people": self.said,
             "asked": self.chance.randint(0, self.said)}
            for project in sorted(rated) if self.chance.random() < 0.7
        ]  # fmt: skip


@dataclass
class Lived:
    """A database with things happening to it, and the model of what happened."""

    database: Database
    chances: Steady
    history: History = field(default_factory=History)
    files: dict[int, tuple[str, list[Row]]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def stored(self, row: Row) -> Row:
        """A row as it is stored: where nothing changed, with what was rated last."""
        if row.get("nothing_changed") != "yes":
            return row
        before = [each for each in self.history.rows("maturity", datetime.max)
                  if each["project_id"] == row["project_id"] and str(each["period"]) < str(row["period"])]
        last = max(before, key=lambda each: str(each["period"]))  # fmt: skip
        return {**{name: last[name] for name in KEPT if name in last}, **row}

    def send(self, name: str, rows: list[Row], wrong: bool = False, good_rows: bool = False) -> None:
        """Send a file, with a wrong row in it where that is said; what becomes of it is as modelled."""
        moment = self.chances.pass_time()
        asked = dict.fromkeys(KEPT, "") if "nothing_changed" in rows[0] else {}
        held = [{**asked, **row} for row in ([*rows, WRONG[name]] if wrong else rows)]
        offer = Offer(f"{name}.csv", text(held), good_rows=good_rows)
        outcome = take_in(self.database, [(Delivery(moment, reason=WHY), [offer])])
        if wrong and not good_rows:
            assert outcome.status == "rejected"
            self.seen.append("rejected")
            return
        after = Upload(len(self.history.uploads) + 2, name, tuple(map(self.stored, rows)), moment)
        self.note(outcome, after, rows, wrong)

    def note(self, outcome: Outcome, after: Upload, rows: list[Row], wrong: bool) -> None:
        """See that a file became what the model says, and note it."""
        before = self.history.rows(after.name, datetime.max)
        self.history.send(after)
        if _set(before) == _set(self.history.rows(after.name, datetime.max)):
            self.history.uploads.pop()
            self.history.acts.pop()
            assert outcome.status == "already", outcome
        else:
            said = outcome.files[0]
            assert (outcome.status, said.upload) == ("loaded", after.number), outcome.problems
            assert (said.rows, said.left_out) == (len(after.rows), int(wrong))
            self.files[after.number] = (after.name, rows)
        self.seen.append("partial" if wrong else outcome.status)

    def act(self, upload: Upload) -> None:
        """Do one thing that may be done to an upload. The first one is left: the others need it."""
        newest = self.history.last_act(upload.number, datetime.max) or ""
        if upload.number == 2 or not ACTS[newest]:
            return
        act, moment = self.chances.chance.choice(ACTS[newest]), self.chances.pass_time()
        {"withdraw": withdraw, "restore": restore, "erase": erase}[act](
            self.database, upload.number, WHY, moment
        )
        said = {"withdraw": "withdrawn", "restore": "restored", "erase": "erased"}[act]
        self.history.acts.append((upload.number, said, moment))
        self.seen.append(said)
        if act == "erase":
            self.history.uploads[upload.number - 2] = replace(upload, rows=())

    def surviving(self) -> list[Upload]:
        """The uploads that count, oldest first."""
        found = [each for name in SLICE for each in self.history.in_force(name, datetime.max)]
        return sorted(found, key=lambda each: each.number)


def _set(rows: list[Row]) -> set[str]:
    return {str(sorted((name, str(value)) for name, value in row.items())) for row in rows}

