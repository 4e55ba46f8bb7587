"""Files on their way in: only so many and so large at once, in one visit and in all of them."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime import Runtime

MOST_A_VISIT = 60
MOST_BYTES = 1_000_000_000
MARGIN = 64 * 1024
TOO_LARGE = "This file is larger than {most} MB, the most that can be sent. Split it, or take out what is not needed."
TOO_MANY = "This visit holds {most} files already. Take some away, or open the page again."
FULL = "Too many files are being sent by everybody just now. Try again in a few minutes."
_coming: list[tuple[str, int]] = []


def largest() -> int:
    """The most bytes that one request may bring: the file and what is wrapped around it."""
    return int(st.get_option("server.maxUploadSize")) * 1024 * 1024 + MARGIN


def size_of(length: str | None) -> int:
    """How many bytes a request brings, by its own word; the most there may be where it says none."""
    return int(length) if length is not None and length.isdecimal() else largest()


def too_much(visit: str, size: int) -> tuple[int, str] | None:
    """The answer's code and sentence for a file that is too large or one too many, or None."""
    if size > largest():
        return 413, TOO_LARGE.format(most=st.get_option("server.maxUploadSize"))
    held = _held() + _coming
    if sum(whose == visit for whose, _ in held) >= MOST_A_VISIT:
        return 429, TOO_MANY.format(most=MOST_A_VISIT)
    return (503, FULL) if sum(each for _, each in held) + size > MOST_BYTES else None


@contextmanager
def coming(visit: str, size: int) -> Iterator[None]:
    """A file of a visit is on its way in: it counts although nothing is held of it yet."""
    mine = (visit, size)
    _coming.append(mine)
    try:
        yield
    finally:
        _coming.remove(mine)


def _held() -> list[tuple[str, int]]:
    """The files held in memory: the visit and the size of each."""
    if not Runtime.exists():
        return []
    storage = getattr(Runtime.instance().uploaded_file_mgr, "file_storage", {})
    return [(visit, len(each.data)) for visit, files in list(storage.items()) for each in list(files.values())]
