"""Counts of people, rounded once, at the bottom: the only way they ever leave this floor.

A count becomes a multiple of 5: with remainder r it goes up with probability r/5, decided by
HMAC-SHA-256 of the cell's canonical id under a secret key. The id holds no count, so a cell
is rounded at the same threshold for ever: refreshing, re-sending or restarting tells nothing
new. Method: unbiased random rounding to base 5 with fixed thresholds (domain, section 5).
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.mistakes import NotReady

BASE = 5
COUNTS = {
    "participation": ("count",),
    "maturity": ("people", "new_people", "asked", "felt_heard"),
}
PUBLISHED_KEY = b"The example council's key is published, because every figure in it is made up."


def cell_id(parts: Iterable[str]) -> bytes:
    """The canonical id of a cell: its parts in order, set apart by a mark no code can hold."""
    return "\x1f".join(parts).encode()


def protect(count: int, cell: bytes, key: bytes) -> int:
    """The count as a multiple of 5 at most 4 away from it; the same cell always rounds alike."""
    return _rounded(count, cell, hmac.new(key, digestmod="sha256"))


def _rounded(count: int, cell: bytes, keyed: hmac.HMAC) -> int:
    remainder = count % BASE
    if remainder == 0:
        return count
    threshold = keyed.copy()
    threshold.update(cell)
    draw = int.from_bytes(threshold.digest()[:8], "big")
    goes_up = draw * BASE < remainder << 64
    return count - remainder + (BASE if goes_up else 0)


def protect_rows(
    rows: Iterable[Sequence[str | int]], name: str, key: bytes
) -> list[tuple[str | int, ...]]:
    """Rows whose last part is a count, with that count protected; `name` says which table."""
    keyed = hmac.new(key, digestmod="sha256")  # the key is worked in once for all the cells
    return [
        (*row[:-1], _rounded(int(row[-1]), cell_id((name, *map(str, row[:-1]))), keyed)) for row in rows
    ]


def fingerprint(key: bytes) -> str:
    """What the database keeps of a key: enough to know it again, nothing to find it by."""
    return hashlib.sha256(b"co-production protection key\x00" + key).hexdigest()[:32]


def make_key(path: Path) -> bytes:
    """A new secret key, written where only its owner can read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(32).encode())
        file.flush()
        os.fsync(file.fileno())
    return path.read_bytes()


def known_key(path: Path, series: str | None) -> bytes | None:
    """The key at `path` if it is the one the database was protected with.

    `series` is the fingerprint in the database, None before any count was protected. Returns
    None when there is neither a series nor a key yet. Raises NotReady for another or a
    missing key.
    """
    try:
        key = path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise NotReady(
            f"The protection key {path} cannot be read: {error.strerror}. Let whoever runs the "
            "dashboard read that file."
        ) from None
    if series is None or (key is not None and fingerprint(key) == series):
        return key
    wrong = "is another key than" if key is not None else "should hold the key"
    raise NotReady(
        f"The file {path} {wrong} that rounded the counts of people. Put back the key from your "
        "safe copy, or start a new protected series, which closes the old people figures: "
        "python -m data.new_series"
    )
