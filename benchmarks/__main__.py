"""python -m benchmarks: every measurement, each in a process of its own; all write docs/performance.md."""

import subprocess
import sys

from benchmarks.report import ROOT, said

MEASURED = ("warm", "cold", "clicks", "memory", "questions", "scale", "check")


def main() -> int:
    """Run them in turn; the number of those that failed."""
    failed = 0
    for name in MEASURED:
        said(f"== {name}")
        failed += bool(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT, check=False).returncode)
    return failed


if __name__ == "__main__":
    sys.exit(main())
