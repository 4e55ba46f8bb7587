"""What belongs, is due, was received, missed and corrected, against a slow second opinion."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.database import Database
from data.intake import withdraw
from data.start import open_ready
from tests.data.owed import Council
from tests.data.sending import NOW, send
from tests.example import example_files

DUE = ("2024-05-14", "2024-11-14", "2025-05-14", "2025-11-14", "2026-05-14", "2026-11-14")
# The last moment of a due date, the first after it, and a morning in each half-year.
MOMENTS = [
    datetime(2023, 9, 30),
    *(datetime.fromisoformat(f"{day} 23:59") for day in DUE[::2]),
    *(datetime.fromisoformat(day) + timedelta(days=1) for day in DUE[1::2]),
    datetime(2024, 10, 1, 9),
    datetime(2025, 12, 16, 11, 59),
    datetime(2025, 12, 16, 12),
    NOW,
]
WITHDRAWN_ON = datetime(2026, 11, 20, 9)
TAKEN_BACK = [("ACH", "maturity"), ("CFE", "participation"), ("REG", "projects"), ("NEI", "themes"),
              ("ACH", "conditions"), ("RES", "maturity")]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> Council:
    """The example council as its files tell it."""
    return Council(example_files())


def same(database: Database, council: Council, moment: datetime) -> None:
    """The views and the second opinion say the same about a moment."""
    asked = {"as_at": moment}
    belongs = database.read("select project_id, period from projects_in_period($as_at)", asked)
    assert sorted(belongs.rows) == sorted(council.belongs(moment))
    due = database.read(
        "select period, return_name, directorate, project_id, due_date, received, state "
        "from due($as_at)",
        asked,
    )
    assert sorted(due.rows, key=str) == sorted(council.due(moment), key=str)
    coverage = database.read("select period, directorate, coverage from coverage($as_at)", asked)
    assert sorted(coverage.rows) == sorted(council.coverage(moment))
    corrections = database.read(
        "select period, return_name, item, corrected_from from corrections($as_at)", asked
    )
    assert set(corrections.rows) == council.corrections(moment)
    assert len(corrections.rows) == len(set(corrections.rows))


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_the_views_and_the_second_opinion_agree(
    example: Database, told: Council, moment: datetime
) -> None:
    same(example, told, moment)


@pytest.fixture
def open_example(own_example: Path) -> Iterator[Database]:
    """A copy of the example to write to."""
    database = open_ready(own_example)
    yield database
    database.close()


def test_they_agree_after_withdrawals(open_example: Database, told: Council) -> None:
    withdrawn = {}
    for place, (directorate, name) in enumerate(TAKEN_BACK):
        folder = [f.folder for f in told.files if f.name == name and f.directorate == directorate][-1]
        withdrawn[folder, name] = moment = WITHDRAWN_ON + timedelta(minutes=place)
        upload = open_example.read(
            "select upload_id from sent.upload where file_name = $name",
            {"name": f"{folder}/{name}.csv"},
        ).rows[0][0]
        withdraw(open_example, upload, "a test", moment)
    council = Council(told.folder, withdrawn)
    for moment in (WITHDRAWN_ON - timedelta(seconds=1), WITHDRAWN_ON + timedelta(minutes=2), NOW):
        same(open_example, council, moment)


def test_the_example_owes_something_in_every_state(told: Council) -> None:
    states = [row[-1] for row in told.due(datetime(2026, 5, 10))]
    assert set(states) == {"received", "late", "missing", "not due yet"}
    assert {word for _, _, word in told.coverage(NOW)} == {"active", "started", "silent"}
    assert len(told.corrections(NOW)) >= 3


def test_a_closed_project_without_an_end_belongs_up_to_when_that_was_sent(
    council: Database, tmp_path: Path
) -> None:
    row = {"project_id": "SHUT", "title": "Shut", "directorate": "ACH", "kind": "project",
           "level": "strategic", "start_date": "2024-05-01"}  # fmt: skip
    for status, day in (("active", "2024-06-01"), ("stopped", "2025-10-02"), ("complete", "2026-05-02")):
        received = datetime.fromisoformat(day)
        outcome = send(council, tmp_path, received, projects=[{**row, "status": status}])
        assert outcome.status == "loaded"
    periods = council.read(
        "select period from projects_in_period(timestamp '2026-11-21') "
        "where project_id = 'SHUT' order by period"
    ).rows
    assert [period for (period,) in periods] == [
        "2024-25 H1", "2024-25 H2", "2025-26 H1", "2025-26 H2"
    ]  # fmt: skip


def test_nothing_is_due_before_a_directorate_is_expected(example: Database) -> None:
    first = example.read(
        "select directorate, min(period) from due(timestamp '2026-11-21') group by directorate "
        "order by directorate"
    ).rows
    expected = example.read("select code, expected_from from reference.directorates order by code").rows
    assert first == expected


def test_a_due_date_is_the_last_day_to_be_in_time(example: Database) -> None:
    on_the_day = example.read(
        "select distinct state from due(timestamp '2026-11-21') "
        "where received = due_date and directorate in ('NEI', 'REG')"
    ).rows
    assert on_the_day == [("received",)]
