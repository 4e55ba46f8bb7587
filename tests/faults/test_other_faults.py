"""Other faults: a disk that nobody may write to, a clock that jumps, too little memory."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import load, locked
from data.audit import verify
from data.intake.command import main
from data.mistakes import NotReady
from data.start import open_dashboard, open_ready
from queries.ask import answer, complete
from queries.combinations import combinations
from queries.question import questions
from tests.data.sending import RATING, put
from tests.faults.mounted import disk, made_unwritable

Captured = pytest.CaptureFixture[str]
WHY = ("--reason", "a trial")
MOST_ASKED = 8
UPLOADS = "select count(*) from sent.upload"


@pytest.fixture
def small_disk(council_path: Path) -> Iterator[Path]:
    """The council's database on a disk of its own."""
    aside = shutil.move(council_path, council_path.parent.with_name("aside"))
    with disk(council_path.parent, 24):
        shutil.copyfile(aside, council_path)
        yield council_path


def rated(folder: Path, number: int) -> Path:
    """A file that rates a project, saying something new."""
    return put(folder, f"{number}.csv", [{**RATING, "evidence": f"Said {number}"}])


def clock(moment: datetime) -> type[datetime]:
    """A clock that stands at this moment."""

    class Standing(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Standing":  # type: ignore[override]
            return cls.fromtimestamp(moment.timestamp())

    return Standing


def test_a_disk_that_may_not_be_written_to_is_a_sentence(small_disk: Path, capsys: Captured) -> None:
    made_unwritable(small_disk.parent)
    before = small_disk.read_bytes()
    with pytest.raises(NotReady, match="may not be written to. Give the dashboard's user the right"):
        open_dashboard(small_disk, None)
    assert main(["history", "--wait", "0"]) == 1 and load.main(["x.csv", "--wait", "0"]) in (1, 2)
    said = capsys.readouterr().err
    assert "Traceback" not in said and said.count("\n") == 2
    assert small_disk.read_bytes() == before
    with pytest.raises(NotReady, match="cannot be made: Read-only file system. Set COPRODUCTION_DATABASE"):
        open_dashboard(small_disk.with_name("new.duckdb"), None)


def test_a_clock_that_jumps_changes_no_order(
    council_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = datetime.now()
    for number, years in enumerate((0, -3, 5, -1), 1):
        monkeypatch.setattr("data.intake.offer.datetime", clock(begun + timedelta(days=365 * years)))
        assert main(["send", "--json", *WHY, str(rated(tmp_path, number))]) == 0
        database = open_ready(council_path)
        moments = database.read("select happened_at from sent.event order by event_id").rows
        assert moments == sorted(moments)
        newest = "select evidence from sent.maturity order by upload_id desc limit 1"
        counts = "select evidence from maturity_in_force(timestamp '9999-12-31') where project_id = 'ACH-1'"
        assert database.read(newest).rows == [(f"Said {number}",)]
        assert database.read(counts).rows == [(f"Said {number}",)]
        assert verify(database).whole and database.loss is None
        database.close()


def test_too_little_memory_is_a_sentence_and_the_next_question_is_answered(
    council_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(locked.LOCKED, "memory_limit", "10MB")
    database = open_ready(council_path)
    before, said = database.read(UPLOADS).rows, list[str]()
    for question in list(questions().values())[:MOST_ASKED]:
        try:
            answer(database, question, complete(database, question, next(combinations(database, question))))
        except NotReady as sentence:
            said.append(str(sentence))
    assert said and all("more than its memory allows" in each and "\n" not in each for each in said)
    assert database.read(UPLOADS).rows == before
    database.close()
