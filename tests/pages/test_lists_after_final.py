"""Changes of lists after a half-year was final are told on the page of corrections, and their undoing too."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from data import changes
from data.start import open_ready
from pages.parts.sentences import day
from queries import ask
from tests.example import example_database
from tests.pages.drawing import lent, said
from tests.pages.test_changed import page

BEFORE = "2025-26 H2"


@pytest.fixture(scope="module", autouse=True)
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example with a row of each list changed, one change taken back, and a project id merged."""
    path = Path(shutil.copy(example_database(), tmp_path_factory.mktemp("lists") / "dashboard.duckdb"))
    database = open_ready(path)
    late = json.dumps({"due": "2026-05-13"})
    for subject, said_of in (("services/ACH-01", {"label": "Days"}), ("directorates/FIN", {"label": "Money"})):
        changes.make(database, "list row", subject, json.dumps(said_of), "a new name")
    changes.undo(database, 2, "not agreed")
    changes.make(database, "list row", f"periods/{BEFORE}", late, "a day earlier")
    wrong, right = database.read(
        "select min(project_id), max(project_id) from sent.maturity where period = $period", {"period": BEFORE}
    ).rows[0]
    changes.make(database, "merge project", wrong, right, "one project")
    database.close()
    yield from lent(path)


def test_each_change_of_a_list_is_told_with_its_day_and_so_is_its_undoing() -> None:
    words, today = said(page(period=BEFORE, show="earlier")), day(date.today())
    alike = "for the figures then and now alike"
    assert f"{today}: “Days” was changed in the list of services, {alike}." in words
    assert f"{today}: this was taken back: “" in words
    assert f"in the list of half-years, {alike}." in words
    assert "count as those of" in words


def test_a_change_is_told_only_from_its_moment_on_and_of_the_half_years_it_is_about() -> None:
    assert ask("running/lists_after_final", period=BEFORE, as_at=datetime(2026, 6, 1)).rows == ()
    about = {row["change"]: row for row in ask("running/lists_after_final", period="2024-25 H1").rows}
    assert {1, 2} <= set(about) and 4 not in about
    told = ask("running/lists_after_final", period=BEFORE).rows
    assert [(row["change"], row["what"]) for row in told] == [
        (1, "made"), (2, "made"), (2, "undone"), (4, "made"), (5, "made"),
    ]  # fmt: skip
