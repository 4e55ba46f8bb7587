"""A start on a damaged file: a sentence or a sound dashboard, never an empty one, and no byte lost."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from data.settings import database_path, ledger_path
from data.start import open_ready
from tests.data.conftest import KNOWN
from tests.data.sending import PEOPLE, RATING, put, send
from tests.faults.damaged import Case, Sound, case, laid
from tests.faults.orders import Parent, parent
from tests.faults.points import Place

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def starting() -> Iterator[Parent]:
    """The parent that forks starts."""
    with parent("tests.faults.starting", "door") as found:
        yield found


def after_a_kill(starting: Parent, path: Path, folder: Path) -> tuple[bytes, bytes]:
    """A database file and its log, as a killed sending left them."""
    file = put(folder, "rated.csv", [{**RATING, "evidence": str(path)}])
    starting.run("send", "--json", "--reason", "a trial", file, place=Place("data.lending:Lender", "_drop"))
    return path.read_bytes(), path.with_name(f"{path.name}.wal").read_bytes()


@pytest.fixture
def sound(
    starting: Parent, council_path: Path, real_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Sound:
    """A sound file with a log, ledger and all, and another council's file and log."""
    other = tmp_path / "other" / "dashboard.duckdb"
    database = open_ready(other, real_lists)
    assert send(database, tmp_path, datetime(2026, 11, 1), projects=KNOWN).status == "loaded"
    database.close()
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("COPRODUCTION_DATABASE", str(other))
        others = after_a_kill(starting, other, tmp_path)
    database = open_ready(council_path)
    assert send(database, tmp_path, participation=PEOPLE).status == "loaded"
    database.close()
    return Sound(*after_a_kill(starting, council_path, tmp_path), *others)


def whole(starting: Parent) -> dict[str, Any]:
    """What every table holds after a start with nothing in the way."""
    held: dict[str, Any] = (starting.run(command="start").answer or {})["held"]
    return held


class Trial:
    """Starts on damaged files, each beside the ledger of the sound one."""

    def __init__(self, starting: Parent, sound: Sound) -> None:
        self.starting, self.sound, self.path = starting, sound, database_path()
        self.became = Counter[str]()
        laid(Case("sound", sound.file, sound.log), self.path)
        self.with_log = whole(starting)
        self.ledger = ledger_path(self.path).read_bytes()
        self.file = self.path.read_bytes()

    def start(self, number: int) -> None:
        """One start, and everything that must hold after it."""
        kept = Sound(self.file, self.sound.log, self.sound.other_file, self.sound.other_log)
        found = case(number, self.sound if number % 4 == 3 else kept)
        laid(found, self.path)
        ledger_path(self.path).write_bytes(self.ledger)
        began = self.starting.run(command="start")
        what = f"{number}: {found.what}: {began}"
        assert "Traceback" not in began.wrong + began.said and not began.killed, what
        if began.code == 2:
            self.refused(found, began.wrong.splitlines(), what)
        else:
            assert began.code == 0 and began.answer, what
            self.opened(found, began.answer, what)

    def refused(self, found: Case, said: list[str], what: str) -> None:
        """One sentence that names the file, after what the log says, and every byte as it was."""
        assert said and said[-1].startswith(f"The file {self.path} is damaged") and "left as it is" in said[-1], what
        assert self.path.read_bytes() == found.file, what
        log = self.path.with_name(f"{self.path.name}.wal")
        assert (log.read_bytes() if log.exists() else None) == found.log, what
        self.became["refused"] += 1

    def opened(self, found: Case, answer: dict[str, Any], what: str) -> None:
        """Every table holds what it held, or says that it is damaged, or what is missing is named."""
        if found.log is None:
            assert self.path.read_bytes() == found.file, what
        for sentence in answer["said"]:
            assert "damaged" in sentence and "\n" not in sentence, what
        other = {table for table, figures in self.with_log.items() if answer["held"].get(table) != figures}
        if answer["loss"]:
            assert "upload 3" in answer["loss"], what
            self.became["opened, and what is missing is named"] += 1
        elif answer["said"]:
            assert len(other) <= len(answer["said"]), what
            self.became["opened, and a table says that it is damaged"] += 1
        else:
            assert not other, what
            self.became["opened, and all is there"] += 1


def all_well(trial: Trial, starts: int) -> None:
    """Start so many times; every fault that was found is told together."""
    faults = []
    for number in range(starts):
        try:
            trial.start(number)
        except AssertionError as fault:
            faults.append(str(fault).splitlines()[0][:600])
    assert not faults, "\n".join(faults)


def test_a_start_on_a_damaged_file_is_a_sentence_or_a_sound_dashboard(starting: Parent, sound: Sound) -> None:
    trial = Trial(starting, sound)
    all_well(trial, starts=10)
    assert trial.became["refused"] >= 5


@pytest.mark.trial
def test_two_hundred_starts_on_damaged_files(starting: Parent, sound: Sound, capsys: Captured) -> None:
    trial = Trial(starting, sound)
    all_well(trial, starts=200)
    with capsys.disabled():
        print(f"\n200 starts on damaged files: {dict(trial.became)}")
    assert trial.became["refused"] >= 100
