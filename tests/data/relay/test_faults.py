"""The relay's faults: callers that die, sockets left over, other users, long paths. None hurts anybody."""

import json
import socket
import sys
from pathlib import Path

import pytest

from data.database import Database
from data.relay import serving
from data.relay.address import NAME, POSSIBLE, folder_of, reach
from data.relay.wire import ASKED, WORDS
from data.settings import database_path
from tests.data.command.run import Captured, run, told
from tests.data.sending import RATING, put

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="this system has no Unix sockets")


def test_whoever_dies_halfway_hurts_nobody(
    dashboard: Database, tmp_path: Path, capsys: Captured
) -> None:
    words = {"command": "data.intake", "words": ["send", "rated.csv"], "at_terminal": False, "watching": True}
    for content in (b"", json.dumps(words).encode(), b"[1]", b"\xff", b'{"command": "os", "words": []}'):
        wire = reach(database_path())
        assert wire
        if content:
            wire.send(WORDS, content)
        if content == json.dumps(words).encode():
            assert wire.receive()[0] == ASKED  # for the file; it is never given
        wire.close()
    wire = reach(database_path())
    assert wire
    wire.connection.sendall(b"w\xff\xff\xff\xff")
    wire.close()
    assert told(capsys, "send", put(tmp_path, "rated.csv", [RATING]))[1]["status"] == "loaded"


def test_a_fault_of_a_command_is_a_sentence_and_the_next_is_carried_out(
    dashboard: Database, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["data.intake.command.main"], "ACTS", {})
        code, out, err = run(capsys, "history")
    assert (code, out) == (1, "") and err.startswith("The dashboard could not carry the command out.")
    assert run(capsys, "history")[0] == 0


def test_a_socket_left_by_a_killed_dashboard_is_in_nobodys_way(
    council_path: Path, council_key: Path, capsys: Captured
) -> None:
    folder_of(council_path).mkdir()
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(folder_of(council_path) / NAME))
    left.close()
    assert run(capsys, "history")[0] == 0


def test_only_its_own_user_reaches_it_and_nothing_is_left_after(
    council: Database, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = folder_of(council.path)
    with serving(lambda: council):
        assert (folder.stat().st_mode & 0o777, (folder / NAME).stat().st_mode & 0o777) == (0o700, 0o600)
        with monkeypatch.context() as patch:
            patch.setattr("data.relay.address.os.geteuid", lambda: 12345)
            assert run(capsys, "history", "--wait", "0")[0] == 1
        assert reach(council.path.with_name("another.duckdb")) is None
    assert not folder.exists()


def test_a_long_path_is_no_hindrance(council: Database, tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 20) / ("longer" * 20)
    deep.mkdir(parents=True)
    moved = council.path
    council.path = deep / "dashboard.duckdb"
    with serving(lambda: council):
        wire = reach(council.path)
        assert wire
        wire.close()
    council.path = moved
    assert list(deep.iterdir()) == []
