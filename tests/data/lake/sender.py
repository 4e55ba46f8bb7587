"""A machine in a process of its own: sends uploads one after the other and says which were acknowledged."""

import os
import signal
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from data.lake.lake import Lake
from data.settings import database_path
from data.start import open_ready
from tests.data.sending import PROJECT, Row, send

MOMENT = datetime(2026, 11, 21, 13)


def project(sender: str, number: int) -> Row:
    """What a sender says in its file of this number: one project for every four files."""
    return {**PROJECT, "project_id": f"{sender}-{number // 4}", "title": f"Said {number} by {sender}"}


def _dying(when: str) -> Callable[..., str]:
    """The lake's own way of keeping, which ends this process before or after it has kept."""
    keep = Lake.keep

    def dying(*given: Any) -> str:
        if when == "after":
            keep(*given)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    return dying


def sending(
    settings: Mapping[str, str], wire: Connection, sender: str, numbers: Sequence[int], when: str,
    dies_at: int,
) -> None:  # fmt: skip
    """Send the files of these numbers once told to, and say of each what became of it.

    The process is killed before or after the lake has kept the file `dies_at`.
    """
    os.environ.update(settings)
    database = open_ready(database_path())
    folder = Path(mkdtemp(dir=database.path.parent))
    wire.send("ready")
    wire.recv()
    for number in numbers:
        if number == dies_at:
            Lake.keep = _dying(when)  # type: ignore[method-assign]
        outcome = send(database, folder, MOMENT, projects=[project(sender, number)])
        wire.send((number, outcome.status))
    database.close()
