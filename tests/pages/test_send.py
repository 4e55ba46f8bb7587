"""Send a return: checked, seen before it is saved, sent once, and said so."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from queries import Delivery, Offer, ask, moment, send
from queries.ask import _database
from tests.data.sending import contents, counted, text
from tests.pages.drawing import said
from tests.pages.sending import LATE, PERIOD, RATING, choose, headline, own, press, tables

__all__ = ["own"]
pytestmark = pytest.mark.usefixtures("own")


def uploads() -> int:
    """How many uploads are held."""
    return int(_database().read("select count(*) from sent.upload").rows[0][0])


def test_before_a_file_is_chosen_the_page_says_what_to_bring() -> None:
    at = choose()
    assert "Nothing is saved before you press Send" in said(at)
    assert "20 MB and 200,000 rows" in at.file_uploader[0].label


def test_a_bad_file_is_told_in_cells_and_cannot_be_sent() -> None:
    before = contents(_database())
    at = choose(("my *ratings*.csv", [{**RATING, "design": 9}, {**RATING, "project_id": "ACH-P02", "design": 8}]))
    assert headline(at) == "2 cells or rows must be put right first."
    words = said(at)
    assert "my *ratings*.csv" in words
    assert "**Column C, Design**, rows 2 and 3, “9”, “8”: is not in the answers taken." in words
    assert not [each for each in at.button if each.label == "Send"]
    assert contents(_database()) == before


def test_a_good_file_shows_what_it_changes_and_is_sent_once(own: Path) -> None:
    row = {**RATING, "period": LATE, "people": 41}
    at = choose(("ratings.csv", [row]))
    assert headline(at).startswith("No problems found")
    before = ask("maturity/aims_by_directorate", period=LATE, level="all", kind="all")
    held = uploads()
    ((read,), rows, *_) = tables(at)
    assert read.pop("Project").replace("\u2060", "").endswith("\xa0(ACH-P01)")
    assert list(read.values()) == ["7", "4", "3", "NS", "6", "staff"]
    assert [rows[0][name] for name in ("New", "Changed", "Removed", "The same")] in (
        ["1", "0", "0", "0"], ["0", "1", "0", "0"],
    )  # fmt: skip
    assert uploads() == held and ask("maturity/aims_by_directorate", period=LATE, level="all", kind="all") == before
    at = press(at, "Send")
    assert "Say who agreed it" in at.error[0].value and uploads() == held
    at.text_input[0].set_value("Head of Service")
    if len(at.text_input) > 1:
        at.text_input[1].set_value("A rating was missing")
    at = press(at, "Send")
    assert headline(at) == "Sent for Adult Care and Health, April to September 2026: ratings." and uploads() == held + 1
    assert tables(at)[0][0]["File"] == "ratings.csv"
    again = choose(("other name.csv", [row]))
    again.text_input[0].set_value("Head of Service")
    if len(again.text_input) > 1:
        again.text_input[1].set_value("Twice")
    again = press(again, "Send")
    assert "already sent on" in headline(again) and uploads() == held + 1


def test_final_figures_are_corrected_with_a_reason_only() -> None:
    at = choose(("ratings.csv", [RATING]))
    held = uploads()
    at.text_input[0].set_value("Head of Service")
    at = press(at, "Send")
    assert "Say why" in at.error[0].value and uploads() == held
    at.text_input[1].set_value("The first count left out a group")
    at = press(at, "Send")
    assert headline(at) == "Sent for Adult Care and Health, October 2025 to March 2026: ratings."
    reason = _database().read("select reason, agreed_by from sent.upload order by upload_id desc limit 1")
    assert reason.rows == [("The first count left out a group", "Head of Service")]


def test_a_heading_is_asked_about_and_the_answer_settles_it() -> None:
    row = {("evidnce" if name == "evidence" else name): cell for name, cell in RATING.items()}
    at = choose(("ratings.csv", [row]), directorate="ACH")
    assert headline(at) == "1 column to settle first."
    (question,) = [each for each in at.selectbox if "evidnce" in each.label]
    assert question.value is None and question.options[0] == "Evidence"
    at = question.set_value("evidence").run()
    assert headline(at).startswith("No problems found")


def test_rows_are_left_out_only_when_the_officer_says_so() -> None:
    at = choose(("ratings.csv", [RATING, {**RATING, "project_id": "ACH-P02", "design": "x"}]))
    at = press(at, "Leave row 3 out and send the others")
    assert headline(at).startswith("No problems found")
    assert "1 row left out because of problems" in said(at)
    other = text([RATING, {**RATING, "project_id": "ACH-P03", "design": "x"}])
    at = at.file_uploader[0].set_value([("other.csv", other, "text/csv")]).run()
    assert headline(at) == "1 cell or row must be put right first."


def test_people_are_counted_for_the_officer_alone_and_nothing_is_foretold() -> None:
    rows = counted("sex", period=LATE, female=13, male=11, not_known=3)
    at = choose(("people.csv", [*rows]))
    words = said(at)
    assert "worked out when you send" in words and "No figure about work would change" in words
    assert {"Characteristic": "Sex", "Your total": "27"}.items() <= tables(at)[1][0].items()
    bad = choose(("people.csv", [{**rows[0], "count": "<5"}, *rows[1:]]))
    assert not [each for each in bad.button if each.label.startswith("Leave")]


def test_several_files_are_one_sending() -> None:
    theme = {"project_id": "ACH-P01", "period": PERIOD, "theme": "T3", "main_or_also": "main",
             "strength": "active"}  # fmt: skip
    at = choose(("themes.csv", [theme]), ("ratings.csv", [{**RATING, "design": 9}]))
    assert headline(at) == "1 cell or row must be put right first."
    assert not [each for each in at.button if each.label == "Send"]


def test_what_was_sent_meanwhile_is_shown_before_anything_is_saved() -> None:
    at = choose(("ratings.csv", [RATING]))
    at.text_input[0].set_value("Head of Service")
    at.text_input[1].set_value("A stage was rated wrong")
    other = [Offer("theirs.csv", text([RATING]))]
    assert send(Delivery(moment(), reason="First"), other).status == "loaded"
    held = uploads()
    at = press(at, "Send")
    assert "sent meanwhile" in at.warning[-1].value and uploads() == held
    at = press(at, "Send")
    assert "already sent on" in headline(at) and uploads() == held


def test_two_who_send_at_once_both_get_an_answer() -> None:
    held = uploads()
    files = [[Offer("a.csv", text([{**RATING, "project_id": each}]))] for each in ("ACH-P01", "ACH-P02")]
    with ThreadPoolExecutor(2) as both:
        sent = list(both.map(lambda offered: send(Delivery(moment(), reason="Both"), offered), files))
    assert [each.status for each in sent] == ["loaded", "loaded"] and uploads() == held + 2
    assert {each.files[0].upload for each in sent} == {held + 1, held + 2}


def test_of_a_long_return_the_first_rows_are_shown_and_the_others_counted() -> None:
    due = ask("returns/due_items", period=LATE).where(return_name="maturity")[:12]
    at = choose(("ratings.csv", [{**RATING, "project_id": each["project_id"], "period": LATE} for each in due]))
    assert len(tables(at)[0]) == 10 and "And 2 others." in said(at)
