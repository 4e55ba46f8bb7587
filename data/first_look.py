"""python -m data.first_look FILE: all of a database file read in a process of its own, before it is opened.

A file whose blocks are whole and stand in the wrong places can bring DuckDB itself down, and with
it whoever has it open. Here that ends a process that nobody needs.
"""

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import duckdb

from data.locked import LOCKED

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 300
DIED = {int(getattr(signal, name, signal.SIGSEGV)) for name in ("SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL")}
LARGEST_CODE = 255  # what Windows says of a process that died is larger
TABLES = "select format('{}.\"{}\"', schema_name, table_name) from duckdb_tables() where not internal"


def brings_down(path: Path) -> bool:
    """Whether reading the file ends the process that reads it. What else is wrong an opening says."""
    if not path.is_file():
        return False
    command = [sys.executable, "-m", "data.first_look", str(path)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=PATIENCE, check=False)
    except (subprocess.TimeoutExpired, OSError):
        return False
    return -done.returncode in DIED or done.returncode > LARGEST_CODE


def keep_no_core() -> None:
    """Let the system write nothing of this process to the disk when it is brought down."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read every cell of every table, those after one that is refused in words too."""
    keep_no_core()
    with suppress(duckdb.Error), duckdb.connect(sys.argv[1], read_only=True, config=LOCKED) as connection:
        for (table,) in connection.execute(TABLES).fetchall():
            with suppress(duckdb.Error):
                connection.execute(f"select bit_xor(hash(held)) from {table} as held").fetchall()
    return 0


if __name__ == "__main__":
    sys.exit(main())
