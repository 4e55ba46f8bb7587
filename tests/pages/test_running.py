"""The pages of whoever looks after the dashboard: is the audit whole, is there a backup, who is out."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.running.backups import ago
from queries.ask import _database
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.pages.sending import press, tables


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example that a test may change."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path / "own.duckdb")))


def audit() -> None:
    """The page of the audit."""
    from pages.running.audit import audit_page

    audit_page()


def backups() -> None:
    """The page of the backups."""
    from pages.running.backups import backups_page

    backups_page()


def who_may() -> None:
    """The page of who may come in."""
    from pages.running.who_may import who_may

    who_may()


def about() -> None:
    """The page that says what this is."""
    from pages.about.about import about

    about()


def test_the_audit_says_that_it_is_whole_and_shows_its_newest_lines() -> None:
    at = drawn(audit)
    count = _database().read("select count(*) from audit.line").rows[0][0]
    assert f"The audit is whole: {count} lines" in said(at)
    (rows,) = tables(at)
    assert [int(row["Line"]) for row in rows] == list(range(count, 0, -1))
    sent = drawn(audit, act="sent")
    assert {row["What"] for row in tables(sent)[0]} == {"sent"}


def test_the_audit_names_the_line_that_was_altered() -> None:
    with _database().writing() as writer:
        writer.cursor.execute("update audit.line set who = 'nobody' where number = 7")
    at = AppTest.from_function(audit, default_timeout=90).run()
    assert "The audit is not whole" in said(at)
    assert any("Line 7 of the audit" in each.value.replace("\\", "") for each in at.error)


def test_a_backup_made_on_the_page_is_listed_with_its_age() -> None:
    at = drawn(backups)
    assert "There is no good backup" in said(at) and not at.table
    at = press(at, "Make a backup now")
    assert not at.exception and "less than a minute old and holds 133 uploads" in said(at)
    (rows,) = tables(at)
    assert [(row["Backup"], row["Uploads"], row["Good"]) for row in rows] == [("slot-1", "133", "yes")]
    assert queries.audit_lines("backup made")[0].about == "slot-1"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "less than a minute"), (1, "1 minute"), (119, "119 minutes"), (120, "2 hours"), (2879, "47 hours"),
     (2880, "2 days")],
)  # fmt: skip
def test_ages_in_words(minutes: int, words: str) -> None:
    assert ago(timedelta(minutes=minutes, seconds=30)) == words


def test_an_open_dashboard_says_that_nobody_signs_in() -> None:
    at = drawn(who_may)
    assert "Nobody signs in" in said(at) and not at.text_input


def test_the_version_stands_on_the_about_page() -> None:
    assert queries.VERSION in said(drawn(about))
