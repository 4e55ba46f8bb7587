"""A council's own lists: taken as they are, and one that is wrong stops the start with a sentence."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data import load
from data.database import Database
from data.mistakes import NotReady
from data.settings import SHIPPED_LISTS, database_path
from data.start import open_dashboard, open_ready
from tests.data.sending import PROJECT, contents, put, send

DIRECTORATES = (
    "code,label,short,order,valid_from,valid_to,successor,expected_from,mailbox\n"
    "HOME,Homes and Places,Homes,1,2023-04-01,,,Q1,homes@example.org\n"
)
SERVICES = "code,label,directorate,order,valid_from,valid_to,successor\nH1,Repairs,HOME,1,2023-04-01,,\n"
PERIODS = (
    "code,label,year,start,end,due,status,order\n"
    "Q1,April to June 2026,2026-27,2026-04-01,2026-06-30,2026-07-31,closed,1\n"
    "Q2,July to September 2026,2026-27,2026-07-01,2026-09-30,2026-10-31,closed,2\n"
)


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """The lists of a council with one directorate that reports by quarter."""
    folder = tmp_path / "lists"
    put(folder, "council.csv", b"name,example,notice\nBorough of Quarters,no,\n")
    put(folder, "directorates.csv", DIRECTORATES.encode())
    put(folder, "services.csv", SERVICES.encode())
    put(folder, "periods.csv", PERIODS.encode())
    return folder


def test_a_councils_own_lists_are_what_its_files_may_hold(lists: Path, tmp_path: Path) -> None:
    database = open_ready(database_path(), lists)
    row = {**PROJECT, "directorate": "Homes and Places", "service": "Repairs"}
    rating = {"project_id": "ACH-1", "period": "April to June 2026", "design": 1, "decisions": 1,
              "delivery": 1, "evaluation": 1, "rated_by": "people", "aiming_for": 2}  # fmt: skip
    assert send(database, tmp_path, projects=[row], maturity=[rating]).status == "loaded"
    assert send(database, tmp_path, projects=[PROJECT]).status == "rejected"
    rows = database.read("select directorate, service from sent.projects").rows
    database.close()
    assert rows == [("HOME", "H1")]


def test_lists_that_a_council_need_not_change_are_ours(lists: Path) -> None:
    database = open_ready(database_path(), lists)
    assert database.read("select count(*) from reference.themes").rows == [(6,)]
    assert database.read("select name from reference.council").rows == [("Borough of Quarters",)]
    database.close()


def test_a_changed_list_counts_from_the_next_start(lists: Path) -> None:
    open_ready(database_path(), lists).close()
    put(lists, "services.csv", SERVICES.replace("Repairs", "Mending").encode())
    database = open_ready(database_path(), lists)
    assert database.read("select label from reference.services").rows == [("Mending",)]
    database.close()


def test_without_the_setting_the_councils_lists_stay(lists: Path) -> None:
    open_ready(database_path(), lists).close()
    database = open_dashboard(database_path(), None)
    assert database.read("select code from reference.directorates").rows == [("HOME",)]
    database.close()


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "no folder": (shutil.rmtree, "is not there. Correct its name."),
    "a file for a folder": (
        lambda f: (shutil.rmtree(f), f.write_text("x")), "is not there. Correct its name."),
    "no directorates": (
        lambda f: (f / "directorates.csv").unlink(), "has no directorates.csv. Copy it from"),
    "an unknown directorate": (
        lambda f: put(f, "services.csv", SERVICES.replace("HOME", "HOUSE").encode()),
        "services.csv, line 2, column directorate, value “HOUSE”: is not in the list of"),
    "an unknown period": (
        lambda f: put(f, "directorates.csv", DIRECTORATES.replace("Q1", "Q9").encode()),
        "directorates.csv, line 2, column expected_from, value “Q9”"),
    "a date that is none": (
        lambda f: put(f, "periods.csv", PERIODS.replace("2026-06-30", "30 June").encode()),
        "periods.csv, line 2, column end, value “30 June”: cannot be read"),
    "a half-year that ends before it starts": (
        lambda f: put(f, "periods.csv", PERIODS.replace("2026-06-30", "2026-03-30").encode()),
        "periods.csv, line 2, column end, value “2026-03-30”: is before the start"),
    "half-years that overlap": (
        lambda f: put(f, "periods.csv", PERIODS.replace("2026-07-01", "2026-06-15").encode()),
        "periods.csv, line 3, column start, value “2026-06-15”: is not after the end of Q1"),
    "two councils": (
        lambda f: put(f, "council.csv", b"name,example,notice\nA,no,\nB,yes,\n"),
        "council.csv, line 3, column name, value “B”: is a second council"),
    "a code twice": (
        lambda f: put(f, "periods.csv", (PERIODS + PERIODS.splitlines()[1]).encode()),
        "periods.csv, line 4, column code, value “Q1”: says again what row 2 says."),
    "a missing column": (
        lambda f: put(f, "services.csv", b"code,label\nH1,Repairs\n"),
        "services.csv, line 1, column directorate: is missing"),
    "no text": (lambda f: put(f, "periods.csv", b"\xff\xfe\x00"), "periods.csv: is a damaged text file"),
    "no rows": (
        lambda f: put(f, "periods.csv", PERIODS.encode().split(b"\n")[0]), "has a header and no rows"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_list_stops_the_start_with_one_sentence(
    lists: Path, council_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    spoil(lists)
    with pytest.raises(NotReady) as refused:
        open_ready(council_path, lists)
    assert says in str(refused.value) and "\n" not in str(refused.value)


def test_a_list_that_goes_wrong_leaves_the_lists_and_returns_as_they_were(
    council: Database, real_lists: Path, tmp_path: Path
) -> None:
    before = contents(council)
    council.close()
    shutil.copytree(real_lists, tmp_path / "lists")
    put(tmp_path / "lists", "services.csv", SERVICES.encode())
    with pytest.raises(NotReady, match="A reference list in .* is wrong. services.csv, line 2"):
        open_ready(council.path, tmp_path / "lists")
    database = open_ready(council.path)
    assert contents(database) == before
    database.close()


def test_the_command_says_which_list_is_wrong(
    lists: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPRODUCTION_REFERENCE", str(lists))
    put(lists, "periods.csv", PERIODS.replace("closed,1", "shut,1").encode())
    assert load.main([str(put(lists.parent, "projects.csv", [PROJECT]))]) == 1
    said = capsys.readouterr().err
    assert "column status, value “shut”" in said and said.count("\n") == 1


def test_the_shipped_lists_pass_their_own_rules() -> None:
    database = open_ready(database_path())
    names = {path.stem for path in SHIPPED_LISTS.glob("*.csv")}
    assert names <= {name.removeprefix("reference.") for name in contents(database)}
    database.close()
