"""A dashboard of its own for a test: started on a free port, stopped at the end."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import SystemRandom
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180
CHANCE = SystemRandom()  # two workers that begin alike do not pick alike


def free_port() -> int:
    """A port nobody listens on, below those that systems hand out: no browser takes it before it is bound."""
    while True:
        port = CHANCE.randrange(10_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def start(script: str, log: Path, port: int, **settings: str) -> "subprocess.Popen[bytes]":
    """Start a script with Streamlit; `settings` are added to the environment."""
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    with log.open("wb") as output:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )


@contextmanager
def running(script: str, log: Path, **settings: str) -> Iterator[str]:
    """The web address of a dashboard that is ready; what it wrote is in `log`."""
    port = free_port()
    process = start(script, log, port, **settings)
    try:
        wait_until_well(process, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_until_well(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    """Return when the server answers; raise with what it wrote when it ends or takes too long."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(address, timeout=20):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The dashboard did not start:\n{log.read_text(errors='replace')}")
