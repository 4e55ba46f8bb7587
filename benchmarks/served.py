"""Ours, the floor and the peer, each a server of its own on this machine, with what they draw from."""

import csv
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pages
from tests.browser.server import ROOT, free_port, wait_until_well
from tests.door.visit import visiting
from tests.example import example_database, example_files

SCRIPTS = {"ours": "server.py", "floor": "benchmarks/floor.py", "usual": "benchmarks/usual.py"}
RECORDER = "benchmarks/recorder.py"
PAGES = ("overview", "maturity", "diversity", "themes", "projects", "due")
# What the usual way would set on a server without a window; all else is Streamlit's default.
WITHOUT_SETTINGS = ["--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]


@dataclass(frozen=True)
class Server:
    """One that runs: where it answers, and its process."""

    address: str
    process: "subprocess.Popen[bytes]"


@contextmanager
def served(name: str, folder: Path) -> Iterator[Server]:
    """One of the scripts, served until the end; `folder` holds what it draws from (see `prepared`)."""
    script = str(ROOT / {**SCRIPTS, "recorder": RECORDER}[name])
    port, log = free_port(), folder / f"{name}.log"
    usual = name == "usual"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command + (WITHOUT_SETTINGS if usual else []), cwd=folder if usual else ROOT,
            env={**os.environ, **settings(name, folder)}, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        wait_until_well(process, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(timeout=20)


def settings(name: str, folder: Path) -> dict[str, str]:
    """The environment of one of them; ours and the recorder each have a database of their own."""
    database = folder / f"{name}.duckdb"
    if name in ("ours", "recorder") and not database.exists():
        shutil.copyfile(folder / "example.duckdb", database)
    return {
        "PYTHONPATH": str(ROOT),
        "COPRODUCTION_DATABASE": str(database),
        "BENCHMARK_RECORDED": str(folder / "recorded"),
        "BENCHMARK_MENU": str(folder / "menu.pickle"),
        "BENCHMARK_FILES": str(folder / "files"),
    }


@contextmanager
def all_three(folder: Path) -> Iterator[dict[str, Server]]:
    """Ours, the floor and the peer at once."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(name, folder)) for name in SCRIPTS}


def prepared(folder: Path, which: tuple[str, ...] = PAGES, database: Path | None = None) -> Path:
    """The folder with the example, its files, the menu and a recording of each page at two half-years."""
    shutil.copyfile(database or example_database(), folder / "example.duckdb")
    write_files(folder / "files")
    menu = [(each.sign.address, each.sign.title, each.sign.in_bar) for each in pages.found()]
    menu += [(each.sign.inner, each.sign.title, False) for each in pages.found() if each.sign.inner]
    (folder / "menu.pickle").write_bytes(pickle.dumps(menu))
    (folder / "recorded").mkdir()
    with served("recorder", folder) as server:
        for page in which:
            with visiting(server.address) as visit:  # another visit: filters are remembered from page to page
                visit.open(page)
                visit.open(page, query=f"period={half_years()[1]}")
    return folder


def half_years() -> list[str]:
    """The half-years of the example's ratings, newest first."""
    rows = [row for file in sorted(example_files().glob("*/maturity.csv")) for row in read(file)]
    return sorted({row["period"] for row in rows}, reverse=True)


def read(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write_files(folder: Path) -> None:
    """The example's deliveries as one CSV file a return, which is what the usual way would read."""
    folder.mkdir()
    for name in ("projects", "maturity", "participation"):
        rows = [row for file in sorted(example_files().glob(f"*/{name}.csv")) for row in read(file)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]), restval="")
            writer.writeheader()
            writer.writerows(rows)
