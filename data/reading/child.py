"""Child: a file read in a process of its own, which may run out of memory or time alone."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from threading import BoundedSemaphore

from data.mistakes import Problem
from data.reading import limits
from data.reading.packing import unpack
from data.reading.sheet import Sheet, Unreadable, refused

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "data.reading.apart"]
TOO_MUCH = (
    "takes more memory or time to read than it may: it may be damaged, or cells far from the table "
    "may be filled. Copy the table alone into a new file and send that."
)
_few_at_once = BoundedSemaphore(limits.CHILDREN)


def _surroundings() -> dict[str, str]:
    """What the child may see of ours: where to find programs, and nothing of the settings."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def _ask(question: bytes) -> bytes | None:
    """What the child answers, or None when it was stopped; it sets its own limits at its start."""
    try:
        done = subprocess.run(
            COMMAND,
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=_surroundings(),
            timeout=limits.SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError, MemoryError):
        return None
    return done.stdout if done.returncode == 0 else None


def read_in_child(name: str, content: bytes, headings: Collection[str]) -> tuple[Sheet, ...]:
    """The tables of a file, read apart. Raises Unreadable with one sentence, whatever happens there."""
    asked = json.dumps({"name": name, "headings": sorted(headings)}).encode()
    with _few_at_once:
        answer = _ask(asked + b"\n" + content)
    try:
        said = unpack(answer or b"")
    except (ValueError, KeyError, TypeError, MemoryError):
        raise refused(name, TOO_MUCH) from None
    if isinstance(said, Problem):
        raise Unreadable(said)
    return said
