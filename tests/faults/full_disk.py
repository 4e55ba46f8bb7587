"""A disk that fills up under the running dashboard: what must hold while it is full, and after."""

import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.data.sending import PROJECT, put
from tests.faults.mounted import filled
from tests.faults.served import Served, troubled

WITHIN = 15.0
WHY = ("--reason", "a trial")
NO_ROOM = ("no room", "not enough room", "less than", "No space left", "make room", "Make room")
MOST_SENT = 60


class Filling:
    """Runs of a full disk on one dashboard: what was acknowledged, and what became of each run."""

    def __init__(self, served: Served, folder: Path, seed: int = 1) -> None:
        self.served, self.folder, self.chance = served, folder, Random(seed)
        self.number, self.acknowledged, self.became = 0, set[int](), Counter[str]()
        self.slowest = 0.0

    def file(self, rows: int = 400) -> Path:
        """A file that says something new."""
        self.number += 1
        said = [{**PROJECT, "project_id": f"F-{each}", "title": f"Said {self.number}"} for each in range(rows)]
        return put(self.folder, f"{self.number}.csv", said)

    def send(self) -> str | None:
        """Send something new; the sentence of a refusal, or None when it was acknowledged."""
        answer = self.served.told("send", self.file(), *WHY)
        if answer["status"] == "loaded":
            self.acknowledged.add(answer["upload"])
            return None
        assert answer["error"], answer
        return str(answer["error"])

    def run(self) -> None:
        """Fill the disk, act until it is full, see that old pages stay, make room, and go on."""
        self.send()
        disk = self.served.database.parent
        with filled(disk, left=self.chance.choice((0, 4096, 40_000, 100_000, 300_000))):
            act = self.chance.choice((self.send_until_full, self.send_until_full, self.erase, self.back_up))
            act()
            self.read_pages()
            assert self.held() >= self.acknowledged
        assert self.send() is None, "the next upload after room was made"
        assert self.held() >= self.acknowledged and self.served.goes_on, self.served.log.read_text()

    def send_until_full(self) -> None:
        """Send until there is no room, and twice more."""
        refusals: list[str] = []
        for _ in range(MOST_SENT):
            refusal = self.send()
            refusals += [refusal] if refusal else []
            if len(refusals) == 3:
                break
        for refusal in refusals:
            assert any(each in refusal for each in NO_ROOM) and "\n" not in refusal, refusal
        self.became["a sending refused" if refusals else "never full"] += 1

    def erase(self) -> None:
        """Erase an upload, for which the file is written anew."""
        upload = self.chance.choice(sorted(self.acknowledged))
        code, _said, wrong = self.served.command("erase", upload, *WHY)
        assert code == 0 or any(each in wrong for each in NO_ROOM), wrong
        self.became["an erasing refused" if code else "an erasing done"] += 1

    def back_up(self) -> None:
        """Make a backup."""
        code, _said, wrong = self.served.command("make", of="data.backup")
        assert code == 0 or any(each in wrong for each in NO_ROOM), wrong
        self.became["a backup refused" if code else "a backup done"] += 1

    def read_pages(self) -> None:
        """Old pages can be read within fifteen seconds."""
        began = time.monotonic()
        with self.served.visit() as visit:
            for page in ("", "maturity", "sent"):
                while trouble := troubled(visit.open(page)):
                    assert time.monotonic() - began < WITHIN, trouble
        self.slowest = max(self.slowest, time.monotonic() - began)

    def held(self) -> set[int]:
        """The numbers of the uploads that are there."""
        return {each["upload"] for each in self.served.told("history")}
