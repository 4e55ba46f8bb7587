"""Several files in one sending: none wins in silence, none leaves another's answers behind."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from data.database import Database
from data.intake import Delivery, Offer, Outcome, take_in
from data.intake.taking import Look
from data.mistakes import ChangedMeanwhile
from tests.data.sending import MAIN, NOW, PEOPLE, PROJECT, RATING, Row, contents, counted, text

pytestmark = pytest.mark.usefixtures("council_key")


def together(
    council: Database, *files: Iterable[Row] | bytes, good_rows: bool = False, **more: str
) -> Outcome:
    """Send files together: a.csv, b.csv and so on."""
    offers = [
        Offer(f"{'abc'[place]}.csv", each if isinstance(each, bytes) else text(each),
              good_rows=good_rows, **more)  # type: ignore[arg-type]
        for place, each in enumerate(files)
    ]  # fmt: skip
    return take_in(council, [(Delivery(NOW, reason="a trial"), offers)])


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ([RATING], [{**RATING, "design": 2}], "project_id"),
        (counted("sex", female=12, male=9), counted("carer", provides_care=21), "directorate"),
        ([PROJECT], [{**PROJECT, "title": "Another"}], "project_id"),
    ],
)
def test_two_files_about_the_same_thing_are_refused(
    council: Database, first: list[Row], second: list[Row], column: str
) -> None:
    changed = [{**row, "title": "New"} if "title" in row else row for row in first]
    before = contents(council)
    outcome = together(council, changed, second)
    (problem,) = outcome.problems
    assert (problem.file, problem.line, problem.column) == ("b.csv", 2, column)
    assert "is also in a.csv" in problem.message and contents(council) == before


def test_two_files_of_one_name_are_still_two(council: Database) -> None:
    offers = [Offer("a.csv", text([{**RATING, "design": step}])) for step in (1, 2)]
    assert take_in(council, [(Delivery(NOW), offers)]).status == "rejected"


@pytest.mark.parametrize("look", [None, lambda writer, outcome: None])
def test_the_same_file_twice_is_sent_once(council: Database, look: Look | None) -> None:
    offers = [Offer(name, text([RATING])) for name in ("a.csv", "b.csv")]
    outcome = take_in(council, [(Delivery(NOW), offers)], look=look)
    assert [(each.status, each.upload) for each in outcome.files] == [("loaded", 2), ("already", None)]
    assert "Another file here says the same." in outcome.files[1].notes


def test_a_projects_themes_are_left_out_together(council: Database) -> None:
    also = {**MAIN, "theme": "T9", "main_or_also": "also"}
    other = {**MAIN, "project_id": "ACH-2"}
    outcome = together(council, [MAIN, also, other], good_rows=True)
    assert outcome.status == "loaded" and outcome.files[0].left_out == 2
    assert [each.line for each in outcome.files[0].dropped] == [3]
    assert council.read("select project_id from sent.themes").rows == [("ACH-2",)]


def test_nothing_is_remembered_for_nobody(council: Database) -> None:
    unsure = text([RATING]).replace(b"design", b"desing")
    offer = Offer("a.csv", unsure, headings={"desing": "design"})
    assert take_in(council, [(Delivery(NOW), [offer])]).status == "loaded"
    assert together(council, unsure.replace(b"5", b"4")).status == "rejected"


def test_what_was_remembered_is_said_and_can_be_asked_again(council: Database) -> None:
    unsure = text([RATING]).replace(b"design", b"desing")
    settled = Offer("a.csv", unsure, by_return={"maturity": {"desing": "design"}}, directorate="ACH")
    assert take_in(council, [(Delivery(NOW), [settled])]).status == "loaded"
    later = unsure.replace(b",5,", b",4,")
    (received,) = together(council, later, directorate="ACH").files
    assert (received.status, received.as_last_time) == ("loaded", (("desing", "design"),))
    again = Offer("a.csv", later.replace(b",4,", b",3,"), directorate="ACH", ask_again=True)
    (received,) = take_in(council, [(Delivery(NOW, reason="a trial"), [again])]).files
    assert [each.heading for each in received.unsure] == ["desing"]


def test_what_was_passed_over_is_not_kept(council: Database) -> None:
    noted = b"Prepared by A. Person, a.person@example.org\n\n" + text(
        [RATING, {**RATING, "project_id": "ACH-2", "design": "x", "evidence": "=1+1 by A. Person"}]
    )
    assert together(council, noted, good_rows=True).status == "loaded"
    ((kept,),) = council.read("select file_bytes from sent.upload where upload_id = 2").rows
    assert b"A. Person" not in kept and b"ACH-1" in kept


def test_a_formula_in_what_is_kept_is_disarmed(council: Database) -> None:
    rows = text([{**PROJECT, "title": "=1+1", "colour": "blue"}])
    assert together(council, rows).status == "loaded"
    ((kept,),) = council.read("select file_bytes from sent.upload where upload_id = 2").rows
    assert b",'=1+1," in kept


def test_a_sender_who_saw_older_figures_is_told(council: Database, tmp_path: Path) -> None:
    seen = council.version
    assert together(council, PEOPLE).status == "loaded"
    before = contents(council)
    with pytest.raises(ChangedMeanwhile):
        take_in(council, [(Delivery(NOW), [Offer("a.csv", text([RATING]))])], seen=seen)
    assert contents(council) == before
