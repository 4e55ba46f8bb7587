"""python -m benchmarks.questions [SCALE …]: every question on the example so many times as large.

Each is asked of the database (uncached), asked once more (cached), and beside it the columns that its
plan reads are scanned bare, each once, from the same tables of the same file; the three take turns.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import report
from benchmarks.scaled import scaled
from tests.example import example_database

SCALES, RUNS = (1, 10, 100), 5
NOTHING = 1e-5  # of a question that reads no table, but lists alone, nothing is scanned
Taken = dict[str, list[float]]


def scans(node: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each table that a plan reads, with the columns that it reads of it."""
    said = node.get("extra_info") or {}
    if "Table" in said:
        columns = said.get("Projections") or []
        yield said["Table"], tuple([columns] if isinstance(columns, str) else columns)
    for child in node.get("children", []):
        yield from scans(child)


def bare(database: Any, sql: str, asked: dict[str, Any]) -> list[str]:
    """Statements that read the same columns of the same tables and do nothing with them."""
    with database._lender.cursor() as cursor:
        plan = json.loads(cursor.execute(f"explain (format json) {sql}", asked or None).fetchall()[0][1])
    read: dict[str, set[str]] = {}
    for table, columns in scans({"children": plan}):
        read.setdefault(table.removeprefix(f"{Path(database.path).stem}."), set()).update(columns)
    return [f"select {held(columns)} from {table}" for table, columns in read.items()]


def held(columns: set[str]) -> str:
    """Something of every row of these columns."""
    return ", ".join(f'max("{name}")' for name in sorted(columns)) or "count(*)"


def seconds(do: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def measured() -> dict[str, Taken]:
    """Seconds by question: uncached, cached and bare."""
    from queries import ask
    from queries.ask import _database, answer, complete
    from queries.combinations import combinations
    from queries.question import questions

    taken: dict[str, Taken] = {}
    database = _database()
    for address, question in sorted(questions().items()):
        given = list(combinations(database, question))[-1]
        asked = complete(database, question, given)
        floor = bare(database, question.sql, asked)
        of = taken.setdefault(address, {"uncached": [], "cached": [], "bare": []})
        ask(address, **asked)
        for _ in range(RUNS):
            of["uncached"].append(seconds(lambda: answer(database, question, asked)))  # noqa: B023
            of["cached"].append(seconds(lambda: ask(address, **asked)))  # noqa: B023
            of["bare"].append(seconds(lambda: [database.read(each) for each in floor]))  # noqa: B023
    return taken


def line(scale: int, taken: dict[str, Taken], size: int) -> list[str]:
    """One line of the table: the questions' medians in the middle, and the slowest."""
    middle = {address: {name: median(of[name]) for name in of} for address, of in taken.items()}
    slowest = max(middle, key=lambda address: middle[address]["uncached"])
    uncached, cached, floor = ([of[name] for of in middle.values()] for name in ("uncached", "cached", "bare"))
    times = [of["uncached"] / of["bare"] for of in middle.values() if of["bare"] > NOTHING]
    return [
        f"{scale:,} ×", f"{size / 1e6:.0f}", report.spread(uncached), f"{slowest} {max(uncached) * 1000:.0f}",
        f"{median(cached) * 1e6:.0f} µs", report.spread(floor), f"{median(times):.1f} ({min(times):.1f} to {max(times):.1f})",
    ]  # fmt: skip


def main(scales: tuple[int, ...] = SCALES) -> None:
    """Measure at each scale, and keep the table."""
    from queries.ask import close

    lines = []
    for scale in scales:
        with tempfile.TemporaryDirectory() as folder:
            path = scaled(example_database(), Path(folder, "dashboard.duckdb"), scale)
            os.environ["COPRODUCTION_DATABASE"] = str(path)
            lines.append(line(scale, measured(), path.stat().st_size))
            close()
        report.said(" | ".join(lines[-1]))
    heads = ("The example", "File, MB", "A question, uncached, ms", "The slowest, ms", "Cached", "Bare scan, ms",
             "Uncached ÷ bare")  # fmt: skip
    report.keep("questions", f"{report.table(heads, lines)}\n\n{RUNS} times each question. {report.machine()}")


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SCALES)
