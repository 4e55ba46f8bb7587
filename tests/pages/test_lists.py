"""The page "Half-years and lists": each change is foreseen, made, listed and undone on it."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.parts.lists_periods import following
from queries import ask, choices
from tests.example import example_database
from tests.pages.drawing import drawn, lent, said
from tests.pages.sending import press, tables


@pytest.fixture(scope="module", autouse=True)
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the example that the tests of this module may change."""
    yield from lent(Path(shutil.copy(example_database(), tmp_path_factory.mktemp("lists") / "own.duckdb")))


def page() -> None:
    """The page."""
    from pages.running.lists import lists

    lists()


def make(at: AppTest, why: str = "agreed", button: str = "Make this change") -> AppTest:
    """Give the reason and press."""
    next(each for each in at.text_input if each.label == "Why, in a line").set_value(why)
    at = press(at, button)
    assert not at.exception
    return at


def done(at: AppTest) -> str:
    """What the page says became of it."""
    return " ".join(each.value.replace("\\", "") for each in at.success)


def undo_newest() -> None:
    """Undo the newest change on the page, and see that it is undone."""
    at = drawn(page, part="made")
    newest = tables(at)[0][0]
    at = make(at, "not after all", "Undo this change")
    assert done(at) == f"Change {newest['No.']} was undone."
    (row,) = [each for each in tables(at)[0] if each["No."] == newest["No."]]
    assert "not after all" in row["Undone"].replace("\u00a0", " ")


def box(at: AppTest, label: str) -> AppTest:
    """The select box of this label."""
    return next(each for each in at.selectbox if each.label == label)


def test_a_due_date_is_set_and_put_back() -> None:
    at = drawn(page, part="periods")
    before = choices("periods")[-1]
    later = before["due"] + timedelta(days=30)
    at.date_input[0].set_value(later).run()
    assert f"Returns due: {before['due']} becomes {later}" in said(at)
    assert "is due by" in done(make(at)) and choices("periods")[-1]["due"] == later
    undo_newest()
    assert choices("periods")[-1] == before


def test_the_next_period_follows_the_last_and_is_added() -> None:
    usual = following(choices("periods"))
    assert (usual["code"], usual["label"]) == ("2026-27 H2", "October 2026 to March 2027")
    assert (usual["start"], usual["end"], usual["due"]) == ("2026-10-01", "2027-03-31", "2027-05-14")
    at = drawn(page, part="periods")
    at.segmented_control[0].set_value("Add the next half-year").run()
    assert "was added" in done(make(at)) and choices("periods")[-1]["code"] == "2026-27 H2"
    undo_newest()


def test_a_quarter_follows_a_quarter() -> None:
    last = {"code": "2026-27 Q4", "start": date(2027, 1, 1), "end": date(2027, 3, 31), "due": date(2027, 4, 14), "order": 4}
    usual = following((last,))
    assert (usual["code"], usual["end"], usual["label"]) == ("2027-28 Q1", "2027-06-30", "April to June 2027")


def test_a_directorate_is_renamed_with_hostile_words_shown_as_they_are() -> None:
    hostile = "![x](http://e.vil) <b>*Care*</b>"
    at = drawn(page, part="directorates")
    at.text_input[0].set_value(hostile).run()
    assert hostile in said(at)
    make(at)
    assert choices("directorates")[0]["label"] == hostile
    assert tables(drawn(page, part="directorates"))[0][0]["Name"].replace("\u2060", "").replace("\u00a0", " ") == hostile
    undo_newest()


def test_a_service_is_merged_only_where_the_list_stays_sound() -> None:
    at = drawn(page, part="services")
    at.segmented_control[0].set_value("End or merge").run()
    box(at, "What takes over").set_value("ACH-02").run()
    assert any("a last day, which is missing" in each.value for each in at.warning)
    at.date_input[0].set_value(date(2026, 12, 31)).run()
    assert "move to ACH-02" in said(at)
    make(at)
    assert choices("services")[0]["successor"] == "ACH-02"
    undo_newest()


def test_a_comment_is_written_and_taken_back() -> None:
    at = drawn(page, part="comments")
    at.text_area[0].set_value("Two teams joined in May.").run()
    make(at)
    period = choices("periods")[-1]["code"]
    assert ask("running/comments", period=period).one["comment"] == "Two teams joined in May."
    undo_newest()
    assert not ask("running/comments", period=period).rows


def test_the_chase_mail_lists_what_is_missing_and_until_when() -> None:
    at = drawn(page, part="chase")
    to, subject, text = (each.value for each in at.code)
    owed = [row for row in ask("returns/due_items", period="2026-27 H1").rows if row["mailbox"] == to]
    missing = [row for row in owed if row["state"] in ("missing", "not due yet")]
    assert missing and text.count("\n- ") == len(missing)
    assert "14 November 2026" in subject and "14 November 2026" in text
    assert all(row["title"] in text for row in missing if row["title"])


def test_a_reason_is_wanted() -> None:
    at = drawn(page, part="comments")
    at.text_area[0].set_value("Three teams joined.").run()
    at = press(at, "Make this change")
    assert any("Say why" in each.value for each in at.error) and not done(at)
    assert queries.audit_lines("changed")[0].about.startswith("change")
