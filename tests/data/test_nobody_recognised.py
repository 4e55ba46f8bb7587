"""The tick that nobody could be recognised: kept with an upload that holds notes, and asked of no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from data import changes
from data.access import COMMAND, Person
from data.database import Database
from data.deliveries import deliveries_in
from data.intake import Delivery, take_in
from data.intake.command.words import read_words
from data.mistakes import NotAllowed, WrongUse
from tests.data.sending import ANSWER, MAIN, NOW, PEOPLE, RATING, put, send

TICKS = "select return_name, nobody_recognised from sent.upload order by upload_id desc limit $many"


def ticks(database: Database, many: int) -> dict[str, bool | None]:
    """What was kept with the newest uploads, by return."""
    return dict(database.read(TICKS, {"many": many}).rows)


@pytest.mark.parametrize("ticked", [True, False, None])
def test_the_tick_is_kept_where_a_file_holds_a_note(council: Database, tmp_path: Path, ticked: bool | None) -> None:
    files = {
        "maturity": [{**RATING, "learning": "Ask early"}], "themes": [{**MAIN, "note": "More came"}],
        "conditions": [{**ANSWER, "note": "Since May"}], "participation": PEOPLE,
    }  # fmt: skip
    assert send(council, tmp_path, nobody=ticked, **files).status == "loaded"
    notes = dict.fromkeys(("maturity", "themes", "conditions"), ticked)
    assert ticks(council, 4) == {**notes, "participation": None}


def test_nothing_is_kept_where_there_is_no_note(council: Database, tmp_path: Path) -> None:
    assert send(council, tmp_path, nobody=True, maturity=[RATING], themes=[MAIN]).status == "loaded"
    assert ticks(council, 2) == {"maturity": None, "themes": None}


def test_a_look_says_whether_a_file_holds_notes(council: Database, tmp_path: Path) -> None:
    put(tmp_path, "1/maturity.csv", [{**RATING, "what_changed": "Later hours"}])
    put(tmp_path, "1/themes.csv", [MAIN])
    found = take_in(council, deliveries_in([tmp_path / "1"], Delivery(NOW), False), look=lambda *_: None)
    assert {each.return_name: each.holds_notes for each in found.files} == {"maturity": True, "themes": False}


@pytest.mark.parametrize(("said", "usual", "kept"), [
    ("true", None, True), ("false", True, False), ("null", True, True), ("null", None, None),
])  # fmt: skip
def test_a_delivery_json_says_it(tmp_path: Path, said: str, usual: bool | None, kept: bool | None) -> None:
    put(tmp_path, "1/maturity.csv", [RATING])
    put(tmp_path, "1/delivery.json", f'{{"nobody_recognised": {said}}}'.encode())
    ((delivery, _),) = deliveries_in([tmp_path / "1"], replace(Delivery(NOW), nobody_recognised=usual), False)
    assert delivery.nobody_recognised is kept


@pytest.mark.parametrize("said", ['"yes"', "1", "[]", '{"minutes": true}'])
def test_a_delivery_json_that_says_it_otherwise_is_one_sentence(tmp_path: Path, said: str) -> None:
    put(tmp_path, "1/maturity.csv", [RATING])
    whole = said if said.startswith("{") else f'{{"nobody_recognised": {said}}}'
    put(tmp_path, "1/delivery.json", whole.encode())
    if said == "[]":
        assert list(deliveries_in([tmp_path / "1"], Delivery(NOW), False))
        return
    with pytest.raises(WrongUse, match="nobody_recognised is true or false"):
        list(deliveries_in([tmp_path / "1"], Delivery(NOW), False))


def test_notes_that_wait_are_let_go_by_whoever_sends_for_them(council: Database, tmp_path: Path) -> None:
    assert send(council, tmp_path, maturity=[{**RATING, "learning": "Ask early"}]).status == "loaded"
    seen = "select note, ticked from learning_in_force(timestamp '9999-12-31')"
    assert council.read(seen).rows == [("Ask early", False)]
    (number,) = council.read("select max(upload_id) from sent.upload").rows[0]
    for other in (Person("carl", "contributor", frozenset({"FIN"})), Person("carl", "contributor")):
        with pytest.raises(NotAllowed):
            changes.tick(council, number, other)
    made = changes.tick(council, number, Person("carl", "contributor", frozenset({"ACH"})))
    assert council.read(seen).rows == [("Ask early", True)]
    for wrong in (number, number - 1, 0, 999_999):
        with pytest.raises(WrongUse):
            changes.tick(council, wrong, COMMAND)
    changes.undo(council, made, "it names somebody")
    assert council.read(seen).rows == [("Ask early", False)]


@pytest.mark.parametrize("subject", ["", "x", "-1", "1.0", "¹", "9" * 50, "1; drop table sent.upload"])
def test_a_tick_of_what_is_no_upload_is_refused(council: Database, subject: str) -> None:
    with pytest.raises(WrongUse):
        changes.make(council, "tick notes", subject, "", "why")


def test_the_command_takes_it() -> None:
    assert read_words(["send", "a.csv", "--nobody-recognised"]).nobody_recognised is True
    assert read_words(["send", "a.csv"]).nobody_recognised is False


def test_the_example_has_both_ticked_and_unticked_uploads() -> None:
    from tests.example import example_files

    told = "".join(path.read_text(encoding="utf-8") for path in example_files().glob("*/delivery.json"))
    assert told.count('"nobody_recognised": true') > 10 and told.count('"nobody_recognised": false') > 4
