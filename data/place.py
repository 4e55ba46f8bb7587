"""A place that a caller named: what is asked of a file or folder, wherever it lies."""

from collections.abc import Iterable
from typing import Protocol


class Size(Protocol):
    """What is known of a file without reading it."""

    @property
    def st_size(self) -> int:
        """How many bytes it has."""


class Place(Protocol):
    """A file or folder that a caller named: a Path here, or one that is asked for from afar."""

    @property
    def name(self) -> str:
        """The last part of its path."""

    @property
    def suffix(self) -> str:
        """The ending of its name, with the dot."""

    def __truediv__(self, inside: str) -> "Place":
        """What lies in it by this name."""

    def exists(self) -> bool:
        """Whether it is there."""

    def is_file(self) -> bool:
        """Whether it is a file."""

    def is_dir(self) -> bool:
        """Whether it is a folder."""

    def iterdir(self) -> "Iterable[Place]":
        """What lies in it."""

    def stat(self) -> Size:
        """How large it is."""

    def read_bytes(self) -> bytes:
        """What it holds."""

    def read_text(self, encoding: str) -> str:
        """What it holds, as text."""
