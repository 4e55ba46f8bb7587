"""A real PostgreSQL for the tests: a cluster of its own in a folder of its own, reached by a socket alone."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from pwd import getpwnam
from tempfile import mkdtemp

NEEDED = ("psycopg", "duckdb_extension_ducklake", "duckdb_extension_postgres_scanner")
NUMBER = count(1)
# Nothing of it has to outlive the test, so it waits for no disk.
SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off",
            "shared_buffers=16MB", "max_connections=60")  # fmt: skip


def programs() -> Path | None:
    """Where PostgreSQL's own programs are; None where there are none."""
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((each for each in folders if (each / "initdb").exists()), None)


def lacking() -> str | None:
    """Why no lake can be tried here, in a sentence; None where one can."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        return f"No lake was tried: {', '.join(missing)} not installed (running/lake/requirements.lock)."
    if programs() is None:
        return "No lake was tried: there is no PostgreSQL here (Debian's postgresql)."
    if os.geteuid() == 0 and not (_known("postgres") and shutil.which("setpriv")):
        return "No lake was tried: PostgreSQL refuses to run as root, and there is no user postgres to run it as."
    return None


def _known(user: str) -> bool:
    """Whether this machine has such a user."""
    try:
        return bool(getpwnam(user))
    except KeyError:
        return False


def _own(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as the user that Debian makes for it."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]


class Cluster:
    """A running PostgreSQL: databases are made in it, and it can be stopped and started."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self._programs, self._as = folder, programs, _own(folder)
        self._run("initdb", "-D", folder / "held", "-A", "trust", "-U", "coproduction", "--no-sync",
                  "-E", "UTF8", "--locale=C")  # fmt: skip
        self.start()

    def _run(self, program: str, *words: str | Path) -> None:
        command = [*self._as, str(self._programs / program), *map(str, words)]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=180)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {each}" for each in SETTINGS) + f" -k {self.folder}"
        # What it writes goes to its own file: it would hold a pipe open for as long as it runs.
        log = self.folder / "log"
        self._run("pg_ctl", "-D", self.folder / "held", "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stop it as a machine that loses its power."""
        self._run("pg_ctl", "-D", self.folder / "held", "-m", "immediate", "stop")

    def database(self) -> str:
        """A new database, empty: how it is reached."""
        import psycopg

        name = f"lake_{next(NUMBER)}"
        with psycopg.connect(self.reached("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}")
        self.newest = name
        return self.reached(name)

    def dump(self) -> str:
        """All that the newest database holds, as text."""
        command = [str(self._programs / "pg_dump"), "--inserts", self.reached(self.newest)]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=180).stdout

    def reached(self, name: str) -> str:
        """How a database of this name is reached."""
        return f"host={self.folder} user=coproduction dbname={name}"


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster while this goes on; nothing of it is left."""
    found = programs()
    assert found is not None
    folder = Path(mkdtemp(prefix="pg-", dir="/tmp"))
    running = Cluster(folder, found)
    try:
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)
