"""A contributor touches what belongs to their directorates and services, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.access import Person
from data.database import Database
from data.intake import Delivery, Offer, Outcome, restore, take_in, withdraw
from data.intake.originals import original
from data.mistakes import NotAllowed
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, PROJECT, RATING, Row, send, text

MINE = Person("Ana", "contributor", frozenset({"ACH"}), frozenset(), "a session")
OTHERS = replace(MINE, name="Ben", directorates=frozenset({"CFE"}))
SERVICE = replace(MINE, name="Cal", directorates=frozenset(), services=frozenset({"ACH-02"}))
RETURNS: dict[str, list[Row]] = {
    "projects": [{**PROJECT, "title": "Other words"}],
    "maturity": [RATING],
    "themes": [MAIN],
    "participation": PEOPLE,
    "conditions": [ANSWER],
}


def sent(council: Database, person: Person, rows: list[Row]) -> Outcome:
    """What became of a file that this person sent."""
    delivery = Delivery(NOW, None, "Head of Testing", None, "a trial", person)
    return take_in(council, [(delivery, [Offer("a.csv", text(rows))])])


@pytest.mark.parametrize("name", RETURNS)
def test_a_return_of_others_is_refused_and_ones_own_is_taken(council: Database, name: str) -> None:
    before = council.version
    refused = sent(council, OTHERS, RETURNS[name])
    assert refused.status == "rejected" and council.version == before
    assert {each.kind for each in refused.problems} == {"not_theirs"}
    assert all(each.line and "CFE" in each.message for each in refused.problems)
    assert sent(council, MINE, RETURNS[name]).status == "loaded"


def test_nobody_moves_a_project_of_others_to_themselves(council: Database) -> None:
    moved = {**PROJECT, "directorate": "CFE"}
    assert sent(council, OTHERS, [moved]).status == "rejected"
    away = {**PROJECT, "project_id": "CFE-1", "title": "Young voices", "directorate": "ACH"}
    assert sent(council, MINE, [away]).status == "rejected"


def test_a_service_sends_its_own_projects_and_no_whole_directorate(council: Database) -> None:
    theirs = {**PROJECT, "project_id": "ACH-9", "title": "Ours", "service": "ACH-02"}
    assert sent(council, SERVICE, [theirs]).status == "loaded"
    assert sent(council, SERVICE, [{**RATING, "project_id": "ACH-9"}]).status == "loaded"
    for rows in ([PROJECT], [RATING], PEOPLE, [ANSWER]):
        assert sent(council, SERVICE, rows).status == "rejected"


def test_rows_of_others_may_be_left_out_like_any_row_to_be_put_right(council: Database) -> None:
    rows = [RATING, {**RATING, "project_id": "CFE-1"}]
    offer = Offer("a.csv", text(rows), good_rows=True)
    outcome = take_in(council, [(Delivery(NOW, reason="a trial", person=MINE), [offer])])
    (one,) = outcome.files
    assert (outcome.status, one.rows, one.left_out) == ("loaded", 1, 1)
    assert council.read("select distinct project_id from sent.maturity").rows == [("ACH-1",)]


@pytest.mark.parametrize("name", RETURNS)
def test_only_their_own_uploads_are_taken_back_or_handed_out(
    council: Database, tmp_path: Path, name: str
) -> None:
    upload = send(council, tmp_path, **{name: RETURNS[name]}).files[0].upload or 0
    before = council.version
    for act in (withdraw, restore):
        with pytest.raises(NotAllowed, match=f"Upload {upload} holds rows of others"):
            act(council, upload, "a trial", NOW, person=OTHERS)
    with pytest.raises(NotAllowed):
        original(council, upload, OTHERS)
    assert council.version == before
    assert original(council, upload, MINE)[1]
    withdraw(council, upload, "a trial", NOW, person=MINE)
    restore(council, upload, "a trial", NOW, person=MINE)
    acts = council.read("select who, act from audit.line where upload_id = $n order by number", {"n": upload})
    assert [each for each in acts.rows if each[0] == "Ana"] == [
        ("Ana", "file handed out"), ("Ana", "withdrawn"), ("Ana", "restored")]  # fmt: skip


def test_an_upload_that_is_partly_of_others_is_left_to_an_administrator(
    council: Database, tmp_path: Path
) -> None:
    both = [RATING, {**RATING, "project_id": "CFE-1"}]
    upload = send(council, tmp_path, maturity=both).files[0].upload or 0
    for person in (MINE, OTHERS):
        with pytest.raises(NotAllowed):
            withdraw(council, upload, "a trial", NOW, person=person)
    withdraw(council, upload, "a trial", NOW, person=Person("Dee", "administrator", session="x"))


def test_a_service_lets_go_of_a_project_that_no_service_leads_any_more(council: Database) -> None:
    theirs = {**PROJECT, "project_id": "ACH-9", "title": "Ours", "service": "ACH-02"}
    assert sent(council, SERVICE, [theirs]).status == "loaded"
    assert sent(council, MINE, [{**theirs, "service": ""}]).status == "loaded"
    assert sent(council, SERVICE, [{**RATING, "project_id": "ACH-9"}]).status == "rejected"


def test_counts_sent_before_a_project_moved_go_to_neither_side(council: Database) -> None:
    whole = replace(MINE, role="administrator")
    (said,) = sent(council, MINE, [{**RATING, "people": 7}]).files
    assert original(council, said.upload or 0, MINE)[1]
    assert sent(council, whole, [{**PROJECT, "directorate": "CFE"}]).status == "loaded"
    for person in (MINE, OTHERS):
        with pytest.raises(NotAllowed):
            original(council, said.upload or 0, person)
    assert original(council, said.upload or 0, whole)[1]
    assert sent(council, OTHERS, [{**RATING, "design": 4}]).status == "loaded"


def test_nothing_is_asked_about_rows_of_others(council: Database) -> None:
    """A question about them would tell what they sent."""
    rows = [{**RATING, "evidence": "Write to ana@example.org or call 020 7946 0018"}]
    for person, kinds in ((OTHERS, {"not_theirs"}), (MINE, {"person"})):
        delivery = Delivery(NOW, reason="a trial", person=person)
        outcome = take_in(council, [(delivery, [Offer("a.csv", text(rows))])], look=lambda *_: None)
        assert {each.kind for each in outcome.files[0].problems} >= kinds
        assert (person is MINE) == any(each.severity == "please_check" for each in outcome.files[0].problems)
