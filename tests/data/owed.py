"""Who owes what, worked out slowly from the example's CSV files: a second opinion on the views."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from tests.data.told import File, Item, Row, files_in, rows_of

NEVER = date.max


@dataclass
class Council:
    """The lists and deliveries of a written council; `withdrawn` says when a file was taken back."""

    folder: Path
    withdrawn: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read everything once."""
        self.periods = rows_of(self.folder / "reference" / "periods.csv")
        self.directorates = rows_of(self.folder / "reference" / "directorates.csv")
        self.files = files_in(self.folder)

    def sent(self, moment: datetime) -> list[File]:
        """The files received by a moment, withdrawn or not."""
        return [file for file in self.files if file.received <= moment]

    def in_force(self, moment: datetime) -> list[File]:
        """The files received by a moment and not taken back by then."""
        never = datetime.max
        return [
            file
            for file in self.sent(moment)
            if self.withdrawn.get((file.folder, file.name), never) > moment
        ]

    def projects(self, moment: datetime) -> dict[str, Row]:
        """Each project as last sent; `closed` is when it was first sent as complete or stopped."""
        held: dict[str, Row] = {}
        for file in self.in_force(moment):
            for row in file.rows if file.name == "projects" else ():
                before = held.get(row["project_id"], {}).get("closed", "")
                closed = row["status"] in ("complete", "stopped")
                day = (before or file.received.date().isoformat()) if closed else ""
                held[row["project_id"]] = {**row, "closed": day}
        return held

    def belongs(self, moment: datetime) -> set[tuple[str, str]]:
        """Project and period: started by its end, not ended before its start, and under way."""
        return {
            (project, period["code"])
            for project, row in self.projects(moment).items()
            for period in self.begun(moment)
            if row["status"] not in ("proposed", "agreed")
            and row["start_date"] <= period["end"]
            and (row["end_date"] or row["closed"] or NEVER.isoformat()) >= period["start"]
        }

    def begun(self, moment: datetime) -> list[Row]:
        """The periods that have begun by a moment."""
        return [each for each in self.periods if each["start"] <= moment.date().isoformat()]

    def expected(self, moment: datetime) -> Iterator[tuple[Row, Row]]:
        """Each period and directorate of which anything is expected."""
        order = {period["code"]: int(period["order"]) for period in self.periods}
        for period in self.begun(moment):
            for directorate in self.directorates:
                if order[period["code"]] >= order[directorate["expected_from"]]:
                    yield period, directorate

    def due_items(self, moment: datetime) -> Iterator[tuple[Item, Row, str, str | None]]:
        """What is due: the item, its period, the directorate, and the project if it is one's."""
        belongs, projects = self.belongs(moment), self.projects(moment)
        for period, directorate in self.expected(moment):
            code, when = directorate["code"], period["code"]
            yield ("participation", when, code), period, code, None
            if period == next(p for p in self.periods if p["year"] == period["year"]):
                yield ("conditions", when, code), period, code, None
            for project in sorted(projects):
                if projects[project]["directorate"] == code and (project, when) in belongs:
                    for name in ("maturity", "themes"):
                        yield (name, when, project), period, code, project

    def due(self, moment: datetime) -> Iterator[tuple[object, ...]]:
        """Period, return, directorate, project, due date, day first received and state."""
        held = {item for file in self.in_force(moment) for item in file.items}
        for item, period, directorate, project in self.due_items(moment):
            due = date.fromisoformat(period["due"])
            days = [file.received.date() for file in self.sent(moment) if item in file.items]
            first = min(days, default=None)
            if item in held and first is not None:
                state = "late" if first > due else "received"
            else:
                state = "missing" if moment.date() > due else "not due yet"
            yield item[1], item[0], directorate, project, due, first, state

    def coverage(self, moment: datetime) -> Iterator[tuple[str, str, str]]:
        """Period, directorate and whether it is active, started or silent."""
        projects, belongs, rated = self.projects(moment), self.belongs(moment), defaultdict(set)
        for file in self.in_force(moment):
            for row in file.rows if file.name == "maturity" else ():
                if (row["project_id"], row["period"]) in belongs:
                    rated[projects[row["project_id"]]["directorate"]].add(row["period"])
        for period, directorate in self.expected(moment):
            code, periods = directorate["code"], rated[directorate["code"]]
            started = any(each < period["code"] for each in periods)
            active = period["code"] in periods
            word = "active" if active else "started" if started else "silent"
            yield period["code"], code, word

    def corrections(self, moment: datetime) -> set[tuple[str, str, str, date]]:
        """Period, return, item and the first day on which something final was changed."""
        acts: dict[Item, list[datetime]] = defaultdict(list)
        sent = {(file.folder, file.name): file for file in self.files}
        done = [(file.received, file) for file in self.files]
        done += [(when, sent[which]) for which, when in self.withdrawn.items()]
        for when, file in sorted(done, key=lambda act: act[0]):
            for item in file.slices if when <= moment else ():
                acts[item].append(when)
        due = {period["code"]: date.fromisoformat(period["due"]) for period in self.periods}
        return {
            (period, name, item, min(days))
            for (name, period, item), whens in acts.items()
            if (days := [when.date() for when in whens[1:] if when.date() > due[period]])
        }
