"""Sending the same thing again changes nothing; going back to an earlier file is believed."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import load
from data.database import Database
from data.intake import Delivery, Offer, Outcome, take_in, withdraw
from tests.data.sending import MAIN, NOW, PEOPLE, PROJECT, RATING, contents, put, send, text
from tests.example import example_files

A = [{**RATING, "design": 1}, {**RATING, "project_id": "CFE-1", "design": 1}]
B = [{**RATING, "design": 2}, {**RATING, "project_id": "CFE-1", "design": 2}]
C = [{**RATING, "project_id": "ACH-2", "design": 3}]
WHY = "a test of the same thing sent again"


def again(outcome: Outcome) -> list[tuple[str, int | None]]:
    """What became of each file, and its upload."""
    return [(each.status, each.upload) for each in outcome.files]


def folder_of(database: Database, folder: Path, *returns: list[dict[str, str | int]],
              reason: str | None = WHY) -> Outcome:  # fmt: skip
    """Send a folder of maturity returns, one after the other, in one batch."""
    paths = [put(folder, f"{place}.csv", rows) for place, rows in enumerate(returns)]
    usual = Delivery(NOW, reason=reason)
    return take_in(database, [(usual, [Offer.of(path)]) for path in paths])


def design(database: Database) -> str:
    """What the rating of ACH-1 at Design is now."""
    rows = database.read(
        "select design from maturity_in_force(timestamp '9999-12-31') where project_id = 'ACH-1'"
    ).rows
    return str(rows[0][0])


def test_the_same_file_twice_is_already_loaded(council: Database, tmp_path: Path) -> None:
    assert again(send(council, tmp_path, rated=A)) == [("loaded", 2)]
    before = contents(council)
    assert again(send(council, tmp_path, rated=A)) == [("already", 2)]
    assert contents(council) == before


def test_the_command_says_already_loaded_with_exit_0(
    council_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = put(tmp_path, "people.csv", PEOPLE)
    assert load.main([str(people)]) == 0
    capsys.readouterr()
    assert load.main([str(people)]) == 0
    assert capsys.readouterr().out == "people.csv: already loaded, as upload 2.\n"
    assert load.main([str(people), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "already"


def test_the_same_rows_in_another_file_are_already_loaded(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, rated=A)
    other = b"\xef\xbb\xbf" + text(reversed(A)).replace(b"\n", b"\r\n").replace(b"staff", b" Staff")
    assert again(send(council, tmp_path, renamed=other)) == [("already", 2)]


def test_a_file_that_differs_is_loaded(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, rated=A)
    assert again(send(council, tmp_path, reason=WHY, rated=B)) == [("loaded", 3)]
    assert design(council) == "2"


def test_going_back_to_an_earlier_file_is_a_new_upload(council: Database, tmp_path: Path) -> None:
    for rows in (A, B):
        send(council, tmp_path, reason=WHY, rated=rows)
    assert again(send(council, tmp_path, reason=WHY, rated=A)) == [("loaded", 4)]
    assert design(council) == "1"
    assert council.read("select count(*) from sent.upload").rows == [(4,)]


def test_going_back_in_one_batch_ends_at_the_earlier_file(council: Database, tmp_path: Path) -> None:
    assert folder_of(council, tmp_path, A, B, A).status == "loaded"
    assert design(council) == "1"


def test_a_folder_sent_again_is_already_loaded(council: Database, tmp_path: Path) -> None:
    assert again(folder_of(council, tmp_path, A, B)) == [("loaded", 2), ("loaded", 3)]
    before = contents(council)
    assert again(folder_of(council, tmp_path, A, B)) == [("already", 2), ("already", 3)]
    assert contents(council) == before


def test_a_folder_sent_again_needs_no_reason(council: Database, tmp_path: Path) -> None:
    folder_of(council, tmp_path, A, B)
    assert folder_of(council, tmp_path, A, B, reason=None).status == "already"


def test_a_folder_with_something_new_adds_only_that(council: Database, tmp_path: Path) -> None:
    folder_of(council, tmp_path, A, B)
    outcome = folder_of(council, tmp_path, A, B, C, reason=None)
    assert [status for status, _ in again(outcome)] == ["already", "already", "loaded"]
    assert council.read("select count(*) from sent.upload").rows == [(4,)]
    assert design(council) == "2"
    new = outcome.files[2].upload
    for table in ("upload", "event", "maturity"):
        assert council.read(f"select max(upload_id) from sent.{table}").rows == [(new,)]


def test_a_folder_that_goes_back_and_adds_is_taken_whole(council: Database, tmp_path: Path) -> None:
    folder_of(council, tmp_path, A, B)
    outcome = folder_of(council, tmp_path, A, C)
    assert [status for status, _ in again(outcome)] == ["loaded", "loaded"]
    assert design(council) == "1"


@pytest.mark.trial
def test_the_example_sent_again_is_already_loaded(
    own_example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bytes_before = own_example.read_bytes()
    assert load.main([str(example_files()), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "already" and {f["status"] for f in answer["files"]} == {"already"}
    assert own_example.read_bytes() == bytes_before


def test_a_withdrawn_file_can_be_sent_again(council: Database, tmp_path: Path) -> None:
    send(council, tmp_path, rated=A)
    withdraw(council, 2, WHY, NOW + timedelta(minutes=1))
    assert again(send(council, tmp_path, NOW + timedelta(minutes=2), rated=A)) == [("loaded", 3)]


def test_rows_that_were_partly_replaced_count_again_when_sent_again(
    council: Database, tmp_path: Path
) -> None:
    send(council, tmp_path, rated=A)
    send(council, tmp_path, reason=WHY, rated=B[:1])
    assert again(send(council, tmp_path, reason=WHY, rated=A)) == [("loaded", 4)]
    assert design(council) == "1"


def test_a_first_return_is_first_however_often_others_were_sent(
    council: Database, tmp_path: Path
) -> None:
    send(council, tmp_path, datetime(2026, 11, 20, 13), projects=[{**PROJECT, "title": "Anew"}])
    assert send(council, tmp_path, themes=[MAIN], rated=A).status == "loaded"
