"""Rows of lists changed, added and taken back: laid over what was installed, and never half."""

import json
import shutil
from pathlib import Path

import pytest

from data import changes
from data.database import Database
from data.mistakes import NotReady, WrongUse
from data.settings import database_path
from data.start import open_ready
from tests.data.sending import RATING, contents, send

NEXT = {
    "label": "October 2026 to March 2027", "year": "2026-27", "start": "2026-10-01", "end": "2027-03-31",
    "due": "2027-05-14", "status": "open", "order": "7",
}  # fmt: skip
NEW_SERVICE = {"label": "Mending", "directorate": "ACH", "order": "30", "valid_from": "2026-04-01"}


def row(database: Database, subject: str, reason: str = "agreed", **said: str) -> int:
    """Change one row."""
    return changes.make(database, "list row", subject, json.dumps(said), reason)


def held(database: Database, name: str, code: str, column: str) -> list[object]:
    """What a list says in one cell; nothing without the row."""
    rows = database.read(f'select "{column}"::varchar from reference.{name} where code = $code', {"code": code})
    return [value for (value,) in rows.rows]


def test_a_row_is_changed_and_stands_as_it_was_when_that_is_undone(council: Database) -> None:
    before = contents(council)
    number = row(council, "services/ACH-01", label="Day chances")
    assert held(council, "services", "ACH-01", "label") == ["Day chances"]
    assert held(council, "services", "ACH-01", "directorate") == ["ACH"]
    changes.undo(council, number, "back")
    after = contents(council)
    lists = [name for name in before if name.startswith("reference.")]
    assert [after[name] for name in lists] == [before[name] for name in lists]


def test_the_next_period_and_a_service_are_added_and_used(council: Database, tmp_path: Path) -> None:
    row(council, "periods/2026-27 H2", **NEXT)
    number = row(council, "services/ACH-30", **NEW_SERVICE)
    assert send(council, tmp_path, rated=[{**RATING, "period": "2026-27 H2"}]).status == "loaded"
    assert held(council, "periods", "2026-27 H2", "due") == ["2027-05-14"]
    with pytest.raises(WrongUse, match=r"“2026-27 H2” stands in returns that were sent, so it must stay"):
        changes.undo(council, 1, "a mistake")
    changes.undo(council, number, "not needed")
    assert held(council, "services", "ACH-30", "label") == []


@pytest.mark.parametrize(
    ("subject", "said", "why"),
    [
        ("themes/T1", {"label": "x"}, "Rows can be changed in these lists"),
        ("periods/" + "x" * 21, NEXT, "A code is up to 20"),
        ("services/a/b", {"label": "x"}, "without a stroke"),
        ("services/ACH-01", {}, "A row of services has"),
        ("services/ACH-01", {"code": "X"}, "its code stays as it is"),
        ("services/ACH-01", {"mailbox": "a@b"}, "A row of services has"),
        ("services/ACH-01", {"label": "x" * 101}, "one line of up to 100"),
        ("services/ACH-01", {"label": "a\nb"}, "one line of up to 100"),
        ("services/ACH-01", {"label": ""}, "would be wrong"),
        ("services/ACH-01", {"label": " home care AND reablement"}, "ACH-02 is called"),
        ("services/ACH-01", {"directorate": "NOWHERE"}, "would be wrong"),
        ("services/ACH-01", {"order": "first"}, "would be wrong"),
        ("services/ACH-01", {"valid_to": "2020-01-01"}, "is before 2023-04-01"),
        ("services/ACH-01", {"valid_to": "2027-01-01", "successor": "ACH-01"}, "does not take over"),
        ("services/ACH-01", {"valid_to": "2027-01-01", "successor": "NOT-1"}, "does not take over"),
        ("services/ACH-01", {"successor": "ACH-02"}, "a last day, which is missing"),
        ("services/ACH-01", {"valid_to": "2027-01-01", "successor": "CFE-01"}, "of the same directorate"),
        ("directorates/ACH", {"mailbox": "not an address"}, "A team mailbox"),
        ("directorates/ACH", {"expected_from": "2020-21 H1"}, "would be wrong"),
        ("directorates/NEW", {"label": "New"}, "would be wrong"),
        ("periods/2026-27 H1", {"start": "2026-03-01"}, "is not after the end of"),
        ("periods/2026-27 H1", {"status": "ajar"}, "would be wrong"),
        ("periods/2026-27 H1", {"due": "soon"}, "would be wrong"),
    ],
)  # fmt: skip
def test_a_change_that_would_make_a_list_wrong_is_refused(
    council: Database, subject: str, said: dict[str, str], why: str
) -> None:
    before = contents(council)
    with pytest.raises(WrongUse, match=why):
        row(council, subject, **said)
    assert contents(council) == before


@pytest.mark.parametrize("value", ["", "[]", "{", '{"label": 1}', '"label"', "null"])
def test_a_value_that_is_no_row_is_refused(council: Database, value: str) -> None:
    with pytest.raises(WrongUse, match="A row is changed by fields"):
        changes.make(council, "list row", "services/ACH-01", value, "why")


def test_a_change_that_another_rests_on_is_undone_after_it(council: Database) -> None:
    first = row(council, "services/ACH-30", **NEW_SERVICE)
    second = row(council, "services/ACH-01", valid_to="2026-12-31", successor="ACH-30")
    with pytest.raises(WrongUse, match="does not take over"):
        changes.undo(council, first, "a mistake")
    changes.undo(council, second, "a mistake")
    changes.undo(council, first, "a mistake")
    assert held(council, "services", "ACH-01", "successor") == [None]


def test_changes_outlive_starts_and_lie_over_a_folder_that_changes(
    council_path: Path, real_lists: Path, tmp_path: Path
) -> None:
    own = Path(shutil.copytree(real_lists, tmp_path / "own"))
    database = open_ready(council_path, own)
    row(database, "services/ACH-01", label="Day chances")
    database.close()
    services = own / "services.csv"
    services.write_text(services.read_text().replace("Home Care and Reablement", "Home Care"))
    for _ in range(2):
        database = open_ready(database_path(), own)
        assert held(database, "services", "ACH-01", "label") == ["Day chances"]
        assert held(database, "services", "ACH-02", "label") == ["Home Care"]
        database.close()
    row_gone = [line for line in services.read_text().splitlines() if not line.startswith("ACH-01")]
    services.write_text("\n".join(row_gone) + "\n")
    with pytest.raises(NotReady, match="do not agree with what administrators changed"):
        open_ready(database_path(), own)
