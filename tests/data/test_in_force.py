"""What is in force now and was at any past moment, against a plain model of random histories."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.database import Database
from data.intake import Delivery, Offer, restore, take_in, withdraw
from data.protection import cell_id, protect
from tests.data.history import SLICE, Happenings, History, Row, Upload
from tests.data.sending import put

WHY = "a random history"
FOREVER = datetime(9999, 12, 31)
ASKED = {
    "projects": "select project_id, title, status, directorate, closed_on "
    "from projects_in_force($as_at) where starts_with(project_id, 'P-')",
    "maturity": "select project_id, period, design, evidence from maturity_in_force($as_at)",
    "themes": "select project_id, period, theme, main_or_also, note from themes_in_force($as_at)",
    "conditions": "select directorate, period, item, note from conditions_in_force($as_at)",
    "participation": "select directorate, period, unit, characteristic, category, people "
    "from participation_protected($as_at)",
    "people": "select project_id, period, field, people from people_protected($as_at)",
}


def expected(history: History, moment: datetime, key: bytes) -> dict[str, list[tuple[object, ...]]]:
    """What each definition should give at a moment, by the model."""
    rows = {name: history.rows(name, moment) for name in SLICE}

    def rounded(name: str, *parts: str | int) -> tuple[object, ...]:
        *cell, count = parts
        return (*cell, protect(int(count), cell_id((name, *map(str, cell))), key))

    def picked(name: str, *columns: str) -> list[tuple[object, ...]]:
        return [tuple(row[column] for column in columns) for row in rows[name]]

    said = {
        "projects": [
            (*cells, history.closed_on(str(cells[0]), moment))
            for cells in picked("projects", "project_id", "title", "status", "directorate")
        ],
        "maturity": [
            (row["project_id"], row["period"], str(row["design"]), row["evidence"])
            for row in rows["maturity"]
        ],
        "themes": picked("themes", "project_id", "period", "theme", "main_or_also", "note"),
        "conditions": picked("conditions", "directorate", "period", "item", "note"),
        "participation": [rounded("participation", *row.values()) for row in rows["participation"]],
        "people": [
            rounded("maturity", row["project_id"], row["period"], field, row[field])
            for row in rows["maturity"]
            for field in ("people", "asked")
        ],
    }
    return {name: sorted(each, key=str) for name, each in said.items()}


def found(database: Database, moment: datetime) -> dict[str, list[tuple[object, ...]]]:
    """What each definition gives at a moment."""
    return {
        name: sorted(database.read(sql, {"as_at": moment}).rows, key=str)
        for name, sql in ASKED.items()
    }


def send_some(database: Database, folder: Path, happenings: Happenings, history: History) -> None:
    """A batch of one file of each return, each a delivery of its own, noted in the history."""
    number = len(history.uploads) + 2  # the council's database begins with an upload of its own
    deliveries = []
    for name in SLICE:
        rows = happenings.file(name, history)
        if rows:
            path = put(folder, f"{name}-{happenings.said}.csv", rows)
            received = happenings.pass_time()
            deliveries.append((Delivery(received, reason=WHY), [Offer.of(path)]))
            history.send(Upload(number + len(deliveries) - 1, name, tuple(rows), received))
    outcome = take_in(database, deliveries)
    assert outcome.status == "loaded", outcome.problems[:3]
    assert [each.upload for each in outcome.files] == [
        upload.number for upload in history.uploads[-len(deliveries) :]
    ]


def act_on_some(database: Database, happenings: Happenings, history: History) -> None:
    """Withdraw uploads that count and restore some that do not, and note it."""
    for upload in happenings.chance.sample(history.uploads, k=min(4, len(history.uploads))):
        moment = happenings.pass_time()
        counts = history.last_act(upload.number, moment) != "withdrawn"
        (withdraw if counts else restore)(database, upload.number, WHY, moment)
        history.acts.append((upload.number, "withdrawn" if counts else "restored", moment))


def moments(history: History, many: int) -> list[datetime]:
    """Now, before anything, and moments at, just before and just after things that happened."""
    chance = random.Random(len(history.acts))
    whens = [when for _, _, when in history.acts]
    near = [timedelta(0), timedelta(microseconds=-1), timedelta(seconds=30)]
    some = [chance.choice(whens) + chance.choice(near) for _ in range(many)]
    return [FOREVER, whens[0] - timedelta(seconds=1), *some]


def play(database: Database, folder: Path, key: bytes, projects: int, rounds: int, looks: int) -> None:
    """Let things happen to many projects, then compare at many moments."""
    happenings, history = Happenings(seed=rounds, projects=projects), History()
    for _ in range(rounds):
        send_some(database, folder, happenings, history)
        act_on_some(database, happenings, history)
    for moment in moments(history, looks):
        assert found(database, moment) == expected(history, moment, key), moment


def test_two_hundred_random_histories_are_as_the_model_says(
    council: Database, council_key: Path, tmp_path: Path
) -> None:
    play(council, tmp_path, council_key.read_bytes(), projects=200, rounds=9, looks=9)


@pytest.mark.trial
def test_two_thousand_random_histories_are_as_the_model_says(
    council: Database, council_key: Path, tmp_path: Path
) -> None:
    play(council, tmp_path, council_key.read_bytes(), projects=2000, rounds=100, looks=100)


def test_the_model_tells_a_withdrawal_apart() -> None:
    first, second = datetime(2026, 1, 1), datetime(2026, 1, 2)
    row: Row = {"project_id": "P-0", "title": "A", "status": "stopped"}
    history = History()
    history.send(Upload(1, "projects", (row,), first))
    history.send(Upload(2, "projects", ({**row, "title": "B"},), second))
    assert [each["title"] for each in history.rows("projects", second)] == ["B"]
    assert history.closed_on("P-0", second) == first.date()
    history.acts.append((2, "withdrawn", second))
    assert [each["title"] for each in history.rows("projects", second)] == ["A"]
