"""A database made by an earlier version gains what it lacks, and loses nothing."""

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from data.start import open_ready
from tests.data.sending import RATING, send

pytestmark = pytest.mark.usefixtures("council_key")
LACKING = (
    "alter table sent.maturity drop column nothing_changed",
    "alter table sent.upload drop column rows_left_out",
    "alter table sent.upload drop column columns_left_out",
    "drop table sent.heading",
    "update sent.setting set value = '1' where name = 'format'",
)


def test_a_file_of_the_first_format_is_brought_up_to_date(council_path: Path, tmp_path: Path) -> None:
    database = open_ready(council_path)
    assert send(database, tmp_path, datetime(2026, 11, 1), rated=[RATING]).status == "loaded"
    database.close()
    with duckdb.connect(str(council_path)) as older:
        for change in LACKING:
            older.execute(change)
    database = open_ready(council_path)
    assert database.setting("format") == "2"
    held = database.read("select project_id, design, nothing_changed from sent.maturity").rows
    assert held == [("ACH-1", "5", None)]
    again = [{**RATING, "project_id": "ACH-2"}]
    assert send(database, tmp_path, rated=again).status == "loaded"
    assert database.read("select count(*) from sent.heading").rows == [(0,)]
    database.close()
