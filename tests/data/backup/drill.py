"""What the tests of backups share: a backup opened, and commands of their own."""

from pathlib import Path

from data.backup.command import main
from data.database import Database
from data.start import open_ready
from tests.data.command.run import Captured


def opened(path: Path, folder: Path) -> Database:
    """A copy of a backup, opened as a database of its own."""
    folder.mkdir()
    copy = folder / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    return open_ready(copy)


def backup(captured: Captured, *words: str) -> tuple[int, str, str]:
    """python -m data.backup, run here: its exit code and what it said on each stream."""
    captured.readouterr()
    code = main(list(words))
    said = captured.readouterr()
    return code, said.out, said.err
