"""One random history of changes: a council's file, the model of it, and acts that are made to both."""

import json
from collections import Counter
from pathlib import Path
from random import Random

from data import changes
from data.changes.laying import rows_laid
from data.changes.population import as_text
from data.database import Database
from data.mistakes import WrongUse
from data.schema import list_schemas
from tests.data.changes.listed import Made, Model, place
from tests.data.sending import PROJECT, RATING, contents, send

LISTS = ("periods", "directorates", "services")
PERIODS = ("2025-26 H2", "2026-27 H1")
MISTYPED = {"ACH-I": "ACH", "CFE-I": "CFE"}
KNOWN = {"ACH-1": "ACH", "ACH-2": "ACH", "ACH-SOON": "ACH", "ACH-OVER": "ACH", "CFE-1": "CFE"}
RATED = (("ACH-1", 0), ("ACH-I", 1), ("ACH-1", 1), ("CFE-I", 1), ("CFE-1", 1), ("ACH-2", 0))
ENDS = ("2026-09-30", "2026-03-31", "2027-03-31")
NEXT = {
    "label": "October 2026 to March 2027", "year": "2026-27", "start": "2026-10-01", "end": "2027-03-31",
    "due": "2027-05-14", "status": "open", "order": "7",
}  # fmt: skip


def sent_to(database: Database, folder: Path) -> list[dict[str, object]]:
    """Send projects under mistyped ids too, and ratings with notes of all, an upload each; what was sent."""
    typed = [{**PROJECT, "project_id": code, "directorate": of, "title": code} for code, of in MISTYPED.items()]
    assert send(database, folder / "typed", projects=typed).status == "loaded"
    told = []
    for number, (code, half) in enumerate(RATED):
        words, period, ticked = f"Learnt in number {number}", PERIODS[half], number % 2 == 0
        rows = [{**RATING, "project_id": code, "period": period, "design": number, "learning": words}]
        done = send(database, folder / str(number), nobody=ticked, reason="late", rated=rows)
        one = {"upload": done.files[0].upload, "project_id": code, "period": period, "design": str(number)}
        told.append({**one, "words": words, "ticked": ticked})
    return told


class History:
    """Acts on a file and on the model of it, by chance."""

    def __init__(self, database: Database, sent: list[dict[str, object]], seed: int) -> None:
        self.database, self.chance, self.done = database, Random(seed), Counter[str]()
        lists = {name: {row["code"]: row for row in laid(database, name)} for name in LISTS}
        self.model = Model(lists, laid(database, "population"), sent, {**KNOWN, **MISTYPED})

    def act(self) -> None:
        """Do something: mostly a change, now and then take one back."""
        if self.model.standing and self.chance.random() < 0.3:
            self.take_back(self.chance.choice(self.model.standing))
            return
        kind = self.chance.choice(("list row", "list row", "list row", "comment", "hide note", "merge project",
                                   "population", "tick notes"))  # fmt: skip
        self.make(kind, *getattr(self, kind.replace(" ", "_"))())

    def make(self, kind: str, subject: str, value: str) -> None:
        """Make one change; one that is refused changes nothing at all."""
        before = contents(self.database)
        try:
            number = changes.make(self.database, kind, subject, value, "agreed")
        except WrongUse:
            assert contents(self.database) == before, (kind, subject, value)
            self.done["refused"] += 1
            return
        self.model.every.append(Made(number, kind, subject, value))
        self.done[kind] += 1

    def take_back(self, one: Made) -> None:
        """Undo one change, unless another rests on it."""
        before = contents(self.database)
        try:
            changes.undo(self.database, one.number, "a mistake")
        except WrongUse:
            assert contents(self.database) == before, one
            self.done["rested on"] += 1
            return
        self.model.undone.add(one.number)
        self.done["undone"] += 1

    def list_row(self) -> tuple[str, str]:
        """A row added, renamed, ended with a successor, begun again, or a due date moved."""
        lists, pick = self.model.lists(), self.chance.choice
        name = pick(("services", "services", "directorates", "directorates", "periods"))
        code = pick(sorted(lists[name]))
        said = {"label": f"Named {self.chance.randrange(10**6)}"}
        if name == "periods":
            code, said = pick((("2026-27 H2", NEXT), ("2026-27 H1", {"due": f"2026-11-{pick(range(10, 29))}"})))
        elif self.chance.random() < 0.2 and name == "services":
            code, home = f"NEW-{pick(range(5))}", pick(sorted(lists["directorates"]))
            said |= {"directorate": home, "order": "90", "valid_from": "2026-04-01"}
        elif self.chance.random() < 0.6:
            said = pick(({"valid_to": "", "successor": ""}, {"valid_to": pick(ENDS), "successor": pick(sorted(lists[name]))}))
        return f"{name}/{code}", json.dumps(said)

    def comment(self) -> tuple[str, str]:
        """A director's words beside one of two directorates."""
        return f"{self.chance.choice(('ACH', 'CFE'))}/{self.chance.choice(PERIODS)}", f"Said {self.chance.randrange(99)}"

    def hide_note(self) -> tuple[str, str]:
        """One of the notes, under an id it stands at or might."""
        return place(self.chance.choice((*KNOWN, *MISTYPED)), self.chance.choice(PERIODS)), ""

    def merge_project(self) -> tuple[str, str]:
        """Mostly a mistyped id into one that was meant."""
        return self.chance.choice((*MISTYPED, *MISTYPED, "ACH-2")), self.chance.choice(("ACH-1", "CFE-1", "ACH-2"))

    def tick_notes(self) -> tuple[str, str]:
        """One of the uploads."""
        return str(self.chance.choice(self.model.sent)["upload"]), ""

    def population(self) -> tuple[str, str]:
        """Wirral's rows about one characteristic alone, under another count."""
        rows = [row for row in self.model.population if (row["area"], row["characteristic"]) == ("Wirral", "sex")]
        return "Wirral", as_text([{**row, "count": str(self.chance.randrange(10**5))} for row in rows])


def laid(database: Database, name: str) -> list[dict[str, str]]:
    """The rows of a list as texts."""
    with database.reading() as reader:
        return rows_laid(reader.cursor, "reference", list_schemas()[name])
