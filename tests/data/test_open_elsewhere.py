"""A database that another program has open is left alone, with a sentence that says so."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import load
from data.intake.command import main
from data.mistakes import NotReady
from data.start import open_ready
from tests.data.sending import PEOPLE, put

ROOT = Path(__file__).parents[2]
HOLDING = """
import sys
from data.opening import open_database
from pathlib import Path
database = open_database(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
database.close()
"""


@pytest.fixture
def held(council_path: Path) -> Iterator[Path]:
    """The council's database, open in another process until the test ends."""
    words = [sys.executable, "-c", HOLDING, str(council_path)]
    other = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin and other.stdout and other.stdout.readline() == "open\n"
    yield council_path
    other.stdin.write("\n")
    other.stdin.close()
    assert other.wait(timeout=60) == 0
    other.stdout.close()


def test_a_database_open_elsewhere_is_one_sentence(
    held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = held.read_bytes()
    with pytest.raises(NotReady, match="is open in another program. Stop the dashboard or"):
        open_ready(held)
    assert load.main([str(put(tmp_path, "people.csv", PEOPLE)), "--wait", "0"]) == 1
    said = capsys.readouterr().err
    assert main(["history", "--wait", "0"]) == 1 and capsys.readouterr().err == said
    assert said.startswith(f"The database {held} is open in another program.")
    assert said.count("\n") == 1 and held.read_bytes() == before


def test_a_database_that_was_closed_opens_again(council_path: Path, council_key: Path) -> None:
    first = open_ready(council_path)
    first.close()
    open_ready(council_path).close()
