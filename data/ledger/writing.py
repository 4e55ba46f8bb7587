"""Writing a ledger's file: only ever at its end, and on the disk before anybody is told."""

import os
from io import FileIO
from pathlib import Path

from data.copying import keep_for_good

Stamp = tuple[int, int]
BINARY = getattr(os, "O_BINARY", 0)


def stamp(path: Path) -> Stamp | None:
    """What changes when anybody writes to the file or puts another in its place; None without one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size


def append(path: Path, content: bytes, keep_now: bool) -> None:
    """Write at the end of the file, after closing a line that was cut short.

    With `keep_now` it is on the disk when this returns. Raises OSError where it cannot be written.
    """
    with path.open("a+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            content = content if file.read(1) == b"\n" else b"\n" + content
        _write(file, content)
        if keep_now:
            os.fsync(file.fileno())


def begin_file(path: Path, content: bytes) -> None:
    """Write a new file whole or not at all, in place of one that may be there, for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        _write(file, content)
        os.fsync(file.fileno())
    os.replace(fresh, path)
    keep_for_good(path.parent)


def _write(file: FileIO, content: bytes) -> None:
    while content:
        content = content[file.write(content) :]
