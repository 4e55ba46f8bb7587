"""python -m benchmarks.cold [RUNS [PAGE …]]: the first page of a server that has just started.

Each visit has a server process of its own, asked by a browser window that has fetched nothing yet.
Two times are taken: from the moment the server answers (the page cold), and from the start of its
process (the start). Ours, the floor and the peer take turns.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import report
from benchmarks.browser import Held, chromium, holds, seconds, window
from benchmarks.served import PAGES, SCRIPTS, prepared, served

RUNS = 3
Visit = tuple[float, float]
Taken = dict[str, dict[str, list[Visit]]]


def first_visit(browser: Browser, name: str, folder: Path, page: str, held: Held) -> Visit:
    """Seconds of the first visit, and of the start with it."""
    began = time.perf_counter()
    with served(name, folder) as server:
        up = time.perf_counter() - began
        with window(browser) as context:
            taken = seconds(context, f"{server.address}/{page}", held)
    return taken, up + taken


def settled(browser: Browser, name: str, folder: Path, pages: Sequence[str]) -> dict[str, Held]:
    """What each page of a server holds."""
    with served(name, folder) as server, window(browser) as context:
        return {page: holds(context, f"{server.address}/{page}") for page in pages}


def measured(folder: Path, pages: Sequence[str], runs: int) -> Taken:
    """Both times of each first visit, by page and server."""
    taken: Taken = {page: {name: [] for name in SCRIPTS} for page in pages}
    with chromium() as browser:
        held = {name: settled(browser, name, folder, pages) for name in SCRIPTS}
        for page in pages:
            for _ in range(runs):
                for name in SCRIPTS:
                    taken[page][name].append(first_visit(browser, name, folder, page, held[name][page]))
            report.said(f"{page}: {taken[page]}")
    return taken


def line(title: str, of: dict[str, list[float]]) -> list[str]:
    """One line of the table."""
    figures = [report.spread(of[name]) for name in SCRIPTS]
    return [title, *figures, report.ratio(of["ours"], of["floor"]), report.ratio(of["usual"], of["ours"])]


def main(runs: int = RUNS, pages: Sequence[str] = PAGES) -> None:
    """Measure, and keep the table."""
    with tempfile.TemporaryDirectory() as folder:
        taken = measured(prepared(Path(folder), tuple(pages)), pages, runs)
    heads = ("First page of a new process", "Ours, ms", "Floor, ms", "The usual way, ms", "Ours ÷ floor", "Usual ÷ ours")
    lines = [
        line(page, {name: [first for first, _ in visits] for name, visits in of.items()}) for page, of in taken.items()
    ]
    starts = {name: [start for of in taken.values() for _, start in of[name]] for name in SCRIPTS}
    lines.append(line("From the start of the process", starts))
    report.keep("cold", f"{report.table(heads, lines)}\n\n{runs} processes a page. {report.machine()}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:2]), *([sys.argv[2:]] if sys.argv[2:] else []))
