"""What every measurement shares: medians and spread, the machine it was made on, and where tables are kept."""

import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"


def keep(subject: str, text: str) -> None:
    """Print a table, and put it in docs/performance.md between the two marks of its subject."""
    begins, ends = f"<!-- {subject}: written by make bench -->", f"<!-- {subject} ends -->"
    print(text, flush=True)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begins)
    after = rest.partition(ends)[2]
    PAGE.write_text(f"{before}{begins}\n{text}\n{ends}{after}", encoding="utf-8")


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column holds words, the others figures."""
    rows = [heads, ["---", *("--:" for _ in heads[1:])], *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def machine() -> str:
    """One line on when and where: the day, processors, versions, and the load, which says how quiet it was."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "not known"
    day = time.strftime("%d %B %Y").lstrip("0")
    return f"{day}: {os.cpu_count()} processors, Python {platform.python_version()}, load {load} at the end."


def spread(taken: Sequence[float], unit: float = 1000) -> str:
    """The median, and the lowest and highest, in milliseconds (or in another part of a second)."""
    return f"{median(taken) * unit:.0f} ({min(taken) * unit:.0f} to {max(taken) * unit:.0f})"


def ratio(taken: Sequence[float], floor: Sequence[float]) -> str:
    """How many times the floor, by the medians."""
    return f"{median(taken) / median(floor):.2f}"


def said(words: str) -> None:
    """How far a measurement is, on the error stream."""
    print(words, file=sys.stderr, flush=True)
