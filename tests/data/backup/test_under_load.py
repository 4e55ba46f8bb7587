"""Backups made while others send and read are whole, each as of one moment."""

import threading
from pathlib import Path

import pytest

from data.backup import make, verify
from data.database import Database
from tests.data.backup.drill import opened
from tests.data.command.run import Captured
from tests.data.sending import PROJECT, send


def test_backups_are_whole_while_others_send_and_read(council: Database, tmp_path: Path) -> None:
    busy(council, tmp_path, backups=2, writers=1)


@pytest.mark.trial
def test_thirty_backups_under_load_are_whole(
    council: Database, tmp_path: Path, capsys: Captured
) -> None:
    sent = busy(council, tmp_path, backups=30, writers=2)
    with capsys.disabled():
        print(f"\n30 backups while {sent} uploads were sent: 30 whole and opened equal")


def busy(council: Database, folder: Path, backups: int, writers: int) -> int:
    """Back up while some send and as many read; how many uploads were sent meanwhile."""
    over, sent, faults = threading.Event(), [0, 0], []

    def sending(who: int) -> None:
        while not over.is_set():
            said = {**PROJECT, "title": f"{sent[who]}"}
            rows = [{**said, "project_id": f"W{who}-{each}"} for each in range(20)]
            assert send(council, folder / str(who), **{f"p{sent[who]}": rows}).status == "loaded"
            sent[who] += 1

    def reading() -> None:
        while not over.is_set():
            council.read("select count(*) from sent.projects")

    def minded(act: object, *given: object) -> None:
        try:
            act(*given)  # type: ignore[operator]
        except BaseException as fault:
            faults.append(fault)

    works = [*((sending, who) for who in range(writers)), *((reading,) for _ in range(writers))]
    threads = [threading.Thread(target=minded, args=work) for work in works]
    for thread in threads:
        thread.start()
    try:
        for number in range(backups):
            before = sum(sent)
            backup = make(council)
            assert verify(backup) is None and backup.uploads >= before + 1
            copy = opened(backup.path, folder / f"copy-{number}")
            halves = copy.read("select upload_id from sent.upload anti join sent.projects using (upload_id)")
            assert halves.rows == []
            copy.close()
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert not faults
    return sum(sent)
