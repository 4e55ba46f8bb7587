"""The example and real returns never meet, and only the example takes dates of its own."""

import shutil
from pathlib import Path

import pytest

from data import load
from data.mistakes import NotReady
from data.settings import SHIPPED_LISTS, database_path
from data.start import make_example, open_dashboard, open_ready
from tests.data.sending import PEOPLE, contents, put
from tests.example import example_files

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def first_delivery(tmp_path: Path) -> Path:
    """The example's lists and its first delivery, as a folder to load."""
    for folder in ("reference", "01-2024-04-22"):
        shutil.copytree(example_files() / folder, tmp_path / "part" / folder)
    return tmp_path / "part"


def uploads(path: Path) -> list[tuple[str, str]]:
    """When each return of a closed database was received, and which it was."""
    database = open_ready(path)
    rows = database.read("select received_at::date::varchar, return_name from sent.upload").rows
    database.close()
    return [(str(day), str(name)) for day, name in rows]


def test_a_bare_folder_of_the_example_is_received_on_its_own_days(
    first_delivery: Path, capsys: Captured
) -> None:
    assert load.main([str(first_delivery)]) == 0
    assert {day for day, _ in uploads(database_path())} == {"2024-04-22"}


def test_the_example_takes_a_date_of_receipt(first_delivery: Path, capsys: Captured) -> None:
    folder = first_delivery / "01-2024-04-22"
    assert load.main([str(folder), "--received", "2024-05-01"]) == 0
    assert {day for day, _ in uploads(database_path())} == {"2024-05-01"}


def test_a_real_council_takes_none(council_path: Path, tmp_path: Path, capsys: Captured) -> None:
    people = put(tmp_path, "people.csv", PEOPLE)
    assert load.main([str(people), "--received", "2026-11-01"]) == 2
    assert "--received is for the made-up example only" in capsys.readouterr().err


def test_a_date_that_is_none_is_wrong_use(own_example: Path, tmp_path: Path, capsys: Captured) -> None:
    assert load.main([str(put(tmp_path, "x.csv", PEOPLE)), "--received", "1 May"]) == 2
    assert "“1 May” is not a date. Write it as 2026-04-30." in capsys.readouterr().err


def test_a_dated_folder_of_a_real_council_is_received_when_it_is_sent(
    council_path: Path, tmp_path: Path
) -> None:
    put(tmp_path, "01-2024-04-22/people.csv", PEOPLE)
    assert load.main([str(tmp_path)]) == 0
    assert "2024-04-22" not in {day for day, _ in uploads(council_path)}


def test_the_example_is_refused_by_a_real_council(
    council_path: Path, first_delivery: Path, capsys: Captured
) -> None:
    before = council_path.read_bytes()
    assert load.main([str(first_delivery)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("The database holds real returns and ") and said.count("\n") == 1
    assert council_path.read_bytes() == before


def test_the_example_is_refused_beside_a_councils_own_lists(
    real_lists: Path, first_delivery: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("COPRODUCTION_REFERENCE", str(real_lists))
    assert load.main([str(first_delivery)]) == 1
    assert "are not both the made-up example's" in capsys.readouterr().err
    assert uploads(database_path()) == []


def test_a_councils_lists_are_refused_by_the_example(
    own_example: Path, real_lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotReady, match="holds the made-up example and .* a real council's lists"):
        open_dashboard(own_example, real_lists)
    database = open_ready(own_example)
    assert database.is_example and contents(database)["reference.directorates"][0] == 7
    database.close()


def test_the_first_start_without_lists_makes_the_example(
    monkeypatch: pytest.MonkeyPatch, example_file: Path
) -> None:
    def made(path: Path) -> None:
        shutil.copyfile(example_file, path)

    monkeypatch.setattr("data.start.make_example", made)
    database_path().parent.mkdir(parents=True)
    database = open_dashboard(database_path(), None)
    assert database.is_example
    database.close()


def test_the_first_start_with_a_councils_lists_is_empty_and_real(real_lists: Path) -> None:
    database = open_dashboard(database_path(), real_lists)
    assert not database.is_example and database.newest_event() is None
    database.close()
    database = open_dashboard(database_path(), None)
    assert not database.is_example
    database.close()


def test_an_example_that_fails_half_way_leaves_no_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(folder: Path, seed: int, scale: int) -> None:
        shutil.copytree(SHIPPED_LISTS, folder / "reference")
        put(folder, "01-2024-04-22/people.csv", PEOPLE[:1] * 2)

    monkeypatch.setattr("data.start.write_council", broken)
    with pytest.raises(NotReady, match="The example could not be made: .* line 2, column period"):
        make_example(tmp_path / "new" / "example.duckdb")
    assert list((tmp_path / "new").iterdir()) == []
