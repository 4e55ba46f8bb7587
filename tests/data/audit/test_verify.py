"""The audit as the database holds it: what was forged in it is named, by the chain or by the ledger."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.access import COMMAND, Person
from data.audit import lines, note, record, verify
from data.audit.chain import first_break
from data.database import Database
from data.mistakes import AuthorMistake
from tests.data.sending import RATING, send

pytestmark = pytest.mark.usefixtures("council_key")
FORGERIES = {
    "altered": "update audit.line set who = 'Somebody else' where number = 4",
    "removed": "delete from audit.line where number = 4",
    "moved": "update audit.line set number = 9 - number where number in (4, 5)",
    "cut off": "delete from audit.line where number >= 4",
}


@pytest.fixture
def used(council: Database, tmp_path: Path) -> Database:
    """The council's database with eight lines in its audit, or a few more."""
    assert send(council, tmp_path, rated=[RATING]).status == "loaded"
    for number in range(6):
        note(council, COMMAND, ("signed in", "signed out")[number % 2])
    assert len(lines(council)) >= 8 and verify(council).whole
    return council


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_in_the_database_the_line_is_named(used: Database, forge: str) -> None:
    with used.writing() as writer:
        writer.cursor.execute(forge)
    verdict = verify(used)
    assert not verdict.whole and verdict.first == 4
    assert "line 4" in verdict.sentence.lower() and "\n" not in verdict.sentence


def test_an_audit_written_anew_from_one_line_on_is_named_by_the_ledger(used: Database) -> None:
    held = sorted(lines(used), key=lambda line: line.number)
    before = held[2].hash
    with used.writing() as writer:
        for line in held[3:]:
            forged = replace(line, who="Somebody else", before=before).sealed()
            writer.cursor.execute(
                "update audit.line set who = ?, before = ?, hash = ? where number = ?",
                [forged.who, forged.before, forged.hash, forged.number],
            )
            before = forged.hash
    assert first_break(sorted(lines(used), key=lambda line: line.number)) is None
    assert verify(used).first == 4 and "from line 4 on" in verify(used).sentence


def test_an_unknown_act_and_more_than_one_line_are_our_mistake(used: Database) -> None:
    held = len(lines(used))
    for act, about in (("looked", ""), ("sent", "two\nlines")):
        with pytest.raises(AuthorMistake), used.writing() as writer:
            record(writer.cursor, COMMAND, act, about)
    assert len(lines(used)) == held


def test_a_name_may_hold_anything(used: Database) -> None:
    note(used, Person("Zoë\n\ud800\x00\u202e" + "x" * 9_999, "viewer"), "signed in")
    newest = lines(used, most=1)[0]
    assert newest.who.startswith(r"Zoë\n\ud800\x00\u202exxx") and len(newest.who) < 500
    assert verify(used).whole


def test_lines_are_found_by_act_upload_and_part(used: Database) -> None:
    newest = lines(used)[0].number
    assert [(each.act, each.number) for each in lines(used, upload_id=2)] == [("sent", newest - 6)]
    assert [each.number for each in lines(used, act="signed out", most=2)] == [newest, newest - 2]
    assert [each.number for each in lines(used, older=3)] == [2, 1]
    assert {each.who for each in lines(used, who="command line")} == {"command line"}
