"""python -m benchmarks.scale [SCALE [ROUNDS]]: a page's time on the example so many times as large.

Two dashboards run side by side, on the example and on the larger one; on each page the half-year is
changed to and fro over the WebSocket, in turn. First is the first drawing, with no answer kept yet.
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks import report
from benchmarks.clicks import Clicker
from benchmarks.scaled import scaled
from benchmarks.served import PAGES, served
from tests.door.visit import visiting
from tests.example import example_database

SCALE, ROUNDS = 100, 5
Taken = dict[str, list[float]]


def measured(stack: ExitStack, folder: Path, scale: int, rounds: int) -> dict[str, tuple[Taken, Taken]]:
    """Seconds by page: of the first drawing, and of changes; each by scale, "1" and the larger."""
    addresses = {}
    for name in {1, scale}:
        own = folder / str(name)
        own.mkdir()
        scaled(example_database(), own / "example.duckdb", name)
        addresses[str(name)] = stack.enter_context(served("ours", own)).address
    taken = {}
    for page in PAGES:
        first: Taken = {name: [] for name in addresses}
        again: Taken = {name: [] for name in addresses}
        visits = {name: stack.enter_context(visiting(address)) for name, address in addresses.items()}
        clickers = {}
        for name, visit in visits.items():
            began = time.perf_counter()
            visit.open(page)
            first[name].append(time.perf_counter() - began)
            clickers[name] = Clicker(visit, page)
        for _ in range(rounds):
            for name, clicker in clickers.items():
                again[name].append(clicker.click())
        taken[page] = first, again
        report.said(f"{page}: first {first}, changed {again}")
    return taken


def main(scale: int = SCALE, rounds: int = ROUNDS) -> None:
    """Measure, and keep the table."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        taken = measured(stack, Path(folder), scale, rounds)
        larger = str(scale)
        heads = ("Page", "First, ms", f"First at {scale:,} ×, ms", "Times", "Half-year changed, ms",
                 f"Changed at {scale:,} ×, ms", "Times")  # fmt: skip
        lines = [
            [page, *(cell for of in both for cell in (
                report.spread(of["1"]), report.spread(of[larger]), report.ratio(of[larger], of["1"])
            ))] for page, both in taken.items()
        ]  # fmt: skip
    report.keep("scale", f"{report.table(heads, lines)}\n\n{rounds} changes. {report.machine()}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:3]))
