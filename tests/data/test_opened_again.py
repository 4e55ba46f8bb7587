"""A file that goes and comes back, or is put in the place of another, needs no restart."""

import shutil
import threading
from pathlib import Path

import pytest

from data.database import Database
from data.mistakes import AuthorMistake, NotReady
from data.start import open_ready
from tests.data.sending import MAIN, PEOPLE, send

COUNT = "select count(*) from sent.upload"


def test_a_file_that_goes_is_missed_and_one_that_comes_back_is_read(council: Database, tmp_path: Path) -> None:
    before = council.read(COUNT).rows
    away = council.path.rename(tmp_path / "away")
    for _ in range(2):
        with pytest.raises(NotReady, match="is not there any more. Put the file back"):
            council.read(COUNT)
    with pytest.raises(NotReady), council.writing():
        pass
    assert not council.path.exists()
    away.rename(council.path)
    assert council.read(COUNT).rows == before
    assert send(council, tmp_path, themes=[MAIN]).status == "loaded"


def test_another_file_in_its_place_is_read_and_no_answer_is_kept(
    council: Database, council_file: Path, tmp_path: Path
) -> None:
    send(council, tmp_path, participation=PEOPLE)
    with_counts, version = council.read_once(COUNT).rows, council.version
    with council.closed_meanwhile() as path:
        shutil.copyfile(council_file, path)
    assert council.version != version
    assert council.read_once(COUNT).rows == [(with_counts[0][0] - 1,)]


def test_the_file_is_only_closed_while_nobody_reads(council: Database) -> None:
    reading, go_on, order = threading.Event(), threading.Event(), []

    def read() -> None:
        with council._lender.cursor() as cursor:
            reading.set()
            go_on.wait(10)
            order.append(cursor.execute(COUNT).fetchone())

    def close() -> None:
        with council.closed_meanwhile():
            order.append("closed")

    threads = [threading.Thread(target=each) for each in (read, close)]
    threads[0].start()
    reading.wait(10)
    threads[1].start()
    go_on.set()
    for each in threads:
        each.join(10)
    assert order[1] == "closed" and len(order) == 2
    assert council.read(COUNT).rows


def test_whoever_writes_cannot_wait_for_themselves(council: Database) -> None:
    with pytest.raises(AuthorMistake), council.writing(), council.closed_meanwhile():
        pass
    assert council.read(COUNT).rows


def test_what_is_done_after_a_commit_is_done_in_its_order_and_never_for_nothing(
    council: Database, tmp_path: Path
) -> None:
    seen: list[int] = []
    council.on_commit.append(lambda database: seen.append(database.read(COUNT).rows[0][0]))
    assert send(council, tmp_path, themes=[MAIN]).status == "loaded"
    assert send(council, tmp_path, themes=[{**MAIN, "theme": "none such"}]).status == "rejected"
    with council.writing() as writer:
        writer.abandon()
    assert seen == [2]


def test_a_closed_database_says_so(council_path: Path) -> None:
    database = open_ready(council_path)
    database.close()
    with pytest.raises(NotReady, match="was closed"):
        database.read(COUNT)


def test_the_file_is_for_its_user_alone(council_path: Path) -> None:
    council_path.chmod(0o644)
    open_ready(council_path).close()
    assert council_path.stat().st_mode & 0o777 == 0o600
