"""The start: one command, this machine only, and one sentence when it cannot be."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.server import ROOT, free_port, running

START = [sys.executable, "-m", "streamlit", "run", "server.py"]


def refused(command: list[str], **settings: str) -> "subprocess.CompletedProcess[str]":
    """A start that is expected to end by itself."""
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=120
    )


def test_a_damaged_database_stops_the_start_with_one_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "dashboard.duckdb"
    damaged.write_text("not a database")
    ended = refused(START, COPRODUCTION_DATABASE=str(damaged), STREAMLIT_SERVER_PORT=str(free_port()))
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1 and str(damaged) in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert damaged.read_text() == "not a database"


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_an_address_others_can_reach_stops_the_start(address: str) -> None:
    ended = refused([*START, "--server.port", str(free_port()), "--server.address", address])
    assert ended.returncode == 2
    assert ended.stderr == (
        "There is no sign-in, so the dashboard serves this machine only: set server.address to "
        "127.0.0.1, or set sign-in up as docs/sign-in.md says, and start it again.\n"
    )


def own_address() -> str | None:
    """An address of this machine that others could reach, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if found.startswith("127.") else found


def test_one_command_serves_this_machine_and_nobody_else(tmp_path: Path) -> None:
    log = tmp_path / "log"
    database = str(tmp_path / "dashboard.duckdb")
    with running("server.py", log, COPRODUCTION_DATABASE=database) as address:
        assert f"The dashboard is open at {address}" in log.read_text()
        other = own_address()
        if other:
            with socket.socket() as caller, pytest.raises(OSError):
                caller.settimeout(2)
                caller.connect((other, int(address.rsplit(":", 1)[1])))
