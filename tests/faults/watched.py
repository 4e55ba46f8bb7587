"""Watching a process: its memory and its open files as time goes by, and how they grow."""

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

EVERY = 5.0


@dataclass
class Watched:
    """What was seen of a process: moments in seconds, megabytes held, files open, threads."""

    process: int
    moments: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def look(self) -> None:
        """See how it stands now."""
        place = Path("/proc", str(self.process))
        said = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines() if ":" in line)
        self.moments.append(time.monotonic())
        self.memory.append(int(said["VmRSS"].split()[0]) / 1024)
        self.threads.append(int(said["Threads"]))
        self.files.append(len(list((place / "fd").iterdir())))

    def until(self, over: threading.Event) -> None:
        """Look again and again until it is over."""
        while not over.wait(EVERY):
            self.look()

    def after(self, warm_up: float) -> "Watched":
        """What was seen once so many seconds were over."""
        later = [each - self.moments[0] >= warm_up for each in self.moments]
        kept = [[value for value, late in zip(held, later, strict=True) if late]
                for held in (self.moments, self.memory, self.files, self.threads)]  # fmt: skip
        return Watched(self.process, *kept)  # type: ignore[arg-type]


def slope(moments: list[float], values: list[float] | list[int]) -> float:
    """By how much values grow in a minute: the line of least squares through them."""
    many = len(moments)
    if many < 2:
        return 0.0
    middle, level = sum(moments) / many, sum(values) / many
    across = sum((moment - middle) ** 2 for moment in moments)
    along = sum((moment - middle) * (value - level) for moment, value in zip(moments, values, strict=True))
    return 60 * along / across if across else 0.0
