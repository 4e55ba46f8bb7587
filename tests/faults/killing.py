"""Killing: a command is killed, and then everything is looked at that must hold."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median

from data.audit import verify
from data.database import Database
from data.ledger import read
from data.settings import ledger_path
from data.start import open_ready
from tests.data.command.whole import halves, uploads_of
from tests.data.sending import PROJECT, RATING, Row, counted, put
from tests.faults.orders import Became, Parent
from tests.faults.points import Place

WHY = ("--reason", "a trial")
ROUND = 40
STATES = "select upload_id, arg_max(act, event_id) from sent.event group by upload_id"


def rows_of(number: int) -> list[Row]:
    """A return that says something new each time: projects, ratings or counts by turns."""
    if number % 3 == 0:
        return [{**PROJECT, "project_id": f"K-{each}", "title": f"Said {number}"} for each in range(300)]
    if number % 3 == 1:
        said = {"evidence": f"Said {number}", "people": number, "asked": number // 2}
        return [{**RATING, **said, "project_id": each} for each in ("ACH-1", "ACH-2", "CFE-1")]
    return counted("sex", female=1000 + number, male=7, not_known=2)


class Killing:
    """A run of kills: the database they are done to, what was acknowledged, and what became of each."""

    def __init__(self, parent: Parent, sound: Path, path: Path, folder: Path, seed: int = 1) -> None:
        self.parent, self.sound, self.path, self.folder = parent, sound, path, folder
        self.chance, self.became, self.number = Random(seed), Counter[str](), 0
        self.acknowledged: set[str] = set()
        self.spans: dict[str, list[float]] = {"": [], "r": [], "c": []}
        self.begin_again()
        self.send(self.next_file())

    def begin_again(self) -> None:
        """A fresh copy of the sound database, so that a look at all of it stays short."""
        shutil.rmtree(self.path.parent)
        self.path.parent.mkdir()
        shutil.copyfile(self.sound, self.path)
        self.acknowledged.clear()

    def next_file(self) -> Path:
        """A file that says something new."""
        self.number += 1
        return put(self.folder, f"{self.number}.csv", rows_of(self.number))

    def send(self, file: Path) -> Became:
        """Send a file with nothing in the way: it is taken, or was taken before."""
        became = self.parent.run("send", "--json", *WHY, file)
        assert became.code == 0 and became.wrong == "" and became.answer, became
        if became.answer["status"] == "loaded":
            for mark, held in self.spans.items():
                held.append(became.took[mark] - (became.took["d"] if mark == "c" else 0))
        self.acknowledged.add(sha256(file.read_bytes()).hexdigest())
        return became

    def span(self, mark: str) -> float:
        """How long a sending lasts from a mark on; from “c” on, its checkpoint."""
        return median(self.spans[mark][-9:])

    @contextmanager
    def opened(self) -> Iterator[Database]:
        """The database opened as a start opens it, all well with it."""
        database = open_ready(self.path)
        try:
            self.all_is_well(database)
            yield database
        finally:
            database.close()

    def all_is_well(self, database: Database) -> None:
        """Nothing is there by half, nothing acknowledged is lost, audit and ledger are whole."""
        assert halves(database) == []
        verdict = verify(database)
        assert verdict.whole, verdict.sentence
        assert database.loss is None and database.ledger and database.ledger.behind is None
        held = dict(database.read("select upload_id, file_sha256 from sent.upload").rows)
        known = read(ledger_path(self.path))
        assert known and not known.damage and known.uploads.keys() == held.keys()
        assert self.acknowledged <= set(held.values())

    def kill_sending(self, place: Place | None = None, wait: float | None = None, on: str = "") -> Became:
        """Kill a sending, see that all is well, and send the same again."""
        if self.number % ROUND == 0:
            self.begin_again()
        file = self.next_file()
        became = self.parent.run("send", "--json", *WHY, file, place=place, wait=wait, on=on)
        assert not became.wrong, became.wrong
        mark = sha256(file.read_bytes()).hexdigest()
        if became.answer:
            assert became.answer["status"] == "loaded"
            self.acknowledged.add(mark)
        with self.opened() as database:
            there = uploads_of(database, mark)
        assert len(there) <= 1 and (not became.answer or there == [became.answer["upload"]])
        again = self.send(file).answer
        assert again and again["status"] == ("already" if there else "loaded")
        assert not there or again["upload"] == there[0]
        self.note(became, bool(there))
        return became

    def note(self, became: Became, there: bool) -> None:
        """Count what became of a killed sending, and where the kill met it."""
        self.became["acknowledged" if became.answer else "kept, not acknowledged" if there else "not kept"] += 1
        if not became.killed:
            self.became["ended before the kill"] += 1
        elif not became.answer and "r" in became.marks:
            self.became["killed between the first byte read and the acknowledgement"] += 1
        if became.killed and "c" in became.marks and "d" not in became.marks:
            self.became["killed in the checkpoint"] += 1

    def states(self) -> dict[int, str]:
        """What was last done to each upload, by the database opened anew."""
        with self.opened() as database:
            return dict(database.read(STATES).rows)
