"""python -m tests.faults.forked: runs commands in forked children, and kills them when it is told to.

It has imported everything and has never opened a database, so that a child begins at once. An
order is a line of JSON on standard input, and what became of it a line on standard output.
"""

import json
import os
import select
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.faults.points import Place, around, end_at, nothing

COMMANDS = {
    "data.intake": "data.intake.command.main",
    "data.backup": "data.backup.command",
    "data.audit": "data.audit.command",
    "start": "tests.faults.starting",
}
PATIENCE = 60.0


def mark_with(marks: int, file: str) -> None:
    """Say by the pipe when the file was read (r), and when closing begins (c) and has ended (d)."""

    def say(mark: bytes, *given: Any) -> None:
        if mark != b"r" or str(given[0]) == file:
            os.write(marks, mark)

    around("pathlib:Path", "read_bytes", nothing, lambda *given: say(b"r", *given))
    around("data.lending:Lender", "_drop", lambda *given: say(b"c"), lambda *given: say(b"d"))


def be_child(order: dict[str, Any], ends: tuple[int, int, int]) -> None:
    """Carry out the command; never returns."""
    code = 70
    try:
        os.dup2(ends[0], 1)
        os.dup2(ends[1], 2)
        os.environ.update(order["settings"])
        mark_with(ends[2], order["file"])
        if order["place"]:
            end_at(Place(*order["place"]))
        code = import_module(COMMANDS[order["command"]]).main(order["words"])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as mistake:  # noqa: BLE001
        os.write(2, f"Traceback: {mistake!r}".encode())
    finally:
        os._exit(code)


def carry_out(order: dict[str, Any]) -> dict[str, Any]:
    """Have a child carry out an order, and kill it `wait` seconds after it gave the mark `on`."""
    pipes = [os.pipe() for _ in range(3)]
    child = os.fork()
    if child == 0:
        be_child(order, tuple(into for _, into in pipes))  # type: ignore[arg-type]
    for _, into in pipes:
        os.close(into)
    (said, wrong, marks), began = [out for out, _ in pipes], time.monotonic()
    seen, times = bytearray(), dict[str, float]()
    until = None if order["wait"] is None or order["on"] else began + order["wait"]
    while True:
        left = max(0.0, until - time.monotonic()) if until is not None else PATIENCE
        if not select.select([marks], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            break
        mark = os.read(marks, 1)
        if not mark:  # it has ended
            break
        seen += mark
        times.setdefault(mark.decode(), time.monotonic())
        if order["wait"] is not None and mark.decode() == order["on"] and until is None:
            until = time.monotonic() + order["wait"]
    status = os.waitpid(child, 0)[1]
    ended = time.monotonic()
    told = {"said": drained(said), "wrong": drained(wrong), "marks": (seen + drained(marks).encode()).decode()}
    return {
        **told,
        "killed": os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL,
        "code": os.waitstatus_to_exitcode(status),
        "took": {"": ended - began, **{mark: ended - moment for mark, moment in times.items()}},
    }


def drained(out: int) -> str:
    """What was written into a pipe that nobody writes to any more."""
    with os.fdopen(out, "rb") as file:
        return file.read().decode("utf-8", "replace")


def main() -> int:
    """Import everything, then carry out orders until there are no more."""
    for module in ("data.intake.command.main", "data.start", "pandas", *sys.argv[1:]):
        import_module(module)
    for line in sys.stdin:
        print(json.dumps(carry_out(json.loads(line))), flush=True)
    return 0


if __name__ == "__main__":
    assert Path.cwd().joinpath("server.py").is_file()
    sys.exit(main())
