"""The demonstration: its tour leads through the pages, its file is refused well, nothing real is touched."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import data.demo
import queries
from data.database import Database
from data.mistakes import WrongUse
from data.settings import access_path, backups_folder, database_path, ledger_path, own_lists
from data.start import open_ready
from pages import found
from pages.parts.tour import STOPS
from tests.example import example_database
from tests.pages.drawing import said
from tests.pages.sending import choose

REAL = ("DATABASE", "REFERENCE", "ACCESS", "LEDGER", "BACKUPS")
WRONG_ROWS = (6, 8, 9, 11, 12)


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A demonstration in a folder of its own, whose untouched example is the tests' own."""
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in REAL:
        monkeypatch.setenv(f"COPRODUCTION_{name}", str(tmp_path / "real" / name))
    monkeypatch.setenv("COPRODUCTION_DEMO", str(folder))
    monkeypatch.setattr(data.demo, "make_example", lambda path: shutil.copy(example_database(), path))
    queries.close()
    yield folder
    queries.close()


def tour_body() -> None:
    """The page."""
    from pages.about.tour import tour

    tour()


def uploads() -> int:
    """How many uploads count."""
    return len([row for row in queries.ask("returns/uploads").rows if row["status"] != "withdrawn"])


def test_a_demonstration_reaches_into_no_folder_but_its_own(demonstration: Path, tmp_path: Path) -> None:
    path = database_path()
    assert {path.parent, ledger_path(path).parent, backups_folder(path).parent} == {demonstration}
    assert own_lists() is None and access_path() is None
    queries.ready()
    assert not (tmp_path / "real").exists()


def test_whatever_was_done_is_gone_when_it_starts_again(demonstration: Path) -> None:
    before = queries.ask("overview/headline", period="2026-27 H1").rows, uploads()
    queries.withdraw(before[1], "made up")
    assert uploads() == before[1] - 1
    at = AppTest.from_function(tour_body, default_timeout=90).run()
    (button,) = [each for each in at.button if each.label == "Start again"]
    button.click().run()
    assert not at.exception and at.success[0].value == "Everything is new again."
    assert (queries.ask("overview/headline", period="2026-27 H1").rows, uploads()) == before
    assert queries.loss() is None
    queries.withdraw(before[1], "made up, and the dashboard is closed")
    queries.close()
    assert uploads() == before[1]


def test_no_other_database_is_ever_thrown_away(demonstration: Path, tmp_path: Path) -> None:
    other = open_ready(Path(shutil.copy(example_database(), tmp_path / "other.duckdb")))
    try:
        with pytest.raises(WrongUse, match="this is none: nothing was changed"):
            data.demo.start_again(other)
    finally:
        other.close()


def test_a_real_council_s_file_in_the_demonstration_s_place_is_left_alone(
    demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries.ready()
    monkeypatch.setattr(Database, "is_example", property(lambda self: False))
    with pytest.raises(WrongUse, match="nothing was changed"):
        queries.start_again()


def test_every_stop_is_a_page_and_leads_to_the_next(demonstration: Path) -> None:
    pages_there = {body.sign.address: body for body in found()}
    for number, stop in enumerate(STOPS, start=1):
        at = AppTest.from_string(
            f"from pages import found\n[b for b in found() if b.sign.address == {stop.page!r}][0]()"
        )
        at.query_params["stop"] = str(number)
        at.run(timeout=90)
        assert stop.page in pages_there and not at.exception and not at.error
        assert f"Stop {number} of 6: {stop.title}" in said(at)


def test_the_file_with_mistakes_is_refused_row_by_row(demonstration: Path) -> None:
    at = choose(queries.file_with_mistakes(), directorate="RES")
    told = said(at) + " ".join(str(table.value.to_string()) for table in at.table)
    assert "cannot be sent" in told or "must be put right" in told
    assert all(str(row) in told for row in WRONG_ROWS), told
    assert not [each for each in at.button if each.label == "Send"]
