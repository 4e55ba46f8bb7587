"""A contributor's scope follows what became of a directorate, and of a mistyped project id."""

import json
from datetime import date, timedelta

import pytest

from data import changes
from data.database import Database
from data.intake import withdraw
from data.mistakes import NotAllowed
from tests.data.access.test_scope import MINE, OTHERS, sent
from tests.data.sending import NOW, PROJECT, RATING


def merged(council: Database, ended: date) -> None:
    """Adult social care ends on a day, and young people's services stand in for it."""
    said = {"valid_to": str(ended), "successor": "CFE"}
    changes.make(council, "list row", "directorates/ACH", json.dumps(said), "a reorganisation")


def test_who_acts_for_what_replaced_a_directorate_acts_for_what_it_sent(council: Database) -> None:
    upload = sent(council, MINE, [RATING]).files[0].upload or 0
    merged(council, ended=NOW.date() - timedelta(days=1))
    assert sent(council, OTHERS, [{**RATING, "design": 1}]).status == "loaded"
    withdraw(council, upload, "a trial", NOW, person=OTHERS)


def test_who_acts_for_what_will_replace_a_directorate_waits_for_the_day(council: Database) -> None:
    merged(council, ended=date.today() + timedelta(days=1))
    assert sent(council, OTHERS, [RATING]).status == "rejected"


def test_a_merged_id_belongs_to_whom_the_right_one_does(council: Database) -> None:
    typed = {**PROJECT, "project_id": "CFE-I", "title": "Young voice", "directorate": "CFE"}
    for person, row in ((OTHERS, typed), (MINE, {**PROJECT, "title": "Newer"})):
        assert sent(council, person, [row]).status == "loaded"
    upload = council.read("select min(upload_id) from sent.projects where project_id = 'CFE-I'").rows[0][0]
    changes.make(council, "merge project", "CFE-I", "ACH-1", "mistyped")
    with pytest.raises(NotAllowed):
        withdraw(council, upload, "a trial", NOW, person=OTHERS)
