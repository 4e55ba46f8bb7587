"""The example with changes made to it, so that there is something of each kind."""

import shutil
from pathlib import Path

from data import changes
from data.database import Database
from data.start import open_ready
from tests.example import example_database

FIRST = (
    "select concat_ws('/', 'maturity', project_id, period, 'learning') from sent.maturity "
    "where learning <> '' order by all limit 1"
)

NOT_BEGUN = "select project_id from sent.projects where status = 'proposed' order by all limit 2"


def note_of(database: Database) -> str:
    """What names one note of those that were sent."""
    return str(database.read(FIRST).rows[0][0])


def changed_example(folder: Path) -> Database:
    """A copy of the example in `folder` with changes made, open; the caller closes it."""
    database = open_ready(Path(shutil.copy(example_database(), folder / "changed.duckdb")))
    changes.make(database, "hide note", note_of(database), "", "to have one")
    changes.make(database, "list row", "services/ACH-01", '{"label": "Days"}', "to have one")
    for period in ("2023-24 H2", "2025-26 H1", "2026-27 H1"):  # the first, a middle and the last
        changes.make(database, "comment", f"ACH/{period}", "Two teams joined.", "to have one")
    wrong, right = (str(row[0]) for row in database.read(NOT_BEGUN).rows)
    changes.make(database, "merge project", wrong, right, "to have one")
    return database
