"""A database made by an earlier version gains what it lacks, and loses nothing."""

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from data.audit import Line, lines
from data.backup import kept, verify
from data.backup.restoring import restore
from data.changes import make, undo
from data.mistakes import NotReady
from data.start import open_ready
from queries import questions
from tests.data.sending import RATING, contents, send

pytestmark = pytest.mark.usefixtures("council_key")
OF_THIRD = (
    "alter table sent.upload drop column nobody_recognised",
    "drop table sent.change",
    "alter table reference.conditions drop column label",
    "alter table reference.council drop column most_to_invite",
    "alter table reference.council drop column stands_for",
    "drop table reference.directorates_by_day",
    "drop table reference.services_by_day",
    "drop schema if exists installed cascade",
)
COLUMNS = (
    "select schema_name || '.' || table_name, column_name, data_type from duckdb_columns() "
    "where not internal and schema_name <> 'installed'"
)
LACKING = (
    *OF_THIRD,
    "alter table sent.maturity drop column nothing_changed",
    "alter table sent.upload drop column rows_left_out",
    "alter table sent.upload drop column columns_left_out",
    "drop table sent.heading",
    "drop schema audit cascade",
    "drop schema access cascade",
    "update sent.setting set value = '1' where name = 'format'",
)


def make_older(path: Path) -> None:
    """Turn a closed database into one of the first format."""
    with duckdb.connect(str(path)) as older:
        for change in LACKING:
            older.execute(change)
    path.with_suffix(".ledger").unlink(missing_ok=True)


def test_a_file_of_the_first_format_is_brought_up_to_date(council_path: Path, tmp_path: Path) -> None:
    database = open_ready(council_path)
    assert send(database, tmp_path, datetime(2026, 11, 1), rated=[RATING]).status == "loaded"
    database.close()
    make_older(council_path)
    database = open_ready(council_path)
    assert database.setting("format") == "4"
    held = database.read("select project_id, design, nothing_changed from sent.maturity").rows
    assert held == [("ACH-1", "5", None)]
    again = [{**RATING, "project_id": "ACH-2"}]
    assert send(database, tmp_path, rated=again).status == "loaded"
    assert database.read("select count(*) from sent.heading").rows == [(0,)]
    asked = questions()["conditions/answers_by_directorate"].sql
    told = database.read(asked, {"as_at": datetime(2026, 11, 1), "period": "2026-27 H1"})
    assert {row[told.names.index("item_name")][-1] for row in told.rows} == {"?"}, "the question, for want of a label"
    database.close()


def test_it_is_backed_up_before_and_left_as_it_was_where_that_cannot_be(
    council_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_older(council_path)
    before = council_path.read_bytes()
    blocked = tmp_path / "a file"
    blocked.write_text("")
    with monkeypatch.context() as patch:
        patch.setenv("COPRODUCTION_BACKUPS", str(blocked))
        with pytest.raises(NotReady, match="The folder of backups .* cannot be used"):
            open_ready(council_path)
    assert council_path.read_bytes() == before
    open_ready(council_path).close()
    (made,) = kept(council_path)
    assert (made.name, made.uploads, verify(made)) == ("before-format-4", 1, None)
    with duckdb.connect(str(made.path), read_only=True) as older:
        assert older.execute("select value from sent.setting where name = 'format'").fetchall() == [("1",)]
    (line,) = [each for each in lines_of(council_path) if each.act == "file upgraded"]
    assert line.about == "format 1 to 4"
    restored = restore(council_path, made, None, "a trial")
    assert restored.aside and restored.lost is None
    open_ready(council_path).close()


def test_a_file_of_the_third_format_gains_all_that_the_fourth_has_and_keeps_what_it_held(
    council_path: Path, tmp_path: Path
) -> None:
    database = open_ready(council_path)
    assert send(database, tmp_path, datetime(2026, 11, 1), rated=[RATING]).status == "loaded"
    had, columns = contents(database), set(database.read(COLUMNS).rows)
    database.close()
    with duckdb.connect(str(council_path)) as older:
        for change in (*OF_THIRD, "update sent.setting set value = '3' where name = 'format'"):
            older.execute(change)
    database = open_ready(council_path)
    held = contents(database)
    assert database.setting("format") == "4" and set(database.read(COLUMNS).rows) == columns
    kept_so = [name for name in had if name.startswith(("sent.", "protected.")) and name != "sent.upload"]
    assert {name: held[name] for name in kept_so} == {name: had[name] for name in kept_so}
    assert database.read("select * from changes(timestamp '9999-12-31')").rows == []
    assert database.read("select distinct nobody_recognised from sent.upload").rows == [(None,)]
    assert database.read("select most_to_invite, stands_for from reference.council").rows == [(None, None)]
    number = make(database, "list row", "services/ACH-01", '{"label": "Day chances"}', "renamed")
    undo(database, number, "not renamed")
    assert contents(database)["reference.services"] == had["reference.services"]
    database.close()
    (made,) = kept(council_path)
    assert (made.name, verify(made)) == ("before-format-4", None)


def lines_of(path: Path) -> list[Line]:
    """The audit of a closed database."""
    database = open_ready(path)
    try:
        return lines(database)
    finally:
        database.close()
