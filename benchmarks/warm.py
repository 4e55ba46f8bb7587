"""python -m benchmarks.warm [RUNS [PAGE …]]: pages in a real browser, from a server that has shown them before.

Ours, the floor and the peer are visited in turn, so that noise meets all alike, each in a tab of its
own of a window that holds Streamlit's own files already.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.browser import chromium, holds, seconds, window
from benchmarks.served import PAGES, SCRIPTS, all_three, prepared

RUNS = 15
Taken = dict[str, dict[str, list[float]]]


def measured(folder: Path, pages: Sequence[str], runs: int) -> tuple[Taken, dict[str, str]]:
    """Seconds of each visit by page and server, and what each page held."""
    taken: Taken = {page: {name: [] for name in SCRIPTS} for page in pages}
    said = {}
    with all_three(folder) as servers, chromium() as browser, window(browser) as context:
        for page in pages:
            addresses = {name: f"{server.address}/{page}" for name, server in servers.items()}
            held = {name: holds(context, address) for name, address in addresses.items()}
            said[page] = " and ".join(f"{each[0]} with {each[1]}" for each in dict.fromkeys(map(tuple, held.values())))
            for _ in range(runs):
                for name, address in addresses.items():
                    taken[page][name].append(seconds(context, address, held[name]))
            report.said(f"{page}: {said[page]}; {ratios(taken[page])}")
    return taken, said


def ratios(taken: dict[str, list[float]]) -> list[str]:
    """Ours to the floor, and the peer to ours."""
    return [report.ratio(taken["ours"], taken["floor"]), report.ratio(taken["usual"], taken["ours"])]


def main(runs: int = RUNS, pages: Sequence[str] = PAGES) -> None:
    """Measure, and keep the table."""
    with tempfile.TemporaryDirectory() as folder:
        taken, held = measured(prepared(Path(folder), tuple(pages)), pages, runs)
    heads = ("Page, warm", "Elements with pictures", "Ours, ms", "Floor, ms", "The usual way, ms",
             "Ours ÷ floor", "Usual ÷ ours")  # fmt: skip
    lines = [
        [page, held[page], *(report.spread(of[name]) for name in SCRIPTS), *ratios(of)] for page, of in taken.items()
    ]
    report.keep("warm", f"{report.table(heads, lines)}\n\n{runs} visits each. {report.machine()}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:2]), *([sys.argv[2:]] if sys.argv[2:] else []))
