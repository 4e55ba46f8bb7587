"""The running dashboard under faults: a full disk, many who send at once, clients that go away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from door.uploads import MOST_A_VISIT
from tests.data.sending import RATING, put
from tests.faults.crowd import Crowd
from tests.faults.cut_off import half_a_command, half_a_file, half_a_word
from tests.faults.full_disk import Filling
from tests.faults.mounted import disk
from tests.faults.served import Served, serving, troubled
from tests.faults.soak import USERS, Soak

Captured = pytest.CaptureFixture[str]
SIZE = 48


@pytest.fixture(scope="module")
def served(
    council_file: Path, nothing_real_in_the_session: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A dashboard on a small disk of its own, with the database of a real council."""
    folder = tmp_path_factory.mktemp("served")
    key = nothing_real_in_the_session / "secret" / "protection.key"
    with disk(folder / "disk", SIZE) as place:
        file = shutil.copy(council_file, place / "dashboard.duckdb")
        with serving(Path(file), folder, COPRODUCTION_KEY=str(key)) as found:
            yield found


def test_when_the_disk_is_full_old_pages_stay_and_the_next_upload_works(served: Served, tmp_path: Path) -> None:
    filling = Filling(served, tmp_path)
    filling.run()


def test_many_who_send_at_once_are_each_answered(served: Served, tmp_path: Path) -> None:
    before = len(served.told("history")) + 1
    crowd = Crowd(served, tmp_path, clients=4, each=5)
    crowd.run()
    assert crowd.settle(before)["loaded"] >= 16


def test_clients_that_go_away_leave_nothing_behind(served: Served, tmp_path: Path) -> None:
    before = served.told("history")
    with served.visit() as visit:
        visit.open("send")
        for number in range(MOST_A_VISIT + 1):
            half_a_file(served, visit.session, f"half-{number}")
        assert " 204 " in half_a_file(served, visit.session, "whole", whole=True)
        assert troubled(visit.open("maturity")) is None
    half_a_word(served)
    half_a_command(served, str(put(tmp_path, "rated.csv", [RATING])))
    assert served.told("history") == before and served.goes_on


def test_a_file_that_goes_is_missed_in_a_sentence_and_read_again_when_it_is_back(served: Served) -> None:
    away = served.database.with_name("away")
    with served.visit() as visit:
        served.database.rename(away)
        try:
            assert "is not there any more. Put the file back" in str(troubled(visit.open("maturity")))
            assert "is not there any more" in served.told("history")["error"]
        finally:
            away.rename(served.database)
        assert troubled(visit.open("maturity")) is None
    assert served.told("history") and served.goes_on


def test_people_click_through_the_pages_and_nothing_goes_wrong(served: Served, tmp_path: Path) -> None:
    used = Soak(served, tmp_path, minutes=0.03)
    used.run()
    assert used.errors == [] and len(used.seconds) >= USERS and "errors: 0" in used.report()


@pytest.mark.trial
def test_thirty_times_a_full_disk(served: Served, tmp_path: Path, capsys: Captured) -> None:
    filling = Filling(served, tmp_path)
    for _ in range(30):
        filling.run()
    with capsys.disabled():
        print(f"\n30 full disks: {dict(filling.became)}; pages within {filling.slowest:.1f} s; "
              f"{len(filling.acknowledged)} acknowledged, all there")  # fmt: skip


@pytest.mark.trial
def test_five_hundred_uploads_from_twenty_five_clients(
    served: Served, tmp_path: Path, capsys: Captured
) -> None:
    before = len(served.told("history")) + 1
    crowd = Crowd(served, tmp_path, clients=25, each=20)
    crowd.run()
    became = crowd.settle(before)
    with capsys.disabled():
        print(f"\n500 uploads from 25 clients: {dict(became)}; read meanwhile: {dict(crowd.looks)}")
    assert became.total() == 500
