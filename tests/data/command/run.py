"""The command run inside a test: its exit code, what it said, and its one JSON answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.database import Database
from data.intake.command import main
from data.start import open_ready
from tests.data.sending import contents

Captured = pytest.CaptureFixture[str]


def run(captured: Captured, *words: str | Path) -> tuple[int, str, str]:
    """The exit code, and what was said on each stream."""
    captured.readouterr()
    code = main([str(word) for word in words])
    said = captured.readouterr()
    return code, said.out, said.err


def told(captured: Captured, *words: str | Path) -> tuple[int, Any]:
    """The exit code with --json, and the one line of JSON, which is plain ASCII."""
    code, out, err = run(captured, *words, "--json")
    assert err == "" and out.count("\n") == 1 and out.isascii()
    return code, json.loads(out)


def held(path: Path) -> dict[str, tuple[int, int]]:
    """What a closed database holds."""
    database: Database = open_ready(path)
    try:
        return contents(database)
    finally:
        database.close()
