"""After a loss: everything can be read, nothing more is taken in, and it is put right or accepted."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from data.access import COMMAND
from data.audit import lines, note, verify
from data.database import Database
from data.intake import Delivery, Offer, restore, take_in, withdraw
from data.intake.erase import erase
from data.ledger import accept
from data.mistakes import NotReady, WrongUse
from data.start import open_ready
from tests.data.ledger.knowing import known_of
from tests.data.ledger.lived import BEGIN, Stopped, uploads_in
from tests.data.sending import PROJECT, RATING, send, text

pytestmark = pytest.mark.usefixtures("council_key")
NOW = datetime(2026, 11, 22, 12)
NEW = [{**PROJECT, "title": "After the loss"}]
STATE = "select arg_max(act, event_id) from sent.event where upload_id = $upload"


def state(database: Database, upload: int) -> str:
    """What was last done to an upload."""
    return str(database.read(STATE, {"upload": upload}).rows[0][0])


@pytest.fixture
def lost(stopped: Stopped, tmp_path: Path) -> Iterator[Database]:
    """The council's database, open, without what its log held."""
    database = open_ready(stopped.cut(tmp_path / "lost", None))
    yield database
    database.close()


def test_what_is_left_can_be_read_and_nothing_more_is_taken_in(lost: Database, tmp_path: Path) -> None:
    offer, held = [(Delivery(NOW), [Offer("new.csv", text(NEW))])], uploads_in(lost)
    assert lost.loss and "uploads 6 to 11" in lost.loss.notice and str(lost.path) not in lost.loss.notice
    seen = []
    take_in(lost, offer, look=lambda writer, outcome: seen.append(outcome.status))
    assert seen == ["loaded"] and held == frozenset(range(1, 6))
    for act in (
        lambda: take_in(lost, offer), lambda: withdraw(lost, 3, "a trial", NOW),
        lambda: restore(lost, 2, "a trial", NOW), lambda: erase(lost, 3, "a trial", NOW),
    ):  # fmt: skip
        with pytest.raises(NotReady, match="uploads 6 to 11.*Nothing can be sent until"):
            act()
    assert uploads_in(lost) == held and state(lost, 3) == "sent"


def test_an_accepted_loss_leaves_stubs_and_uses_no_number_twice(lost: Database, tmp_path: Path) -> None:
    note(lost, COMMAND, "signed in")
    with pytest.raises(WrongUse, match="with a reason"):
        accept(lost, COMMAND, " \n")
    accepted = accept(lost, COMMAND, "The disk\nfailed")
    assert accepted and lost.loss is None and verify(lost).whole
    assert uploads_in(lost) == frozenset(range(1, 12)) and state(lost, 11) == "erased"
    told = [each for each in lines(lost, act="loss accepted") if "uploads 6 to 11" in each.about]
    assert [each.about.endswith("The disk failed") for each in told] == [True]
    assert accept(lost, COMMAND, "again") is None
    assert send(lost, tmp_path, NOW, "a trial", projects=NEW).files[0].upload == 12
    lost.close()
    again = open_ready(lost.path)
    assert again.loss is None and verify(again).whole and not known_of(again).damage
    again.close()


def test_an_older_copy_put_back_after_an_accepted_loss_still_knows_every_number(
    lost: Database, stopped: Stopped, tmp_path: Path
) -> None:
    accept(lost, COMMAND, "The disk failed")
    send(lost, tmp_path, NOW, "a trial", projects=NEW)
    lost.close()
    shutil.copyfile(stopped.folder / stopped.name, lost.path)
    older = open_ready(lost.path)
    assert older.loss and [each.number for each in older.loss.uploads] == list(range(6, 13))
    accept(older, COMMAND, "An older copy")
    assert send(older, tmp_path, NOW, "a trial", projects=NEW).files[0].upload == 13
    assert older.loss is None and verify(older).whole
    older.close()


def test_what_was_done_since_an_older_copy_is_done_again(council: Database, tmp_path: Path) -> None:
    for number in range(3):
        rated = [{**RATING, "evidence": f"Said {number}"}]
        assert send(council, tmp_path, BEGIN, "a trial", rated=rated).status == "loaded"
    withdraw(council, 3, "a trial", NOW)
    council.checkpoint()
    shutil.copyfile(council.path, tmp_path / "older.duckdb")
    withdraw(council, 2, "a trial", NOW)
    restore(council, 3, "a trial", NOW)
    assert erase(council, 4, "a trial", NOW)
    council.close()
    shutil.copyfile(tmp_path / "older.duckdb", council.path)
    older = open_ready(council.path)
    assert older.loss and not older.loss.uploads and "that upload 4 was erased" in str(older.loss)
    accept(older, COMMAND, "An older copy")
    assert [state(older, each) for each in (2, 3, 4)] == ["withdrawn", "restored", "erased"]
    assert older.read("select count(*) from sent.maturity where upload_id = 4").rows == [(0,)]
    assert older.loss is None and verify(older).whole and known_of(older).erased == {4}
    older.close()


def test_the_whole_log_put_back_is_no_loss_any_more(stopped: Stopped, tmp_path: Path) -> None:
    path = stopped.cut(tmp_path / "lost", 0)
    database = open_ready(path)
    assert database.loss
    database.close()
    shutil.rmtree(path.parent)
    database = open_ready(stopped.put(tmp_path / "back"))
    assert database.loss is None and uploads_in(database) == stopped.uploads
    database.close()


def test_a_file_put_in_place_of_the_open_one_is_compared(council: Database, tmp_path: Path) -> None:
    council.checkpoint()
    shutil.copyfile(council.path, tmp_path / "older.duckdb")
    assert send(council, tmp_path, BEGIN, rated=[RATING]).status == "loaded"
    assert council.loss is None
    with council.closed_meanwhile() as path:
        shutil.move(tmp_path / "older.duckdb", path)
    assert council.read("select count(*) from sent.upload").rows == [(1,)]
    assert council.loss and [each.number for each in council.loss.uploads] == [2]
