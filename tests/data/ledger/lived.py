"""A council's database in use when the machine stopped: part in the file, part in the log beside it."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from data.access import COMMAND
from data.audit import note
from data.database import Database
from data.intake import withdraw
from data.settings import ledger_path
from data.start import open_ready
from tests.data.sending import PROJECT, RATING, Row, counted, send

BEGIN = datetime(2026, 11, 21, 12)


def said(number: int) -> dict[str, list[Row]]:
    """A file that says something new each time: projects, ratings or counts by turns."""
    if number % 3 == 0:
        return {"projects": [{**PROJECT, "title": f"Said {number}"}]}
    if number % 3 == 1:
        return {"maturity": [{**RATING, "evidence": f"Said {number}", "people": number, "asked": number}]}
    return {"participation": counted("sex", female=100 + number, male=9, not_known=2)}


def send_some(database: Database, folder: Path, numbers: range) -> None:
    """Send a file for each number, sign in after each, and take one of them back."""
    for number in numbers:
        moment = BEGIN + timedelta(minutes=number)
        outcome = send(database, folder, moment, "a trial", **said(number))
        assert outcome.status == "loaded", outcome.problems
        note(database, COMMAND, "signed in")
    withdraw(database, numbers[0] + 1, "a trial", BEGIN + timedelta(minutes=numbers[-1]))


@dataclass(frozen=True)
class Stopped:
    """The files that were left: the database, its log and its ledger; the numbers acknowledged."""

    folder: Path
    name: str
    uploads: frozenset[int]

    @property
    def log(self) -> bytes:
        """The log as it was left."""
        return (self.folder / f"{self.name}.wal").read_bytes()

    def put(self, folder: Path) -> Path:
        """A copy of all that was left, to be spoilt; the database's path."""
        shutil.copytree(self.folder, folder)
        return folder / self.name

    def cut(self, folder: Path, keep: int | None) -> Path:
        """A copy whose log was cut to so many bytes, or taken away."""
        path = self.put(folder)
        log = path.with_name(f"{self.name}.wal")
        if keep is None:
            log.unlink()
        else:
            log.write_bytes(self.log[:keep])
        return path


def stop(source: Path, folder: Path, files: Path) -> Stopped:
    """A council that sent 4 files, and 6 more after the last checkpoint; then the machine stopped."""
    folder.mkdir()
    path = folder / "council.duckdb"
    shutil.copyfile(source, path)
    database = open_ready(path)
    send_some(database, files, range(1, 5))
    database.checkpoint()
    send_some(database, files, range(5, 11))
    left = folder / "left"
    left.mkdir()
    for each in (path, path.with_name(f"{path.name}.wal"), ledger_path(path)):
        shutil.copyfile(each, left / each.name)
    uploads = uploads_in(database)
    database.close()
    return Stopped(left, path.name, uploads)


def uploads_in(database: Database) -> frozenset[int]:
    """The numbers of the uploads that a database holds."""
    return frozenset(number for (number,) in database.read("select upload_id from sent.upload").rows)


def lengths(log: bytes, many: int, seed: int) -> list[int | None]:
    """So many ways to leave a log: taken away, emptied, short of a byte, and cut anywhere."""
    chance = Random(seed)
    anywhere = [chance.randrange(1, len(log)) for _ in range(max(many - 3, 0))]
    return [None, 0, len(log) - 1, *anywhere][:many]
