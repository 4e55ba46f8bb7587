"""The real dashboard for a trial: started on a database, reached by its pages and by the commands."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.relay.address import reach
from data.relay.handing import hand_over
from tests.browser.server import free_port, start, wait_until_well
from tests.door.visit import Visit, visiting

SCRIPT = "server.py"
TROUBLE = ("could not be worked out", "is damaged", "not there any more", "Traceback", "was closed")


class Listener:
    """Whoever runs a command: its files are read as they are, and what is said is kept."""

    at_terminal = watching = False

    def __init__(self) -> None:
        self.told, self.wrong = "", ""

    def say(self, text: str, wrong: bool = False) -> None:
        """Keep what is said."""
        if wrong:
            self.wrong += text
        else:
            self.told += text

    def give(self, content: bytes) -> None:
        """Keep what is given."""
        self.told += content.decode()

    def place(self, path: Path) -> Path:
        """The path itself."""
        return path


@dataclass(frozen=True)
class Served:
    """A running dashboard: its address, its database, its log, its process."""

    address: str
    database: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    def command(self, *words: str | int | Path, of: str = "data.intake") -> tuple[int, str, str]:
        """What the dashboard carries out for `python -m data.intake WORDS`: exit code, said, said wrong."""
        wire = reach(self.database)
        assert wire is not None, self.log.read_text()
        caller = Listener()
        try:
            return hand_over(wire, of, [str(word) for word in words], caller), caller.told, caller.wrong
        finally:
            wire.close()

    def told(self, *words: str | int | Path) -> Any:
        """The JSON that a command answers with."""
        _code, said, wrong = self.command(*words, "--json")
        assert not wrong, wrong
        return json.loads(said)

    @contextmanager
    def visit(self) -> Iterator[Visit]:
        """A visit to its pages."""
        with visiting(self.address) as found:
            yield found

    @property
    def goes_on(self) -> bool:
        """Whether it still runs, and nothing in its log is a traceback."""
        return self.process.poll() is None and "Traceback" not in self.log.read_text(errors="replace")


@contextmanager
def serving(database: Path, folder: Path, **settings: str) -> Iterator[Served]:
    """A dashboard on this database, stopped at the end; its log is in the folder."""
    port, log = free_port(), folder / "dashboard.log"
    named = {"COPRODUCTION_DATABASE": str(database), "COPRODUCTION_BACKUPS": str(folder / "backups"), **settings}
    process = start(SCRIPT, log, port, **named)
    try:
        wait_until_well(process, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield Served(f"http://127.0.0.1:{port}", database, log, process)
    finally:
        process.terminate()
        process.wait(timeout=90)


def troubled(visit: Visit) -> str | None:
    """What a page says where it could not be shown as it is meant to be; None when all is well."""
    said = [each.body.replace("\\", "") for each in visit.drawn("alert")]
    found = next((each for each in said if any(trouble in each for trouble in TROUBLE)), None)
    return found or (None if visit.headings() else "no page is shown")
