"""python -m data.reading.apart: one file read with limits, for the process that asks.

The question comes by standard input, a line of JSON and then the file's bytes; the answer goes
out as JSON. Exit 3 when there is not the memory for it.
"""

import gc
import json
import sys

from data.reading import limits
from data.reading.here import read_here
from data.reading.packing import pack, pack_problem
from data.reading.sheet import Unreadable


def set_limits() -> None:
    """Bound this process's memory and time, and let it write no file, where the system can."""
    try:
        import resource  # not on Windows, where only the waiting time bounds it
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def answer(question: bytes) -> bytes:
    """The packed tables of the file in a question, or the packed problem."""
    said, _, content = question.partition(b"\n")
    asked = json.loads(said)
    try:
        return pack(read_here(asked["name"], content, asked["headings"]))
    except Unreadable as error:
        return pack_problem(error.problem)


def main() -> int:
    """Answer the one question that is asked; returns the exit code."""
    set_limits()
    gc.disable()  # it lives for one file, and holds nothing that goes round in circles
    try:
        sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    except MemoryError:
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
