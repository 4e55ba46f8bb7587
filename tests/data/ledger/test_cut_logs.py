"""A log that was cut or deleted opens in silence: what is missing then is named, every upload of it."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from data.mistakes import NotReady
from data.start import open_ready
from tests.data.ledger.lived import Stopped, lengths, uploads_in

pytestmark = pytest.mark.usefixtures("council_key")


def found(stopped: Stopped, folder: Path, keep: int | None) -> str:
    """Cut the log so, open the database, and see that exactly what is missing is named."""
    path = stopped.cut(folder, keep)
    try:
        database = open_ready(path)
    except NotReady as refused:
        assert str(path) in str(refused)
        return "refused"
    missing = stopped.uploads - uploads_in(database)
    loss = database.loss
    database.close()
    shutil.rmtree(folder)
    if loss is None:
        assert not missing
        return "nothing was lost"
    assert frozenset(each.number for each in loss.uploads) == missing
    assert all(f"{number}" in str(loss) for number in missing)
    assert all(each.return_name and each.who and each.directorates == ("ACH",) for each in loss.uploads)
    return "uploads named" if missing else "acts named"


def cut(stopped: Stopped, folder: Path, many: int) -> Counter[str]:
    """What became of so many cut logs."""
    ways = lengths(stopped.log, many, seed=many)
    return Counter(found(stopped, folder / str(place), keep) for place, keep in enumerate(ways))


def test_of_five_cut_logs_every_missing_upload_is_named(stopped: Stopped, tmp_path: Path) -> None:
    became = cut(stopped, tmp_path, 5)
    assert became.total() == 5 and became["uploads named"] >= 2 and not became["nothing was lost"]


def test_a_whole_log_has_lost_nothing(stopped: Stopped, tmp_path: Path) -> None:
    assert found(stopped, tmp_path / "whole", len(stopped.log)) == "nothing was lost"


@pytest.mark.trial
def test_of_a_hundred_cut_logs_every_missing_upload_is_named(
    stopped: Stopped, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    became = cut(stopped, tmp_path, 100)
    with capsys.disabled():
        print(f"\n100 cut logs: {dict(became)}")
    assert became.total() == 100 and became["uploads named"] > 30 and became["nothing was lost"] < 3
