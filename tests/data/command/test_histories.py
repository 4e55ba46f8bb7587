"""Random histories of sending, correcting, withdrawing, restoring and erasing, against a plain model.

Tables are compared with the model at many moments, and what is published with what a fresh
database says which was sent only what survived.
"""

import shutil
from collections import Counter
from datetime import datetime, time
from pathlib import Path
from random import Random

import pytest

from data.database import Database
from data.intake import Delivery, Offer, take_in
from data.start import open_ready
from queries.answer import Row
from queries.ask import answer, complete
from queries.question import questions
from tests.data.command.lived import WHY, Lived, Steady
from tests.data.history import PERIODS, SLICE, Upload
from tests.data.sending import text
from tests.data.test_in_force import expected, found, moments

BESIDE: dict[str, dict[str, str]] = {
    "maturity/aims_by_directorate": {"level": "all", "kind": "all"},
    "themes/projects_by_main_theme": {"level": "all", "kind": "all"},
    "diversity/sent_by_directorate": {},
}


def step(lived: Lived) -> None:
    """One thing happens."""
    chance, name = lived.chances.chance, lived.chances.chance.choice(list(SLICE))
    what = chance.choice(("new", "new", "act", "act", "act", "again", "wrong", "partial", "unchanged"))
    if what == "act":
        for upload in chance.choices(lived.history.uploads, k=3):
            lived.act(upload)
        return
    again = [each for each in lived.files.values() if "nothing_changed" not in each[1][0]]
    if what == "again" and again:
        lived.send(*chance.choice(again))
        return
    if what == "unchanged" or (name == "participation" and what in ("wrong", "partial")):
        name, what = "maturity", "unchanged"
    unchanged = lived.chances.unchanged(lived.history) if what == "unchanged" else []
    rows = unchanged or lived.chances.file(name, lived.history)
    lived.send(name, rows, wrong=what in ("wrong", "partial"), good_rows=what == "partial")


def send_survivors(database: Database, uploads: list[Upload]) -> None:
    """Send only what counts in the end, each when it was sent, saying in full what is stored."""
    deliveries = []
    for upload in uploads:
        rows = [{name: value for name, value in row.items() if name != "nothing_changed"}
                for row in upload.rows]  # fmt: skip
        offer = Offer(f"{upload.number}-{upload.name}.csv", text(rows))
        deliveries.append((Delivery(upload.received, reason=WHY), [offer]))
    assert take_in(database, deliveries).status == "loaded"


def published(database: Database, moment: datetime, seed: int) -> list[list[Row]]:
    """The headline of one half-year at a moment, and one more answer about the newest."""
    chance = Random(seed)
    address, given = chance.choice(list(BESIDE.items()))
    wanted = [("overview/headline", chance.choice(PERIODS), {}), (address, PERIODS[-1], given)]
    told = []
    for address, period, given in wanted:
        question = questions()[address]
        asked = complete(database, question, {"period": period, "as_at": moment, **given})
        told.append([dict(row) for row in answer(database, question, asked).rows])
    return told


def live(council_file: Path, folder: Path, key: bytes, seed: int) -> Counter[str]:
    """One history, compared; what happened in it."""
    for name in ("lived", "fresh"):
        shutil.copyfile(council_file, folder / f"{name}.duckdb")
        (folder / f"{name}.ledger").unlink(missing_ok=True)  # of the history before this one
    lived = Lived(open_ready(folder / "lived.duckdb"), Steady(seed, projects=8))
    fresh = open_ready(folder / "fresh.duckdb")
    try:
        lived.send("projects", lived.chances.file("projects", lived.history))
        for _ in range(8):
            step(lived)
        for moment in moments(lived.history, 2):
            assert found(lived.database, moment) == expected(lived.history, moment, key), (seed, moment)
        send_survivors(fresh, lived.surviving())
        end = datetime.combine(lived.chances.now, time.max)
        assert published(lived.database, end, seed) == published(fresh, end, seed), seed
    finally:
        lived.database.close()
        fresh.close()
    return Counter(lived.seen)


def live_many(council_file: Path, folder: Path, key: Path, seeds: range) -> Counter[str]:
    """A history for each seed; what happened in all of them."""
    return sum((live(council_file, folder, key.read_bytes(), seed) for seed in seeds), Counter[str]())


def test_random_histories_equal_the_model_and_what_survives(
    council_file: Path, council_key: Path, tmp_path: Path
) -> None:
    happened = live_many(council_file, tmp_path, council_key, range(1, 3))
    assert {"loaded", "partial", "withdrawn", "erased"} <= set(happened)


@pytest.mark.trial
@pytest.mark.parametrize("first", range(1000, 1500, 50))
def test_five_hundred_histories_equal_the_model_and_what_survives(
    council_file: Path, council_key: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], first: int
) -> None:
    happened = live_many(council_file, tmp_path, council_key, range(first, first + 50))
    with capsys.disabled():
        print(f"\n50 histories: {dict(happened)}")
    assert len(happened) == 7
