"""A disk of a known size, or one that cannot be written to: a file system in memory, where it may be mounted."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WHY_NOT = "no disk of a known size can be made here: mounting one needs to be root"


def _mount(folder: Path, *words: str) -> bool:
    try:
        return subprocess.run(["mount", *words, str(folder)], capture_output=True).returncode == 0
    except OSError:
        return False


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """The folder as a disk of its own of this size; the test is skipped where that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    if not _mount(folder, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"):
        pytest.skip(WHY_NOT)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def made_unwritable(folder: Path) -> None:
    """Let nobody write to a mounted disk, whoever they are."""
    assert _mount(folder, "-o", "remount,ro")


@contextmanager
def filled(folder: Path, left: int) -> Iterator[None]:
    """The disk with about so many bytes left on it, until the block ends."""
    ballast = folder / "ballast"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - left))
    try:
        yield
    finally:
        ballast.unlink()
