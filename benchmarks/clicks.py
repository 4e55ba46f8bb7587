"""python -m benchmarks.clicks [ROUNDS [PAGE …]]: a filter changed over the real WebSocket, by 1, 10 and 50 at once.

So many visits are open at a server; in each round all of them change the half-year in the same moment,
and each is timed from sending the change until the page is whole. Nobody waits for anybody else's
click in an office, so many at once are the worst that so many people can do.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles

from benchmarks import report
from benchmarks.process import worked
from benchmarks.served import SCRIPTS, Server, all_three, prepared
from tests.door.visit import Visit, visiting

SESSIONS = (1, 10, 50)
MOST_USUAL = 10  # of fifty at once the usual way serves the last after minutes
ROUNDS = 10
PAGES = ("overview", "maturity")
FILTER = "Half-year"
Taken = dict[str, list[float]]


class Clicker:
    """A visit that changes the half-year to and fro, as a browser does."""

    def __init__(self, visit: Visit, page: str) -> None:
        self.visit, self.page, self.query, self.turn = visit, page, "", 0
        visit.open(page)
        box = next(each for each in visit.drawn("selectbox") if each.label == FILTER)
        self.box, self.words = box.id, list(box.options)[:2]
        self.click()
        self.click()

    def click(self) -> float:
        """Change the half-year; seconds until the page is whole, which then shows the other one."""
        self.turn = 1 - self.turn
        began = time.perf_counter()
        self.visit.open(self.page, self.query, **{self.box: self.words[self.turn]})
        taken = time.perf_counter() - began
        changed = [each.page_info_changed for each in self.visit.messages if each.WhichOneof("type") == "page_info_changed"]
        self.query = changed[-1].query_string if changed else self.query
        box = next(each for each in self.visit.drawn("selectbox") if each.id == self.box)
        shown = box.raw_value if box.set_value else self.words[self.turn]
        if shown != self.words[self.turn]:
            raise RuntimeError(f"{self.page} shows {shown}, and {self.words[self.turn]} was chosen.")
        return taken


def clickers(stack: ExitStack, server: Server, page: str, many: int) -> list[Clicker]:
    """So many visits at a server."""
    return [Clicker(stack.enter_context(visiting(server.address)), page) for _ in range(many)]


def at_once(pool: ThreadPoolExecutor, visits: list[Clicker]) -> list[float]:
    """Every visit changes its filter in the same moment."""
    clicks: list[Callable[[], float]] = [each.click for each in visits]
    return list(pool.map(lambda click: click(), clicks))


def measured(servers: dict[str, Server], page: str, many: int, rounds: int) -> tuple[Taken, Taken]:
    """Seconds of each change, and processor seconds of the server a change, by server; in turn."""
    taken: Taken = {name: [] for name in SCRIPTS}
    used: Taken = {name: [] for name in SCRIPTS}
    with ExitStack() as stack, ThreadPoolExecutor(many) as pool:
        visits = {
            name: clickers(stack, server, page, many)
            for name, server in servers.items()
            if name != "usual" or many <= MOST_USUAL
        }
        for _ in range(rounds):
            for name, those in visits.items():
                before = worked(servers[name].process.pid)
                taken[name] += at_once(pool, those)
                used[name].append((worked(servers[name].process.pid) - before) / many)
    return taken, used


def slowest(taken: Sequence[float]) -> float:
    """The time that 95 of 100 are within."""
    return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


def line(page: str, many: int, taken: Taken, used: Taken) -> list[str]:
    """One line of the table."""
    late = {name: slowest(of) for name, of in taken.items() if of}
    return [
        f"{page}, {many} at once",
        *(f"{report.spread(taken[name])}, p95 {late[name] * 1000:.0f}" if name in late else "" for name in SCRIPTS),
        report.ratio(taken["ours"], taken["floor"]), f"{late['ours'] / late['floor']:.2f}",
        report.ratio(taken["usual"], taken["ours"]) if "usual" in late else "",
        f"{report.spread(used['ours'])} and {report.spread(used['floor'])}", report.ratio(used["ours"], used["floor"]),
    ]  # fmt: skip


def main(rounds: int = ROUNDS, pages: Sequence[str] = PAGES) -> None:
    """Measure, and keep the table."""
    lines = []
    with tempfile.TemporaryDirectory() as folder, all_three(prepared(Path(folder), tuple(pages))) as servers:
        for page in pages:
            for many in SESSIONS:
                each = max(2, rounds if many < SESSIONS[-1] else rounds // 3)
                lines.append(line(page, many, *measured(servers, page, many, each * (3 if many == 1 else 1))))
                report.said(" | ".join(lines[-1]))
    heads = ("Filter changed", "Ours, ms", "Floor, ms", "The usual way, ms", "Ours ÷ floor", "p95, ours ÷ floor",
             "Usual ÷ ours", "Processor ms a change, ours and floor", "Ours ÷ floor")  # fmt: skip
    report.keep("clicks", f"{report.table(heads, lines)}\n\n{rounds} rounds. {report.machine()}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:2]), *([sys.argv[2:]] if sys.argv[2:] else []))
