"""What is measured: the floor, ours (the look, and the sending), and the same checks by others.

Each takes a file and gives the cells it found wrong: the row of the file, and the column. What a
dashboard that is running has done already (imports, the database open) is done before it is timed.
"""

import csv
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from benchmarks import peers
from benchmarks.large import HEADER, Place

Check = Callable[[Path], set[Place]]
MOMENT = datetime(2026, 11, 21, 12)


def bare() -> Check:
    """csv.reader, a number made of each count, and an insert into a typed table of a file."""
    import duckdb
    import pyarrow

    from data.settings import database_path

    path = database_path()
    path.parent.mkdir(parents=True)
    connection = duckdb.connect(str(path))
    texts = ", ".join(f'"{name}" varchar' for name in HEADER[:-1])
    connection.execute(f'create table rows_in ({texts}, "count" integer)')

    def insert(file: Path) -> set[Place]:
        with file.open(encoding="utf-8", newline="") as lines:
            columns = list(zip(*list(csv.reader(lines))[1:], strict=True))
        arrays = [pyarrow.array(column, pyarrow.string()) for column in columns[:-1]]
        arrays.append(pyarrow.array(list(map(int, columns[-1])), pyarrow.int32()))
        connection.register("arrow_rows", pyarrow.table(arrays, list(HEADER)))
        connection.execute("insert into rows_in from arrow_rows")
        return set()

    return insert


def _look(file: Path) -> set[Place]:
    from data.intake import Delivery, Offer
    from queries.preview import preview

    outcome = preview(Delivery(MOMENT, "a benchmark"), [Offer.of(file)]).outcome
    return {
        (each.excel_row or 0, "key" if each.kind == "repeat" else each.column or "")
        for each in outcome.problems
    }


def look() -> Check:
    """Read apart, match, check, count and preview; then all of it is rolled back."""
    from queries.ask import ready

    ready()
    return _look


def send() -> Check:
    """Read apart, match, check and store, with the counts protected and the file kept."""
    from data.database import Database
    from data.intake import Delivery, Offer, take_in
    from data.settings import database_path, own_lists
    from data.start import open_ready

    database: Database = open_ready(database_path(), own_lists())

    def sent(file: Path) -> set[Place]:
        outcome = take_in(database, [(Delivery(MOMENT, "a benchmark"), [Offer.of(file)])])
        if outcome.status != "loaded":
            raise SystemExit(f"The file was not taken: {outcome.problems[0]}")
        return set()

    return sent


def reading() -> Check:
    """Only the process that reads the file for the look and the sending; for its memory."""
    import subprocess

    from data.reading.child import COMMAND, ROOT

    def apart(file: Path) -> set[Place]:
        question = b'{"name": "file.csv", "headings": ' + _headings() + b"}\n"
        subprocess.run(
            COMMAND, input=question + file.read_bytes(), stdout=subprocess.DEVNULL, cwd=ROOT, check=True
        )
        return set()

    return apart


def _headings() -> bytes:
    return ("[" + ", ".join(f'"{name}"' for name in HEADER) + "]").encode()


CHECKERS: dict[str, Callable[[], Check]] = {
    "bare": bare,
    "look": look,
    "send": send,
    "reading": reading,
    "polars": lambda: peers.pandera_polars,
    "pandas": lambda: peers.pandera_pandas,
    "frictionless": lambda: peers.frictionless,
}


def peak(checker: str) -> float:
    """The most memory this process has held, in MB; for `reading` that of its own child."""
    import resource

    who = resource.RUSAGE_CHILDREN if checker == "reading" else resource.RUSAGE_SELF
    return resource.getrusage(who).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def worked() -> float:
    """The processor seconds of this process and of those that it started, so far."""
    import resource

    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
