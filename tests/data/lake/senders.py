"""Senders: machines in processes of their own, begun together, and a plain model of what they leave."""

import os
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from data.database import Database
from tests.data.lake.sender import project, sending

# One process imports all that is needed, once; the senders are forked from it, before anything is open.
FORKED = get_context("forkserver")
FORKED.set_forkserver_preload(["tests.data.lake.sender", "data.lake.shared", "psycopg", "pandas"])


class Sender:
    """One process with a working copy of its own; it waits until it is told to go."""

    def __init__(
        self, copy: Path, name: str, numbers: Sequence[int], when: str = "", dies_at: int = -1
    ) -> None:
        self.name, (self._wire, theirs) = name, FORKED.Pipe()
        settings = {each: value for each, value in os.environ.items() if each.startswith("COPRODUCTION_")}
        settings["COPRODUCTION_COPY"] = str(copy)
        self._process = FORKED.Process(
            target=sending, args=(settings, theirs, name, list(numbers), when, dies_at), daemon=True
        )
        self._process.start()
        theirs.close()

    def go(self) -> None:
        """Let it send, once it is ready."""
        assert self._wire.recv() == "ready"
        self._wire.send("go")

    def acknowledged(self) -> list[int]:
        """Once it has ended: the numbers of the files that were acknowledged."""
        found = []
        try:
            while True:
                number, status = self._wire.recv()
                assert status in ("loaded", "already"), status
                found.append(number)
        except EOFError:
            self._process.join()
        return found


def titles(database: Database) -> dict[str, str]:
    """What each sender's projects are called now."""
    rows = database.read("select project_id, title from projects_in_force(timestamp '9999-12-31')").rows
    return {project_id: title for project_id, title in rows if " by " in title}


def model(sent: dict[str, list[int]]) -> dict[str, str]:
    """What they must be called: the last that was said of each."""
    said = [project(name, number) for name, numbers in sent.items() for number in sorted(numbers)]
    return {str(row["project_id"]): str(row["title"]) for row in said}


def numbers(database: Database) -> tuple[list[int], list[int], list[int]]:
    """The numbers of all uploads, events and audit lines: each from 1 on, none twice, none left out."""
    asked = ("upload_id from sent.upload", "event_id from sent.event", "number from audit.line")
    found = [[number for (number,) in database.read(f"select {each} order by 1").rows] for each in asked]
    return found[0], found[1], found[2]
