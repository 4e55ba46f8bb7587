"""Serving: the dashboard's part of the relay, a thread that listens and one for each caller."""

import json
import logging
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from data.database import Database
from data.mistakes import NotReady
from data.relay.address import AT_ONCE, POSSIBLE, leave, listen, same_user
from data.relay.afar import Afar
from data.relay.command import carried_out
from data.relay.wire import DONE, WORDS, Gone, Wire

LOG = logging.getLogger(__name__)
LOOK_EVERY = 0.5
FIRST_WORDS = 10
PATIENCE = 60
LAST_WORDS = 10
Lend = Callable[[], Database]

# Where each command is: its module has a COMMAND.
COMMANDS = {
    "data.audit": "data.audit.command",
    "data.backup": "data.backup.command",
    "data.intake": "data.intake.command.main",
    "data.lake": "data.lake.command",
    "data.load": "data.load",
    "data.new_series": "data.new_series",
    "data.retention": "data.retention",
}


class Relay:
    """Listens for commands until it is ended, and carries each out in a thread of its own."""

    def __init__(self, lend: Lend, database: Path, listening: socket.socket) -> None:
        self._lend, self._database, self._listening = lend, database, listening
        self._ended = threading.Event()
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._listening.settimeout(LOOK_EVERY)
        self._thread = threading.Thread(target=self._listen, name="commands", daemon=True)
        self._callers: list[threading.Thread] = []
        self._thread.start()

    def end(self) -> None:
        """Listen no longer; what is under way has a moment to end."""
        self._ended.set()
        self._thread.join()
        leave(self._database, self._listening)
        until = time.monotonic() + LAST_WORDS
        for caller in self._callers:
            caller.join(timeout=max(0.0, until - time.monotonic()))

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._listening.accept()
            except TimeoutError:
                continue
            except OSError:  # too many files are open, perhaps
                self._ended.wait(LOOK_EVERY)
                continue
            self._callers = [each for each in self._callers if each.is_alive()]
            self._begin(connection)

    def _begin(self, connection: socket.socket) -> None:
        if not same_user(connection) or not self._room.acquire(timeout=FIRST_WORDS):
            connection.close()
            return
        thread = threading.Thread(target=self._attend, args=(connection,), name="command", daemon=True)
        self._callers.append(thread)
        thread.start()

    def _attend(self, connection: socket.socket) -> None:
        try:
            with connection, suppress(Gone, ValueError, KeyError, TypeError):
                connection.settimeout(FIRST_WORDS)
                wire = Wire(connection)
                kind, content = wire.receive()
                connection.settimeout(PATIENCE)
                if kind == WORDS:
                    wire.say(DONE, carry_out(wire, self._lend, **json.loads(content)))
        finally:
            self._room.release()


def carry_out(
    wire: Wire, lend: Lend, command: str, words: list[str], at_terminal: bool, watching: bool
) -> int:
    """Carry out one command for whoever is at the other end; its exit code."""
    caller = Afar(wire, bool(at_terminal), bool(watching))
    try:
        found: Any = import_module(COMMANDS[command]).COMMAND
        return carried_out(found, [str(word) for word in words], caller, lend)
    except (Exception, SystemExit) as mistake:
        place = traceback.extract_tb(mistake.__traceback__)[-1]
        LOG.error("a command stopped: %s in %s line %s", type(mistake).__name__, place.name, place.lineno)
        caller.say("The dashboard could not carry the command out. Its log says where it stopped.", True)
        return 1


@contextmanager
def serving(lend: Lend) -> Iterator[None]:
    """While this goes on, commands are carried out with the database that `lend` gives."""
    relay = None
    if POSSIBLE:
        try:
            path = lend().path
            relay = Relay(lend, path, listen(path))
        except (NotReady, OSError) as fault:
            LOG.error("commands cannot be carried out while the dashboard runs: %s", fault)
    try:
        yield
    finally:
        if relay:
            relay.end()
