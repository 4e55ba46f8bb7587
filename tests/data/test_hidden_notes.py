"""A hidden note stands in no answer: at no moment, however it is sent again, until it is shown again."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import changes
from data.database import Database
from data.schema import return_schemas
from queries import questions
from queries.ask import answer, complete
from queries.combinations import combinations
from tests.data.sending import ANSWER, MAIN, NOW, PERIOD, RATING, send

NOTES = {
    "maturity/ACH-1/2026-27 H1/evidence": "Evidence of Zebra",
    "maturity/ACH-1/2026-27 H1/what_changed": "Changed by Zebra",
    "maturity/ACH-1/2026-27 H1/learning": "Learnt from Zebra",
    "themes/ACH-1/2026-27 H1/T3": "Theme of Zebra",
    "conditions/ACH/2026-27 H1/C01": "Condition of Zebra",
}
RATED = {
    **RATING, "evidence": "Evidence of Zebra", "what_changed": "Changed by Zebra",
    "learning": "Learnt from Zebra", "learning_kind": "helped", "difference": "a decision changed",
}  # fmt: skip
FILES = {
    "maturity": [RATED],
    "themes": [{**MAIN, "strength": "change shown", "note": "Theme of Zebra"}],
    "conditions": [{**ANSWER, "note": "Condition of Zebra"}],
}
HOLDING = {"maturity_in_force", "themes_in_force", "conditions_in_force", "learning_in_force"}
AFTER = NOW + timedelta(days=1)


def published(database: Database, as_at: datetime, whole: bool = False) -> str:
    """Every cell of every answer at a moment that reads notes, asked in one way; or the `whole` of
    whatever can be asked."""
    cells: list[object] = []
    for question in questions().values():
        if "as_at" not in {each.name for each in question.parameters} or not (whole or question.reads & HOLDING):
            continue
        asked = [each for each in combinations(database, question) if each.get("period", PERIOD) == PERIOD]
        for chosen in asked if whole else asked[-1:]:
            found = answer(database, question, complete(database, question, {**chosen, "as_at": as_at}))
            cells += [cell for row in found.rows for cell in row.values()]
    return "\n".join(map(str, cells))


@pytest.fixture
def noted(council: Database, tmp_path: Path) -> Database:
    """A database with one note of each kind, ticked."""
    assert send(council, tmp_path, nobody=True, **FILES).status == "loaded"
    return council


def hide(database: Database) -> list[int]:
    """Hide every note."""
    return [changes.make(database, "hide note", place, "", "a name") for place in NOTES]


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.trial)])
def test_a_hidden_note_is_in_no_answer_at_any_moment(noted: Database, whole: bool) -> None:
    assert published(noted, NOW, whole).count("Zebra") > 2
    numbers = hide(noted)
    for moment in (NOW, datetime(9998, 1, 1)):
        assert "Zebra" not in published(noted, moment, whole)
    assert {(each.place, each.note) for each in changes.hidden_notes(noted)} == set(NOTES.items())
    for number in numbers:
        changes.undo(noted, number, "nobody is named")
    assert "Zebra" in published(noted, NOW, whole) and not changes.hidden_notes(noted)


def test_a_hidden_note_stays_hidden_when_it_is_sent_again(noted: Database, tmp_path: Path) -> None:
    hide(noted)
    again = {"maturity": [{**RATED, "design": 6}], "themes": [{**FILES["themes"][0], "theme": "T2"}]}
    assert send(noted, tmp_path, AFTER, "again", nobody=True, **again).status == "loaded"
    other = {"maturity": [{**RATED, "learning": " LEARNT from Zebra ", "what_changed": "Zebra said more"}]}
    assert send(noted, tmp_path, AFTER, "again", nobody=True, **other).status == "loaded"
    assert "zebra" not in published(noted, AFTER).casefold()


def test_a_hidden_note_does_not_come_back_where_nothing_changed(noted: Database, tmp_path: Path) -> None:
    hide(noted)
    earlier = {**RATED, "period": "2025-26 H2"}
    assert send(noted, tmp_path, AFTER, "late", nobody=True, maturity=[earlier]).status == "loaded"
    kept = noted.read("select evidence, what_changed, learning from maturity_in_force($now)", {"now": AFTER}).rows
    assert kept == [(None, None, None)] * 2
    sent = noted.read("select distinct learning from maturity_as_sent($now)", {"now": AFTER}).rows
    assert sent == [("Learnt from Zebra",)]


def test_the_same_words_of_another_project_are_no_business_of_it(noted: Database, tmp_path: Path) -> None:
    project = {"project_id": "ACH-2", "title": "Evening chances", "directorate": "ACH", "kind": "project",
               "level": "operational", "status": "active", "start_date": "2024-05-01"}  # fmt: skip
    files = {"projects": [project], "maturity": [{**RATED, "project_id": "ACH-2"}]}
    assert send(noted, tmp_path, AFTER, **files).status == "loaded"
    hide(noted)
    kept = noted.read("select project_id, learning from maturity_in_force($now) order by 1", {"now": AFTER}).rows
    assert kept == [("ACH-1", None), ("ACH-2", "Learnt from Zebra")]


def test_every_field_for_notes_can_be_hidden(noted: Database) -> None:
    fields = {
        (name, field.name)
        for name, schema in return_schemas().items()
        for field in schema.fields
        if field.type == "string" and int(field.constraints.get("maxLength", 0)) > 100
    }
    named = {(place.split("/")[0], place.split("/")[-1]) for place in NOTES}
    assert {(name, field if name == "maturity" else "note") for name, field in named} == fields
