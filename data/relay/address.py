"""Where a database's dashboard is reached: a socket in a folder beside the file, for its user only."""

import os
import socket
import stat
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.mistakes import NotReady
from data.relay.wire import Wire

LONGEST_PATH = 100
NAME = "commands"
AT_ONCE = 16
POSSIBLE = hasattr(socket, "AF_UNIX") and hasattr(os, "geteuid")


def folder_of(database: Path) -> Path:
    """The folder of the socket, one for each database file."""
    return database.with_name(f".{database.name}.relay")


@contextmanager
def _short(folder: Path) -> Iterator[str]:
    """The socket's path, or a shorter way to it: the system takes about a hundred bytes."""
    if len(os.fsencode(folder / NAME)) <= LONGEST_PATH:
        yield str(folder / NAME)
        return
    with tempfile.TemporaryDirectory(prefix="relay-") as short:
        link = Path(short, "to")
        link.symlink_to(folder, target_is_directory=True)
        yield str(link / NAME)


def listen(database: Path) -> socket.socket:
    """A socket that commands reach. The caller must have the database open: then nobody else listens."""
    folder = folder_of(database)
    folder.mkdir(mode=0o700, exist_ok=True)
    seen = folder.lstat()
    if not stat.S_ISDIR(seen.st_mode) or seen.st_uid != os.geteuid():
        raise PermissionError(f"{folder} is not a folder of the dashboard's user; remove it")
    os.chmod(folder, 0o700)
    (folder / NAME).unlink(missing_ok=True)  # of a dashboard that was killed
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _short(folder) as address:
            listening.bind(address)
        os.chmod(folder / NAME, 0o600)
        listening.listen(AT_ONCE)
    except BaseException:
        listening.close()
        raise
    return listening


def leave(database: Path, listening: socket.socket) -> None:
    """Be reached no longer, and leave nothing behind."""
    listening.close()
    folder = folder_of(database)
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
        folder.rmdir()


def reach(database: Path) -> Wire | None:
    """A wire to the dashboard that has this database open; None where none answers.

    Raises NotReady where it runs as another user.
    """
    try:
        connection = _connected(folder_of(database))
        if connection is None or same_user(connection):
            return Wire(connection) if connection else None
        connection.close()
    except PermissionError:
        pass
    raise NotReady(
        f"The dashboard that has {database} open runs as another user. Run the command as that user."
    )


def _connected(folder: Path) -> socket.socket | None:
    if not POSSIBLE or not (folder / NAME).exists():
        return None
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _short(folder) as address:
            connection.connect(address)
    except PermissionError:
        connection.close()
        raise
    except OSError:  # left over by one that was killed
        connection.close()
        return None
    return connection


def same_user(connection: socket.socket) -> bool:
    """Whether the process at the other end runs as the same user.

    Where the system cannot say, the rights of the folder keep everybody else out.
    """
    wanted = getattr(socket, "SO_PEERCRED", None)
    if wanted is None:
        return True
    _pid, user, _group = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, wanted, 12))
    return bool(user == os.geteuid())
