"""python -m tests.faults.soak MINUTES: five people click through the dashboard while returns are sent.

The real server, in a folder of its own. It prints what went wrong, how memory and open files grow
after a warm-up of a quarter of the time (ten minutes at most), and how long pages took. Exit 1
when anything went wrong.
"""

import csv
import io
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median, quantiles

import pages
from tests.data.sending import RATING, put
from tests.door.visit import Visit
from tests.example import example_database
from tests.faults.served import Served, serving, troubled
from tests.faults.watched import Watched, slope

USERS, UPLOADS_A_MINUTE = 5, 2
THINKING = (2.0, 8.0)
CLICKS_A_VISIT = 40
PAGES = ("", *(body.sign.address for body in pages.found()[1:] if body.sign.needs != "demo"))


class Soak:
    """A dashboard in use: what its users and its uploads met, and how long pages took."""

    def __init__(self, served: Served, folder: Path, minutes: float) -> None:
        self.served, self.folder, self.minutes = served, folder, minutes
        self.over = threading.Event()
        self.errors: list[str] = []
        self.seconds: list[float] = []
        self.shown: dict[str, str] = {}
        self.uploads = self.visits = 0
        self.watched = Watched(served.process.pid)

    def use(self, user: int) -> None:
        """One person: a page, a moment's thought, another page or another filter; a new tab now and then."""
        chance = Random(user)
        while not self.over.is_set():
            self.visits += 1
            with self.minded(f"user {user}"), self.served.visit() as visit:
                for _ in range(CLICKS_A_VISIT):
                    self.click(visit, chance)
                    if self.over.wait(chance.uniform(*THINKING)):
                        break

    def click(self, visit: Visit, chance: Random) -> None:
        """Open a page, or choose something else in one of the boxes of the page that is open."""
        boxes = visit.drawn("selectbox")
        page, chosen = chance.choice(PAGES), dict[str, object]()
        if boxes and chance.random() < 0.5:
            box = chance.choice(boxes)
            page, chosen = self.shown.get(visit.session, ""), {box.id: chance.choice(list(box.options))}
        began = time.monotonic()
        visit.open(page, "", **chosen)
        self.seconds.append(time.monotonic() - began)
        self.shown[visit.session] = page
        if trouble := troubled(visit):
            self.errors.append(f"page {page or 'first'}: {trouble}")

    def send(self) -> None:
        """Send a return that says something new, every half minute."""
        while not self.over.wait(60 / UPLOADS_A_MINUTE):
            with self.minded("an upload"):
                self.uploads += 1
                rows = [{**RATING, "project_id": self.project, "evidence": f"Said {self.uploads}"}]
                answer = self.served.told("send", put(self.folder, "rated.csv", rows), "--reason", "a soak")
                if answer["status"] != "loaded":
                    self.errors.append(f"upload {self.uploads}: {answer}")

    @property
    def project(self) -> str:
        """A project that may be rated."""
        return self.projects[self.uploads % len(self.projects)]

    @contextmanager
    def minded(self, what: str) -> Iterator[None]:
        """Note what goes wrong inside, and go on."""
        try:
            yield
        except Exception as fault:
            self.errors.append(f"{what}: {fault!r}")

    def run(self) -> None:
        """Let everybody act until the time is over."""
        _code, said, _wrong = self.served.command("show", "--return", "projects")
        active = [row for row in csv.DictReader(io.StringIO(said)) if row["status"] == "active" and not row["end_date"]]
        self.projects = [row["project_id"] for row in active][:20]
        acts: list[tuple[Callable[..., None], tuple[object, ...]]] = [(self.use, (user,)) for user in range(USERS)]
        acts += [(self.send, ()), (self.watched.until, (self.over,))]
        threads = [threading.Thread(target=act, args=given) for act, given in acts]
        self.watched.look()
        for thread in threads:
            thread.start()
        self.over.wait(60 * self.minutes)
        self.over.set()
        for thread in threads:
            thread.join()
        self.watched.look()

    def report(self) -> str:
        """What was found, line by line."""
        warm_up = min(600.0, 15 * self.minutes)
        late = self.watched.after(warm_up)
        centiles = quantiles(self.seconds, n=100) if len(self.seconds) > 1 else [0.0] * 99
        state = "runs on" if self.served.goes_on else "STOPPED OR LOGGED A TRACEBACK"
        return "\n".join((
            f"{self.minutes:g} minutes, {USERS} users, {self.visits} visits, {len(self.seconds):,} pages, "
            f"{self.uploads} uploads; the server {state}",
            f"errors: {len(self.errors)}" + "".join(f"\n  {each}" for each in self.errors[:20]),
            f"memory: {self.watched.memory[0]:.0f} MB at first, {max(self.watched.memory):.0f} MB at most, "
            f"{self.watched.memory[-1]:.0f} MB at last; after {warm_up:.0f} s it grew "
            f"{slope(late.moments, late.memory):+.3f} MB a minute",
            f"open files: {self.watched.files[0]} at first, {max(self.watched.files)} at most, "
            f"{self.watched.files[-1]} at last; {slope(late.moments, late.files):+.3f} a minute",
            f"threads: {self.watched.threads[0]} at first, {max(self.watched.threads)} at most, "
            f"{self.watched.threads[-1]} at last",
            f"pages: median {median(self.seconds):.2f} s, 95 of 100 within {centiles[94]:.2f} s, "
            f"slowest {max(self.seconds):.2f} s",
        ))  # fmt: skip


def soak(minutes: float) -> int:
    """Run it and print the report; 1 when anything went wrong."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "held").mkdir()
        os.environ["COPRODUCTION_KEY"] = str(folder / "secret" / "protection.key")
        file = Path(shutil.copy(example_database(), folder / "held" / "dashboard.duckdb"))
        with serving(file, folder) as served:
            found = Soak(served, folder, minutes)
            found.run()
            print(found.report(), flush=True)
            return int(bool(found.errors) or not served.goes_on)


if __name__ == "__main__":
    sys.exit(soak(float(sys.argv[1])))
