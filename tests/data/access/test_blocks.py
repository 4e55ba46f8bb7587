"""The block list: who is on it is out, by any of their names, until somebody takes them off."""

from pathlib import Path

import pytest

from data.access import Person, allow_again, block, blocked, is_blocked, person_of, read_rules
from data.database import Database
from data.mistakes import WrongUse
from data.start import open_ready

ADMINISTRATOR = Person("Dee", "administrator", session="x", known_as=frozenset({"dee@council.test"}))
ANA = Person("Ana", "viewer", known_as=frozenset({"ana@council.test", "7"}))


def test_whoever_is_on_the_list_is_known_by_any_name_also_after_a_restart(
    council: Database, council_path: Path
) -> None:
    assert not is_blocked(council, ANA)
    block(council, " Ana@Council.TEST ", ADMINISTRATOR, "left the council")
    assert is_blocked(council, ANA) and blocked(council) == ("ana@council.test",)
    council.close()
    again = open_ready(council_path)
    assert is_blocked(again, ANA)
    allow_again(again, "ana@council.test", ADMINISTRATOR, "came back")
    assert not is_blocked(again, ANA)
    acts = again.read("select who, act, about from audit.line where act in ('blocked', 'allowed again') order by all")
    assert acts.rows == [("Dee", "allowed again", "ana@council.test"), ("Dee", "blocked", "ana@council.test")]
    again.close()


@pytest.mark.parametrize("sent", ["Jos\u00e9@council.test", "JOSE\u0301@council.test", " jos\u00e9@council.test\u00a0"])
def test_a_name_is_the_same_however_its_letters_are_written(council: Database, tmp_path: Path, sent: str) -> None:
    roles = tmp_path / "access.toml"
    roles.write_text('claim = "roles"\nadministrator = ["runs"]\nviewer = ["*"]\n', encoding="utf-8")
    jose = person_of({"sub": "9", "preferred_username": sent}, read_rules(roles))
    block(council, "Jose\u0301@council.test", ADMINISTRATOR, "left the council")
    assert jose is not None and is_blocked(council, jose)


WRONG = [("", "why"), ("ben@council.test", " "), ("Dee@council.test", "myself"), ("ana@council.test", "again")]


@pytest.mark.parametrize(("name", "reason"), WRONG)
def test_what_cannot_be_meant_changes_nothing(council: Database, name: str, reason: str) -> None:
    block(council, "ana@council.test", ADMINISTRATOR, "left")
    lines = council.read("select count(*) from audit.line").rows
    with pytest.raises(WrongUse):
        block(council, name, ADMINISTRATOR, reason)
    with pytest.raises(WrongUse):
        allow_again(council, "ben@council.test", ADMINISTRATOR, "why")
    assert council.read("select count(*) from audit.line").rows == lines
    assert blocked(council) == ("ana@council.test",)
