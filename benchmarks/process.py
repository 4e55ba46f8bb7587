"""What the system says of a process: the processor seconds it has used, and the memory it holds."""

import os
from pathlib import Path


def worked(pid: int) -> float:
    """Processor seconds of all its threads so far; nought where the system does not say so (only Linux does)."""
    said = Path(f"/proc/{pid}/stat")
    if not said.exists():
        return 0.0
    fields = said.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes it holds now; nought where the system does not say so."""
    said = Path(f"/proc/{pid}/status")
    lines = said.read_text().splitlines() if said.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))
