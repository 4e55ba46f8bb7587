"""A plain model of lists, merges, comments and hidden notes: dictionaries replayed over what nobody took back."""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from data.changes.population import rows_of

Row = dict[str, str]
Lists = dict[str, dict[str, Row]]
Note = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """One change that was made."""

    number: int
    kind: str
    subject: str
    value: str


@dataclass
class Model:
    """What was installed and sent, and every change: `standing` those that nobody took back.

    `sent` holds a row for each rating: upload, project_id, period, design, words, and whether it was ticked.
    """

    installed: Lists
    population: list[Row]
    sent: list[Note]
    whose: dict[str, str]
    every: list[Made] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)

    @property
    def standing(self) -> list[Made]:
        """The changes that count, oldest first."""
        return [each for each in self.every if each.number not in self.undone]

    def of(self, kind: str, ever: bool = False) -> dict[str, str]:
        """The newest value of each subject of a kind, among those that count, or among all there `ever` were."""
        return {each.subject: each.value for each in (self.every if ever else self.standing) if each.kind == kind}

    def lists(self) -> Lists:
        """The lists with every change to a row laid over them."""
        made = {name: {code: dict(row) for code, row in rows.items()} for name, rows in self.installed.items()}
        for each in self.standing:
            if each.kind == "list row":
                name, code = each.subject.split("/")
                blank = dict.fromkeys(next(iter(made[name].values())), "") | {"code": code}
                made[name].setdefault(code, blank).update(json.loads(each.value))
        return made

    def people(self) -> list[Row]:
        """The population, the rows of an area replaced by those of its newest file."""
        rows = self.population
        for area, text in self.of("population").items():
            rows = [row for row in rows if row["area"] != area] + rows_of(text)
        return sorted(rows, key=lambda row: sorted(row.items()))

    def stands_for(self, code: str, day: date) -> str:
        """The directorate that stands for one on a day."""
        row = self.lists()["directorates"][code]
        since = date.min
        while row["valid_to"] and row["successor"] and max(since, date.fromisoformat(row["valid_to"]) + timedelta(1)) <= day:
            since = date.fromisoformat(row["valid_to"]) + timedelta(1)
            row = self.lists()["directorates"][row["successor"]]
        return row["code"]

    def projects(self, day: date) -> dict[str, str]:
        """Each project under its right id, and the directorate it belongs to on a day."""
        merged = self.of("merge project")
        return {
            merged.get(code, code): self.stands_for(directorate, day)
            for code, directorate in self.whose.items()
        }  # fmt: skip

    def ratings(self) -> dict[tuple[str, str], Note]:
        """The rating that counts of each project and half-year: the newest, whichever id it was sent under."""
        merged = self.of("merge project")
        return {(merged.get(one["project_id"], one["project_id"]), one["period"]): one for one in self.sent}

    def notes(self) -> set[tuple[str, str]]:
        """The place and words of each note that may be shown."""
        ticked = set(self.of("tick notes"))
        hidden, sent = self.hidden(), list(self.written())
        return {
            (place(code, period), one["words"])
            for (code, period), one in self.ratings().items()
            if (one["ticked"] or str(one["upload"]) in ticked)
            and place(code, period) not in hidden
            and not any((code, one["words"]) == (about, words) and where in hidden for about, where, words in sent)
        }

    def written(self) -> list[tuple[str, str, str]]:
        """Whose each note ever sent is, where it stands and its words: under a mistyped id, also the right one's."""
        ever = [(each.subject, each.value) for each in self.every if each.kind == "merge project"]
        own = [(one["project_id"], place(one["project_id"], one["period"]), one["words"]) for one in self.sent]
        also = [
            (right, place(right, one["period"]), one["words"])
            for one in self.sent for wrong, right in ever if wrong == one["project_id"]
        ]  # fmt: skip
        return own + also

    def hidden(self) -> set[str]:
        """The places that are hidden, under every id that was ever merged with theirs."""
        found = set(self.of("hide note"))
        for each in [one for one in self.every if one.kind == "merge project"]:
            pair = (f"/{each.subject}/", f"/{each.value}/")
            found |= {said.replace(one, other) for said in self.of("hide note") for one, other in (pair, pair[::-1])}
        return found


def place(project: str, period: str) -> str:
    """Where a note on what was learnt stands."""
    return f"maturity/{project}/{period}/learning"
