"""python -m benchmarks.memory [CLICKS]: what a server holds, and a session more, idle and at work; the file's size.

An idle session has drawn one page and stays connected. One at work has changed its filter some times as
well. Twenty are opened one after the other at each server, and what the process holds is asked of the
system before and after.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks import report
from benchmarks.clicks import clickers
from benchmarks.process import memory
from benchmarks.served import prepared, served
from tests.door.visit import visiting
from tests.example import example_files

SESSIONS, CLICKS, PAGE = 20, 10, "overview"


def measured(name: str, folder: Path, clicks: int) -> tuple[float, float, float]:
    """MB of a server that has shown its page to two, and MB a session more: idle, and at work."""
    with served(name, folder) as server, ExitStack() as stack:
        clickers(stack, server, PAGE, 2)
        at_first = memory(server.process.pid)
        for _ in range(SESSIONS):
            stack.enter_context(visiting(server.address)).open(PAGE)
        idle = memory(server.process.pid)
        for each in clickers(stack, server, PAGE, SESSIONS):
            for _ in range(clicks):
                each.click()
        at_work = memory(server.process.pid)
    return at_first, (idle - at_first) / SESSIONS, (at_work - idle) / SESSIONS


def sizes(folder: Path) -> str:
    """The size of the database beside the files that were sent to it."""
    sent = [each.stat().st_size for each in example_files().rglob("*.csv") if each.parent.name != "reference"]
    held = (folder / "example.duckdb").stat().st_size
    return (
        f"The example's database is {held / 1e6:.1f} MB, and the {len(sent)} files sent to it are {sum(sent) / 1e6:.1f} MB "
        f"({held / sum(sent):.1f} times): it keeps each file as it was sent, its rows, and the counts rounded from them."
    )


def main(clicks: int = CLICKS) -> None:
    """Measure, and keep the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = prepared(Path(name), (PAGE,))
        lines = [[each, *(f"{figure:.1f}" for figure in measured(each, folder, clicks))] for each in ("ours", "floor")]
        said = sizes(folder)
    heads = ("Memory, MB", "Server that has shown a page", "A session more, idle", "A session more, at work")
    report.keep("memory", f"{report.table(heads, lines)}\n\n{said}\n\n{report.machine()}")


if __name__ == "__main__":
    main(*(int(each) for each in sys.argv[1:2]))
