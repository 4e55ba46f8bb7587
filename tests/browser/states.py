"""The states a page can be in, each as a dashboard: nothing sent, one project, much, and no way to the figures."""

import csv
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from data.deliveries import deliveries_in
from data.intake import Delivery, take_in
from data.start import open_ready
from tests.browser.server import running
from tests.example import example_database, example_files

ONE = "ACH-P01"
SENT = "28-2026-10-12"
ABOUT_IT = ("projects.csv", "maturity.csv", "themes.csv")


def empty(path: Path) -> None:
    """The council's lists, and no return at all."""
    open_ready(path).close()


def one_project(path: Path) -> None:
    """One project of one directorate, as it was last described and rated; nobody else has sent anything."""
    folder = path.parent / "returns" / SENT
    folder.mkdir(parents=True)
    for name in ABOUT_IT:
        with (folder / name).open("w", newline="") as file:
            csv.writer(file).writerows(newest(name))
    database = open_ready(path)
    try:
        outcome = take_in(database, deliveries_in([folder.parent], Delivery(datetime.now()), dated=True))
        assert outcome.status == "loaded", outcome.problems
    finally:
        database.close()


def newest(name: str) -> list[list[str]]:
    """The headings of a return and the newest rows about the one project that the example sends."""
    for file in sorted(example_files().glob(f"*/{name}"), reverse=True):
        with file.open(newline="", encoding="utf-8-sig") as lines:
            headings, *rows = csv.reader(lines)
        about = [row for row in rows if row[0] == ONE]
        if about:
            return [headings, *about]
    raise LookupError(f"The example sends no {name} about {ONE}.")


def many(path: Path) -> None:
    """The example council, in which one directorate has never sent a return."""
    shutil.copy(example_database(), path)


MADE: dict[str, Callable[[Path], None]] = {
    "empty": empty, "one project": one_project, "many": many, "unreadable": empty,
}  # fmt: skip


@contextmanager
def served(state: str, folder: Path) -> Iterator[str]:
    """The web address of a dashboard in this state, in a folder of its own."""
    path = folder / "dashboard.duckdb"
    MADE[state](path)
    script = "tests/browser/unreadable.py" if state == "unreadable" else "server.py"
    with running(script, folder / "log", COPRODUCTION_DATABASE=str(path)) as address:
        yield address
