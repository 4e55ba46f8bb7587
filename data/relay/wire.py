"""The wire between a command and the dashboard: messages of a kind and some bytes, one by one."""

import json
import socket
import struct
from typing import Any

from data.mistakes import NotReady

HEAD = struct.Struct(">cI")
LONGEST = 256 << 20

WORDS, SAID, WRONG, BYTES, ASKED, ANSWER, FAILED, DONE = b"w", b"s", b"e", b"b", b"q", b"a", b"f", b"x"


class Gone(NotReady):
    """The other end is not there any more, or has not answered for too long."""

    def __init__(self) -> None:
        """Say it to whoever called: what was under way may have been done."""
        super().__init__(
            "The dashboard stopped before it had answered. What was sent may be there: run the command "
            "again, as the same file is never taken twice."
        )


class Wire:
    """One end of a connection. Both raise Gone when the other end is not there any more."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection

    def send(self, kind: bytes, content: bytes) -> None:
        """Send one message."""
        try:
            self.connection.sendall(HEAD.pack(kind, len(content)) + content)
        except OSError:
            raise Gone from None

    def say(self, kind: bytes, said: Any) -> None:
        """Send one message of what JSON can say."""
        self.send(kind, json.dumps(said).encode("ascii"))

    def receive(self) -> tuple[bytes, bytes]:
        """The next message: its kind and its bytes."""
        kind, length = HEAD.unpack(self._exactly(HEAD.size))
        if length > LONGEST:
            raise Gone
        return kind, self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        held = bytearray()
        while len(held) < length:
            try:
                part = self.connection.recv(min(length - len(held), 1 << 20))
            except OSError:
                raise Gone from None
            if not part:
                raise Gone
            held += part
        return bytes(held)

    def close(self) -> None:
        """End the connection."""
        self.connection.close()
