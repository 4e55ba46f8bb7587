"""Many at once: clients that send through the running dashboard while others read what counts."""

import csv
import io
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.relay.wire import Gone
from tests.data.sending import PROJECT, RATING, put
from tests.faults.served import Served, troubled

WHY = ("--reason", "a trial")
BAD, SAME = 5, 7
Counts = dict[int, int]


def whose(client: int) -> tuple[str, str]:
    """The two projects that a client rates, always both in one file and both the same."""
    return f"Q-{client}-1", f"Q-{client}-2"


class Crowd:
    """Clients that each send so many files one after the other, and readers that look meanwhile."""

    def __init__(self, served: Served, folder: Path, clients: int, each: int) -> None:
        self.served, self.folder, self.clients, self.each = served, folder, clients, each
        self.answers: dict[tuple[int, int], dict[str, Any]] = {}
        self.faults: list[str] = []
        self.looks = Counter[str]()
        self.over = threading.Event()
        projects = [{**PROJECT, "project_id": name} for one in range(clients) for name in whose(one)]
        assert served.told("send", put(folder, "crowd.csv", projects), *WHY)["status"] == "loaded"

    def file(self, client: int, number: int) -> Path:
        """A client's file of this number; every fifth has a fault, every seventh repeats the one before."""
        said = number - 1 if number % SAME == 0 else number
        rows = [{**RATING, "project_id": name, "evidence": f"{client}:{said}"} for name in whose(client)]
        if number % BAD == 0:
            rows[1] = {**rows[1], "design": 99}
        return put(self.folder, f"{client}-{number}.csv", rows)

    def send_all(self, client: int) -> None:
        """Send a client's files one after the other, again where the dashboard could not answer."""
        for number in range(1, self.each + 1):
            file, answer = self.file(client, number), None
            while answer is None:
                try:
                    answer = self.served.told("send", file, *WHY)
                except Gone:
                    self.looks["sent again"] += 1
            self.answers[client, number] = answer

    def counted(self) -> Counts:
        """Of each client: which of its files counts now, by both of its projects alike."""
        code, said, wrong = self.served.command("show", "--return", "maturity")
        assert (code, wrong) == (0, ""), wrong
        found: dict[int, set[int]] = {}
        for row in csv.DictReader(io.StringIO(said)):
            client, _, number = row["evidence"].partition(":")
            if number:
                found.setdefault(int(client), set()).add(int(number))
        assert all(len(each) == 1 for each in found.values()), f"half of a file was seen: {found}"
        return {client: each.pop() for client, each in found.items()}

    def look_at_rows(self) -> None:
        """Read what counts again and again: never half of a file, never back to an earlier one."""
        before: Counts = {}
        while not self.over.is_set():
            now = self.counted()
            assert all(now.get(client, 0) >= number for client, number in before.items()), (before, now)
            before = now
            self.looks["rows"] += 1

    def look_at_pages(self) -> None:
        """Read pages again and again: each is whole and says nothing of a fault."""
        with self.served.visit() as visit:
            while not self.over.is_set():
                for page in ("maturity", "sent", "due"):
                    trouble = troubled(visit.open(page))
                    assert trouble is None, trouble
                    self.looks["pages"] += 1

    def _minded(self, act: Callable[..., None], *given: int) -> threading.Thread:
        def mind() -> None:
            try:
                act(*given)
            except Exception as fault:
                self.faults.append(f"{act.__name__}{given}: {fault!r}")

        thread = threading.Thread(target=mind)
        thread.start()
        return thread

    def run(self) -> None:
        """Let all of them act at once, until every file was answered."""
        readers = [self._minded(self.look_at_rows), self._minded(self.look_at_pages)]
        senders = [self._minded(self.send_all, client) for client in range(self.clients)]
        for thread in senders:
            thread.join()
        self.over.set()
        for thread in readers:
            thread.join()
        assert not self.faults, "\n".join(self.faults)

    def settle(self, before: int) -> Counter[str]:
        """Every file was accepted or refused by name, and the totals are exact; how many of each."""
        assert len(self.answers) == self.clients * self.each
        for (client, number), answer in self.answers.items():
            assert answer["status"] in ("loaded", "already", "rejected") and not answer["error"], answer
            if number % BAD == 0:
                assert answer["status"] == "rejected" and answer["problems"], (client, number, answer)
                assert answer["problems"][0]["file"] == f"{client}-{number}.csv"
        became = Counter(answer["status"] for answer in self.answers.values())
        numbers = [answer["upload"] for answer in self.answers.values() if answer["status"] == "loaded"]
        assert len(set(numbers)) == len(numbers) == became["loaded"]
        assert len(self.served.told("history")) == before + became["loaded"]
        last = {client: max(self.taken(client)) for client in range(self.clients)}
        assert self.counted() == last
        return became

    def taken(self, client: int) -> list[int]:
        """What a client's accepted files said."""
        loaded = [n for (one, n), answer in self.answers.items() if one == client and answer["status"] == "loaded"]
        return [n - 1 if n % SAME == 0 else n for n in loaded]
