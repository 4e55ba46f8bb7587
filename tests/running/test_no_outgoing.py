"""The dashboard calls nobody but the identity provider that it was told of."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.example import example_database
from tests.running.apart import ELSEWHERE, PAGES, PROVIDER

ROOT = Path(__file__).resolve().parents[2]
APART = ["unshare", "--net", "--", sys.executable, "-m", "tests.running.apart"]


def may_be_apart() -> bool:
    """Whether this machine lets a test have a network of its own."""
    tools = shutil.which("unshare") and shutil.which("ip")
    return bool(tools) and subprocess.run(["unshare", "--net", "true"], check=False).returncode == 0


def test_nothing_leaves_but_what_goes_to_the_identity_provider(tmp_path: Path) -> None:
    if not may_be_apart():
        pytest.skip("A network of its own needs the rights to make one, and the commands unshare and ip.")
    database = shutil.copy(example_database(), tmp_path / "dashboard.duckdb")
    ended = subprocess.run(
        [*APART, str(tmp_path), str(database)], cwd=ROOT, env=dict(os.environ), capture_output=True,
        text=True, timeout=500, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-2000:]
    caught = json.loads(ended.stdout.splitlines()[-1])
    assert caught["headings"] > len(PAGES)
    assert caught["open"] == []
    assert caught["signing in"] == [PROVIDER]
    assert caught["a call"] == [ELSEWHERE]
