"""python -m benchmarks.check : how long checks of 1,000, 10,000 and 100,000 rows take, beside a bare parse and insert.

Each figure is a process of its own, three times, in turn, so that noise meets all alike. The
table is printed, and kept in docs/performance.md.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks import large, report
from benchmarks.report import ROOT

RUNS, FAULTS = 3, 200
TITLES = {
    "bare": "Floor: csv.reader and a bare insert",
    "look": "Ours: the look (read, check, preview)",
    "send": "Ours: check and send",
    "polars": "pandera, polars back end: check only",
    "pandas": "pandera, pandas back end: check only",
    "frictionless": "frictionless: check only",
}
SIZES = {"small": 1_000, "middle": 10_000, "clean": 100_000}
FILES = {**{name: f"{rows:,} rows" for name, rows in SIZES.items()}, "faults": "100,000 rows with faults"}
PLAN = [(name, size) for size in SIZES for name in TITLES]
PLAN += [(name, "faults") for name in TITLES if name not in ("bare", "send")]
Run = dict[str, float]
Runs = dict[tuple[str, str], list[Run]]


def once(checker: str, folder: str, file: str) -> Run:
    """In a process of its own: the seconds and memory of one check, after one of a small file."""
    from benchmarks.checkers import CHECKERS, peak, worked

    check = CHECKERS[checker]()
    check(Path(folder, "participation_first.csv"))
    began, before = time.perf_counter(), worked()
    found = check(Path(folder, f"participation_{file}.csv"))
    run = {"seconds": time.perf_counter() - began, "worked": worked() - before, "memory": peak(checker)}
    planted = {tuple(each) for each in json.loads(Path(folder, "planted.json").read_text())}
    hit = len(found & planted) if file == "faults" else 0
    return {**run, "found": hit, "more": len(found) - hit}


def apart(checker: str, folder: Path, file: str) -> Run:
    """One run, in a process with an empty database of its own."""
    with tempfile.TemporaryDirectory() as own:
        settings = {
            "COPRODUCTION_DATABASE": str(Path(own, "held", "dashboard.duckdb")),
            "COPRODUCTION_KEY": str(Path(own, "secret", "protection.key")),
            "COPRODUCTION_REFERENCE": str(folder / "lists"),
        }
        command = [sys.executable, "-m", "benchmarks.check", checker, str(folder), file]
        done = subprocess.run(
            command, env={**os.environ, **settings}, cwd=ROOT, stdout=subprocess.PIPE, check=True
        )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def prepare(folder: Path) -> None:
    """The lists, and the files: one to begin with, one of each size, and one with faults."""
    large.write_lists(folder / "lists")
    rows = large.right_rows()
    faulty, planted = large.with_faults(rows, FAULTS)
    large.write(folder / "participation_first.csv", large.right_rows(1, "forms")[:2_000])
    for name, many in SIZES.items():
        large.write(folder / f"participation_{name}.csv", rows[:many])
    large.write(folder / "participation_faults.csv", faulty)
    (folder / "planted.json").write_text(json.dumps(sorted(planted)))


def measured(folder: Path) -> Runs:
    """Every run of the plan; ours hold the memory of the process that reads for them as well."""
    runs: Runs = {each: [] for each in PLAN}
    for _ in range(RUNS):
        reader = apart("reading", folder, "clean")["memory"]
        for checker, file in PLAN:
            run = apart(checker, folder, file)
            run["memory"] += reader if checker in ("look", "send") else 0
            runs[checker, file].append(run)
            print(f"{checker:<14} {file:<8} {run['seconds']:7.2f} s", file=sys.stderr, flush=True)
    return runs


def table(runs: Runs) -> str:
    """The runs as a table: medians, the spread, and the ratios to the floor of the same file."""
    heads = ("What", "File", "Seconds", "Lowest to highest", "Times the floor", "Processor seconds",
             "Times the floor", "Peak memory, MB", "Cells found")  # fmt: skip
    floors = {size: runs["bare", size] for size in SIZES}
    return report.table(heads, [line(*each, held, floors.get(each[1], floors["clean"])) for each, held in runs.items()])


def line(checker: str, file: str, runs: list[Run], floor: list[Run]) -> list[str]:
    """One line of the table."""
    taken = sorted(run["seconds"] for run in runs)
    cells = [TITLES[checker], FILES[file], f"{median(taken):.2f}", f"{taken[0]:.2f} to {taken[-1]:.2f}"]
    cells.append(f"{middle(runs, 'seconds') / middle(floor, 'seconds'):.1f}")
    cells.append(f"{middle(runs, 'worked'):.2f}")
    cells.append(f"{middle(runs, 'worked') / middle(floor, 'worked'):.1f}")
    cells.append(f"{middle(runs, 'memory'):.0f}")
    more = f" and {runs[0]['more']} more" if runs[0]["more"] else ""
    cells.append(f"{runs[0]['found']} of {FAULTS}{more}" if file == "faults" else "")
    return cells


def middle(runs: list[Run], figure: str) -> float:
    """The median of one figure."""
    return median(run[figure] for run in runs)


def main() -> int:
    """Measure everything, print the table and keep it."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        runs = measured(Path(folder))
    report.keep("check", f"{table(runs)}\n\n{report.machine()}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(once(*sys.argv[1:])))
        sys.exit(0)
    sys.exit(main())
